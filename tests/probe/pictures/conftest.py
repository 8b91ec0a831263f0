"""Data sets written on the spot."""

import pytest


def write_msmt17(root, picture, folders=("train", "test")):
    lists = {
        "train": [
            "0000/0000_000_01_0303morning_0008_0.jpg 0",
            "0001/0001_000_05_0303noon_1_0.jpg 1",
        ],
        "val": ["0000/0000_001_15_0303morning_0009_0.jpg 0"],
        "query": ["0000/0000_000_02_0303morning_1_0.jpg 0"],
        "gallery": [
            "0000/0000_001_07_0303morning_1_0.jpg 0",
            "0001/0001_001_07_0303noon_1_0.jpg 1",
        ],
    }
    for name, lines in lists.items():
        folder = folders[0] if name in {"train", "val"} else folders[1]
        for at, line in enumerate(lines):
            picture(root / folder / line.split()[0], at)
        (root / f"list_{name}.txt").write_text("\n".join(lines) + "\n")
    return root


@pytest.fixture
def msmt17():
    """The function that writes a tiny MSMT17 of either version."""
    return write_msmt17
