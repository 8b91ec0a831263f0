"""Copies the people to test of CUHK03 under names that `examples/cuhk03_cameras.yaml` reads.

    python examples/studies/cuhk03_cameras.py CUHK03 --out RENAMED

CUHK03 holds `PPPP_II.jpg` and a `test.txt` with the people to test.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from probe.errors import ProbeError, UsageError
from probe.pictures.layouts.cuhk03_pictures import spec


def renamed(folder: Path, out: Path) -> int:
    """Copy the pictures of the test part as `PPPP_cC_II.jpg`; how many.

    Raises:
        PictureSourceError: it is not CUHK03.
        UsageError: nobody is named to test.
    """
    data = spec.read(folder)
    if not len(data.query):
        raise UsageError(f"{folder}: nobody to test", hint="Name them in test.txt: 600-742.")
    out.mkdir(parents=True, exist_ok=True)
    for side in (data.query, data.gallery):
        for file, camera in zip(side.files, side.cameras, strict=True):
            person, number = file.stem.split("_")
            shutil.copyfile(file, out / f"{person}_c{camera + 1}_{number}.jpg")
    return len(data.query) + len(data.gallery)


def main() -> None:
    """Copy, and say how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="CUHK03")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    print(f"{renamed(given.folder, given.out)} pictures: {given.out}")


if __name__ == "__main__":
    try:
        main()
    except ProbeError as error:
        sys.exit(f"{error}\n  {error.hint or ''}".rstrip())
