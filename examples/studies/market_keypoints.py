"""Joints of Market-1501 for FD-GAN: layumi/market1501_body_point beside the pictures, as JSON.

    git clone https://github.com/layumi/market1501_body_point
    python examples/studies/market_keypoints.py market1501_14point_train.mat MARKET

Its rows follow the sorted names of the 12,936 official training pictures. Where MARKET lacks some
of them, one that is missing shifts all after it: `--names FILE`, a name a line, is then the
official list. MARKET may hold the pictures in any of its folders. 14 joints: head, neck, right arm,
left arm, right leg, left leg; here they are the first 14 of OpenPose's 18 (the head stands for the
nose), eyes and ears are missing. Needs the package h5py, which `probe` does not bring.
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


def write_keypoints(
    rows: Sequence[Sequence[float]], market: Path, names: Sequence[str] | None = None
) -> int:
    """Write keypoints/FOLDER/NAME.json for every picture; how many.

    Args:
        rows: of all official training pictures, in the order of their names.
        market: the folder of the data set.
        names: the official names; None where all of them are there.

    Raises:
        SystemExit: pictures and rows do not belong together, or no picture has a row.
    """
    pictures = sorted(
        (path for folder in FOLDERS for path in (market / folder).glob("*.jpg")),
        key=lambda path: path.name,
    )
    official = sorted(names) if names else [path.name for path in pictures]
    if len(official) != len(rows):
        raise SystemExit(
            f"{len(official):,} names and {len(rows):,} rows: rows follow the official names, of "
            "which one that is missing shifts all after it. Name the official list: --names FILE"
        )
    row_of = dict(zip(official, rows, strict=True))
    known = [path for path in pictures if path.name in row_of]
    if not known:
        raise SystemExit(f"{market}: none of these pictures is in the list of names")
    for path in known:
        out = (market / "keypoints" / path.parent.name / path.name).with_suffix(".json")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(keypoints_text(row_of[path.name]), "utf-8")
    return len(known)


def main() -> None:
    """Read the file and write the keypoints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mat", type=Path)
    parser.add_argument("market", type=Path)
    parser.add_argument("--names", type=Path, help="official names of the training pictures")
    args = parser.parse_args()
    names = args.names.read_text("utf-8").split() if args.names else None
    import h5py

    with h5py.File(args.mat) as file:
        rows = file["pp"][:].tolist()
    print(f"{write_keypoints(rows, args.market, names)} pictures have keypoints")


if __name__ == "__main__":
    main()
