"""Arrays come back from their file as they were."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from probe.files.array_file import ArrayFile


@pytest.fixture
def arrays():
    rng = np.random.default_rng(0)
    sizes = [(3, 4), (0, 5), (2, 1, 7), (1,)]
    return [*(rng.normal(size=size) for size in sizes), np.arange(9, dtype=np.uint16)[::2]]


def assert_same(kept, arrays):
    assert len(kept) == len(arrays)
    for one, other in zip(kept, arrays, strict=True):
        np.testing.assert_array_equal(one, other)
        assert one.dtype == other.dtype


def test_arrays_come_back(tmp_path, arrays):
    kept = ArrayFile(tmp_path, arrays)
    assert_same(kept, arrays)
    assert_same(kept[1:3], arrays[1:3])
    np.testing.assert_array_equal(kept[-1], arrays[-1])
    assert not list(tmp_path.iterdir())
    with pytest.raises(IndexError):
        kept[5]


def test_a_mapped_array_cannot_be_written_to(arrays):
    kept = ArrayFile(None, arrays)
    for index in (0, 2, -1):
        np.testing.assert_array_equal(kept.mapped(index), arrays[index])
    with pytest.raises(ValueError, match="read-only"):
        kept.mapped(0)[0] = 0


def test_what_is_read_is_a_copy(arrays):
    kept = ArrayFile(None, arrays)
    kept[0][:] = 0
    assert_same(kept, arrays)


def test_a_folder_of_another_machine_is_that_of_temporary_files_here(tmp_path, arrays):
    folder = tmp_path / "gone"
    folder.mkdir()
    sent = pickle.dumps(ArrayFile(folder, arrays))
    folder.rmdir()
    assert_same(pickle.loads(sent), arrays)  # noqa: S301


def test_threads_read_beside_each_other():
    tables = [np.full((50, 200), float(k)) for k in range(40)]
    kept = ArrayFile(None, tables)
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(kept.__getitem__, [k % 40 for k in range(400)]))
    assert all((table == k % 40).all() for k, table in enumerate(read))
