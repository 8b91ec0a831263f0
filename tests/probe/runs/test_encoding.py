"""Bytes of files: equal values give equal bytes, and what no reader could read is refused."""

import hashlib
import io
import json

import numpy as np
import pandas as pd
import pytest

from probe.runs.encoding import file_sha256, json_text, npz, parquet, sha256, write_parquet


def test_json_is_read_by_any_reader():
    data = {"a": [1, 0.1, "é"], "b": None}
    assert json.loads(json_text(data)) == data
    with pytest.raises(ValueError, match="JSON"):
        json_text({"a": float("nan")})


def test_arrays_come_back_and_equal_ones_give_equal_bytes():
    arrays = {"a": np.arange(5.0), "b": np.array(["x", "yy"])}
    first, second = npz(**arrays), npz(**{k: v.copy() for k, v in arrays.items()})
    assert first == second
    with np.load(io.BytesIO(first), allow_pickle=False) as stored:
        for name, array in arrays.items():
            np.testing.assert_array_equal(stored[name], array)


def test_a_table_comes_back():
    table = pd.DataFrame({"i": [0, 1], "x": [0.1, np.nan], "t": ["a", "b"]})
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(parquet(table))), table)


def test_groups_of_rows_are_one_table_and_equal_ones_equal_bytes(tmp_path):
    texts = pd.Categorical(["a", "c", "b", "c", "a"], categories=["a", "b", "c", "d"])
    table = pd.DataFrame({"t": texts, "x": [0.1, np.nan, 2.0, 3.0, 4.0], "i": range(5)})
    groups = [table[:2], table[2:2], table[2:]]
    for name in ("one", "two"):
        write_parquet(tmp_path / name, (group for group in groups))
    stored = pd.read_parquet(tmp_path / "one")
    pd.testing.assert_frame_equal(stored, table, check_categorical=False)
    assert stored["t"].dtype == "category"
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    few = pd.read_parquet(tmp_path / "one", filters=[("t", "==", "c")])
    assert few["i"].tolist() == [1, 3]


def test_a_table_without_a_row_comes_back(tmp_path):
    write_parquet(tmp_path / "t", [pd.DataFrame({"x": [0.5]})[:0]])
    assert list(pd.read_parquet(tmp_path / "t")) == ["x"]


def test_hashes_of_bytes_and_of_files_agree(tmp_path):
    data = b"some bytes" * 100_000
    (tmp_path / "f").write_bytes(data)
    assert file_sha256(tmp_path / "f") == sha256(data) == hashlib.sha256(data).hexdigest()
