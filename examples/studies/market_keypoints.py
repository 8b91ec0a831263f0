"""Joints of Market-1501 for FD-GAN: layumi/market1501_body_point beside the pictures, as JSON.

    git clone https://github.com/layumi/market1501_body_point
    python examples/studies/market_keypoints.py market1501_14point_train.mat MARKET

Its rows follow the sorted names of the official training pictures; MARKET may hold the first so
many of them, in any of its folders. 14 joints: head, neck, right arm, left arm, right leg, left
leg; here they are the first 14 of OpenPose's 18 (the head stands for the nose), eyes and ears are
missing. Needs the package h5py, which `probe` does not bring.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

FOLDERS = ("bounding_box_train", "query", "bounding_box_test")
JOINTS, MISSING = 14, 4


def keypoints_text(row: Sequence[float]) -> str:
    """A row (14 columns, then 14 rows of joints) as the text of a keypoints file."""
    joints = [[float(x), float(y)] for x, y in zip(row[:JOINTS], row[JOINTS:], strict=True)]
    return json.dumps({"keypoints": [*joints, *[None] * MISSING]})


def write_keypoints(rows: Sequence[Sequence[float]], market: Path) -> int:
    """Write keypoints/FOLDER/NAME.json for every picture; how many.

    Raises:
        SystemExit: there are more pictures than rows: they are not the official training pictures.
    """
    pictures = sorted(
        (path for folder in FOLDERS for path in (market / folder).glob("*.jpg")),
        key=lambda path: path.name,
    )
    if len(pictures) > len(rows):
        raise SystemExit(f"{len(pictures)} pictures and {len(rows)} rows: another data set")
    for path, row in zip(pictures, rows, strict=False):
        out = (market / "keypoints" / path.parent.name / path.name).with_suffix(".json")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(keypoints_text(row), "utf-8")
    return len(pictures)


def main() -> None:
    """Read the file and write the keypoints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mat", type=Path)
    parser.add_argument("market", type=Path)
    args = parser.parse_args()
    import h5py

    with h5py.File(args.mat) as file:
        rows = file["pp"][:].tolist()
    print(f"{write_keypoints(rows, args.market)} pictures have keypoints")


if __name__ == "__main__":
    main()
