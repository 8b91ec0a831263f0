"""The cache on disk: it keeps its limit, and gives nothing back that it was not given."""

import sqlite3

import numpy as np
import pytest

from probe.embedding.vector_cache import FORMAT, KeptVectors, VectorCache
from probe.errors import RunError

ROW = {"a": np.arange(4, dtype=np.float32), "b": np.arange(4, 8, dtype=np.float32)}


@pytest.fixture
def cache(tmp_path):
    cache = VectorCache(tmp_path)
    cache.put("space", "a space", ROW)
    return cache


def change(cache, statement, *values):
    with sqlite3.connect(cache.path) as connection:
        connection.execute(statement, values)
    connection.close()


def test_it_gives_back_what_it_was_given(cache):
    rows = cache.get("space", ["a", "b", "c"])
    assert rows.keys() == {"a", "b"}
    assert all(np.array_equal(rows[name], ROW[name]) for name in rows)
    assert cache.get("other", ["a"]) == {}


def test_a_flipped_bit_counts_as_absent(cache):
    blob = bytearray(ROW["a"].tobytes())
    blob[5] ^= 1
    change(cache, "UPDATE vectors SET data = ? WHERE image = 'a'", bytes(blob))
    assert cache.get("space", ["a", "b"]).keys() == {"b"}


def test_swapped_vectors_count_as_absent(cache):
    with sqlite3.connect(cache.path) as connection:
        rows = dict(connection.execute("SELECT image, data FROM vectors").fetchall())
        sums = dict(connection.execute("SELECT image, checksum FROM vectors").fetchall())
    connection.close()
    for image, other in (("a", "b"), ("b", "a")):
        statement = "UPDATE vectors SET data = ?, checksum = ? WHERE image = ?"
        change(cache, statement, rows[other], sums[other], image)
    assert cache.get("space", ["a", "b"]) == {}


def test_a_vector_cut_short_or_of_another_space_counts_as_absent(cache):
    change(cache, "UPDATE vectors SET dimension = 3 WHERE image = 'a'")
    assert cache.get("space", ["a"]) == {}
    change(cache, "UPDATE spaces SET name = 'other'")
    assert cache.get("other", ["b"]) == {}


def test_a_damaged_row_is_replaced(cache):
    change(cache, "UPDATE vectors SET data = ? WHERE image = 'a'", b"")
    cache.put("space", "a space", {"a": ROW["a"]})
    assert np.array_equal(cache.get("space", ["a"])["a"], ROW["a"])


def test_vectors_without_a_checksum_are_forgotten(tmp_path):
    with sqlite3.connect(tmp_path / "vectors.sqlite") as connection:
        connection.executescript(
            "CREATE TABLE spaces (id INTEGER PRIMARY KEY, name TEXT, told TEXT, used REAL);"
            "CREATE TABLE vectors (space INTEGER, image TEXT, data BLOB);"
            "INSERT INTO spaces VALUES (1, 'space', 'old', 0);"
            "INSERT INTO vectors VALUES (1, 'a', x'00000000');"
        )
    connection.close()
    cache = VectorCache(tmp_path)
    assert cache.get("space", ["a"]) == {}
    cache.put("space", "new", ROW)
    assert len(VectorCache(tmp_path).get("space", ["a", "b"])) == 2
    with sqlite3.connect(cache.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    connection.close()


def test_the_cache_keeps_its_limit_and_forgets_the_oldest(tmp_path):
    cache = VectorCache(tmp_path)
    for name in ("old", "new"):
        cache.put(name, name, {str(k): np.ones(100, np.float32) for k in range(10)})
    cache.get("old", ["1"])
    assert [space.label for space in cache.spaces()] == ["old", "new"]
    assert cache.trim(5000) == 4000
    assert [space.label for space in cache.spaces()] == ["old"]


def test_a_file_that_is_no_cache_is_refused(tmp_path):
    (tmp_path / "vectors.sqlite").write_bytes(b"not a database, but long enough to be one" * 50)
    with pytest.raises(RunError, match="cache cannot be used"):
        VectorCache(tmp_path)


@pytest.mark.parametrize("fault", ["no database", "other schema", "malformed", "odd blob"])
def test_a_study_goes_on_without_a_cache_that_cannot_be_used(tmp_path, fault):
    path, vector = tmp_path / "vectors.sqlite", {"a" * 64: np.ones(3, np.float32)}
    VectorCache(tmp_path).put("s", "l", vector)
    if fault == "no database":
        path.write_bytes(b"no database at all, but some bytes")
    elif fault == "malformed":
        whole = bytearray(path.read_bytes())
        whole[4096:] = b"\xff" * (len(whole) - 4096)
        path.write_bytes(bytes(whole))
        for other in tmp_path.glob("vectors.sqlite-*"):
            other.unlink()
    else:
        with sqlite3.connect(path) as connection:
            connection.execute(
                "ALTER TABLE vectors RENAME COLUMN data TO bytes"
                if fault == "other schema"
                else "UPDATE vectors SET data = 'text', checksum = 3"
            )
    said = []
    kept = KeptVectors(tmp_path, said.append)
    assert kept.get("s", list(vector)) == {}
    kept.put("s", "l", vector)
    kept.trim()
    expected = [] if fault == "odd blob" else ["progress-without-cache"]
    assert [message.id for message in said] == expected


@pytest.mark.parametrize("fault", ["full", "readonly"])
def test_a_study_goes_on_where_the_disk_is_full_or_read_only(tmp_path, monkeypatch, fault):
    vector = {"a" * 64: np.ones(3, np.float32)}
    VectorCache(tmp_path).put("s", "l", vector)
    said = []
    kept = KeptVectors(tmp_path, said.append)
    connect = sqlite3.connect

    def limited(path, **options):
        connection = connect(f"file:{path}?mode={'ro' if fault == 'readonly' else 'rw'}", uri=True)
        connection.execute("PRAGMA max_page_count = 1")  # SQLite sets it to what there is
        return connection

    monkeypatch.setattr(sqlite3, "connect", limited)
    # Reading keeps the time of the last use, which a disk that may not be written cannot hold.
    assert list(kept.get("s", list(vector))) == ([] if fault == "readonly" else list(vector))
    kept.put("s", "l", {"b" * 64: np.ones(100_000, np.float32)})
    kept.trim()
    (message,) = said
    assert message.id == "progress-without-cache"
    assert fault in message.values["reason"]


def test_a_cache_below_a_file_is_done_without(tmp_path):
    (tmp_path / "file").write_text("")
    said = []
    kept = KeptVectors(tmp_path / "file" / "cache", said.append)
    assert kept.get("s", ["a"]) == {}
    assert len(said) == 1
