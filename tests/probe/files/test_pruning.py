"""What was used longest ago goes first, whole entries at a time."""

import os

from probe.files.pruning import prune


def written(folder, name, size, used):
    path = folder / name
    path.write_bytes(bytes(size))
    os.utime(path, (used, used))
    return path


def test_the_entries_used_longest_ago_go_until_the_rest_fits(tmp_path):
    files = [written(tmp_path, str(used), 100, used) for used in (3, 1, 4, 2)]
    assert prune(([file] for file in files), 250) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["3", "4"]
    assert prune(([file] for file in files[::2]), 250) == 0


def test_files_of_an_entry_go_together_and_the_first_one_tells_its_age(tmp_path):
    old = [written(tmp_path, "a.png", 10, 1), written(tmp_path, "a.npz", 90, 9)]
    new = [written(tmp_path, "b.png", 10, 5)]
    assert prune([new, old], 50) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["b.png"]


def test_what_was_used_last_is_spared_however_large_it_is(tmp_path):
    files = [written(tmp_path, str(used), 100, used) for used in (1, 2)]
    assert prune(([file] for file in files), 10, spared=1) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["2"]
