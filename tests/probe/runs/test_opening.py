"""A missing or damaged file is refused by its own name."""

import contextlib

import numpy as np
import pandas as pd
import pytest

from probe.errors import RunError
from probe.runs.opening import StoredFiles


@pytest.fixture
def files(tmp_path):
    return StoredFiles(tmp_path, "complete")


@pytest.mark.parametrize("read", ["json", "arrays", "table", "text"])
def test_a_damaged_file_is_named(files, read):
    path = files.folder / "damaged.file"
    path.write_bytes(b"PK\x03\x04\xff\xfe no file of any kind")
    with pytest.raises(RunError, match=r"cannot be read") as caught:
        getattr(files, read)("damaged.file")
    assert "damaged.file" in str(caught.value)
    assert "run the study anew" in caught.value.hint
    for foreign in ("codec", "magic", "footer", "Parquet magic", "zip", "Expecting", "pickle"):
        assert foreign not in caught.value.message


@pytest.mark.parametrize("read", ["json", "arrays", "table", "text"])
def test_a_missing_file_is_named(files, read):
    with pytest.raises(RunError, match=r"gone\.file is missing\n.*from a copy of the run"):
        getattr(files, read)("gone.file")


def test_what_is_missing_of_an_unfinished_run_may_still_come(tmp_path):
    with pytest.raises(RunError, match=r"missing \(the run is started\)(.|\n)*--resume"):
        StoredFiles(tmp_path, "started").path("cells.parquet")
    assert not StoredFiles(tmp_path, "started").has("cells.parquet")


def test_a_table_of_another_kind_is_refused_by_the_column_it_lacks(files):
    pd.DataFrame({"kind": ["mated"], "mean": [0.5]}).to_parquet(files.folder / "cells.parquet")
    with pytest.raises(RunError, match="it has no column 'protocol'") as caught:
        files.table("cells.parquet")
    assert "cells.parquet" in str(caught.value)
    pd.DataFrame({"anything": [1]}).to_parquet(files.folder / "further.parquet")
    assert list(files.table("further.parquet")) == ["anything"]


@pytest.mark.parametrize(
    "name",
    ["images", "rates", "leanings", "parts", "interactions", "pairs", "differences", "changes"],
)
def test_every_table_is_known_by_its_columns(files, name):
    pd.DataFrame({"x": [1]}).to_parquet(files.folder / f"{name}.parquet")
    with pytest.raises(RunError, match=rf"{name}\.parquet: cannot be read: it has no column"):
        files.table(f"{name}.parquet")


def test_an_array_that_is_needed_and_not_there_is_named(files):
    np.savez(files.folder / "v.npz", ids=np.arange(2))
    assert set(files.arrays("v.npz", "ids")) == {"ids"}
    with pytest.raises(RunError, match="it has no array 'vectors'"):
        files.arrays("v.npz", "ids", "vectors")


def test_json_of_another_shape_is_refused(files):
    (files.folder / "a.json").write_text("[1]")
    with pytest.raises(RunError, match="it holds no keys and values"):
        files.mapping("a.json")


def test_json_that_is_cut_short_keeps_its_line(files):
    (files.folder / "cut.json").write_text('{"a": 1,\n "b": ')
    with pytest.raises(RunError, match="cannot be read: it is no JSON at line 2"):
        files.json("cut.json")


@pytest.mark.parametrize("name", ["v.npz", "t.parquet"])
def test_flipped_bits_and_odd_json_are_named(files, name):
    path = files.folder / name
    if name == "v.npz":
        np.savez_compressed(path, ids=np.arange(50), vectors=np.eye(6))
    else:
        pd.DataFrame({"x": np.arange(50), "y": ["a", "b"] * 25}).to_parquet(path)
    whole = path.read_bytes()
    drawn = np.random.default_rng(7)
    for _ in range(150):
        damaged = bytearray(whole)
        for at in drawn.integers(0, len(whole), 3):
            damaged[at] ^= 1 << int(drawn.integers(8))
        path.write_bytes(bytes(damaged)[: int(drawn.integers(1, len(whole) + 1))])
        with contextlib.suppress(RunError):
            files.arrays(name) if name == "v.npz" else files.table(name)
    for text, said in (
        ("[" * 100_000, "its lists lie too deep"),
        ('{"a": "\\ud800"}', "half a character"),
        ("{" + "1" * 5000, "no JSON"),
    ):
        (files.folder / "a.json").write_text(text, "utf-8")
        with pytest.raises(RunError, match=said):
            files.json("a.json")
