"""Keypoints of photographs, for FD-GAN's pose maps and `probe generate`: a file a picture.

    python estimate_keypoints.py PICTURES --out PICTURES/keypoints
    python estimate_keypoints.py PICTURES --out DIR --onnx ESTIMATOR.onnx
    python estimate_keypoints.py PICTURES --out DIR --compare OTHER_KEYPOINTS

`DIR/NAME.json` holds OpenPose's 18 joints, [column, row] in pixels of the picture, null for a
joint that is missing. The estimator is MediaPipe's, whose weights come in its wheel, or an ONNX
file of yours: pictures `(n, 3, h, w)`, 0..1 RGB, to heat maps `(n, 18, h', w')` in OpenPose's
order, or 17 in COCO's. MediaPipe pins packages that clash with others, so it has an environment of
its own; this file needs nothing of probe:

    python -m venv pose && pose/bin/pip install mediapipe==0.10.14 pillow

It prints how many pictures show nobody and how many joints are missing; with `--compare`, how far
joints lie from those of other files, in pixels.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

Joints = np.ndarray
"""`(18, 3)`: column, row, and how sure the estimator is, 0..1."""

MEDIAPIPE = (
    (0,), (11, 12), (12,), (14,), (16,), (11,), (13,), (15,), (24,), (26,), (28,), (23,), (25,),
    (27,), (5,), (2,), (8,), (7,),
)  # fmt: skip
"""Joint of OpenPose -> landmarks of MediaPipe whose mean it is: the neck lies between shoulders."""

COCO = (
    (0,), (5, 6), (6,), (8,), (10,), (5,), (7,), (9,), (12,), (14,), (16,), (11,), (13,), (15,),
    (2,), (1,), (4,), (3,),
)  # fmt: skip
"""The same of COCO's 17 joints."""

SURE = 0.5
"""A joint of less visibility (MediaPipe) or height of its heat map (ONNX) is missing (ours)."""

SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".webp"}
NAMES = (
    "nose", "neck", "right shoulder", "right elbow", "right wrist", "left shoulder", "left elbow",
    "left wrist", "right hip", "right knee", "right ankle", "left hip", "left knee", "left ankle",
    "right eye", "left eye", "right ear", "left ear",
)  # fmt: skip


def by_mediapipe() -> Callable[[np.ndarray], Joints | None]:
    """MediaPipe's estimator (Bazarevsky et al. 2020), of one person a picture."""
    try:
        import mediapipe
    except ImportError:
        sys.exit(
            "MediaPipe is not installed here; in an environment of its own: pip install "
            "mediapipe==0.10.14 pillow. Or name an estimator of yours: --onnx FILE."
        )
    # People fill the pictures: the detector's bar may be low.
    pose = mediapipe.solutions.pose.Pose(static_image_mode=True, min_detection_confidence=0.1)

    def estimate(picture: np.ndarray) -> Joints | None:
        found = pose.process(np.ascontiguousarray(picture)).pose_landmarks
        if found is None:
            return None
        height, width = picture.shape[:2]
        points = [(p.x * width, p.y * height, p.visibility) for p in found.landmark]
        return merged(np.array(points), MEDIAPIPE)

    return estimate


def by_onnx(path: Path) -> Callable[[np.ndarray], Joints | None]:
    """An estimator of the user's, by the highest place of every heat map."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    given = session.get_inputs()[0]
    if len(given.shape) != 4 or not all(isinstance(side, int) for side in given.shape[2:]):
        sys.exit(f"{path}: its input is {given.shape}, not (n, 3, height, width) of a fixed size")
    size = tuple(given.shape[2:])

    def estimate(picture: np.ndarray) -> Joints | None:
        fitted = Image.fromarray(picture).resize(size[::-1], Image.Resampling.BILINEAR)
        pixels = (np.asarray(fitted, np.float32) / 255).transpose(2, 0, 1)[None]
        maps = session.run(None, {given.name: pixels})[0][0]
        if len(maps) not in (18, 17):
            sys.exit(f"{path}: it gives {len(maps)} heat maps, not 18 (OpenPose) or 17 (COCO)")
        points = peaks(maps, picture.shape[:2])
        return points if len(maps) == 18 else merged(points, COCO)

    return estimate


def peaks(maps: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Places `(joints, 3)` of the highest values in pixels of a picture of (height, width)."""
    height, width = maps.shape[1:]
    flat = maps.reshape(len(maps), -1)
    rows, columns = np.divmod(flat.argmax(1), width)
    scale = size[1] / width, size[0] / height
    return np.stack([(columns + 0.5) * scale[0], (rows + 0.5) * scale[1], flat.max(1)], axis=1)


def merged(points: np.ndarray, layout: tuple[tuple[int, ...], ...]) -> Joints:
    """The 18 joints: means of points, as sure as the least sure of them."""
    return np.array([[*points[list(p), :2].mean(0), points[list(p), 2].min()] for p in layout])


def written(joints: Joints | None, size: tuple[int, int]) -> list[list[float] | None]:
    """Joints as a file holds them: null where they are missing, or outside of (height, width)."""
    if joints is None:
        return [None] * len(NAMES)
    inside = (joints[:, :2] >= 0).all(1) & (joints[:, :2] < [size[1], size[0]]).all(1)
    rows = zip(joints, inside, strict=True)
    return [
        [round(float(x), 2), round(float(y), 2)] if there and sure >= SURE else None
        for (x, y, sure), there in rows
    ]


def distances(
    first: list[list[float] | None], second: list[list[float] | None]
) -> list[float | None]:
    """How far joints that both have lie apart, in pixels."""
    pairs = zip(first, second, strict=True)
    return [float(np.hypot(*np.subtract(a, b))) if a and b else None for a, b in pairs]


def main(argv: list[str] | None = None) -> None:
    """Estimate, write, count; compare where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pictures", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--onnx", type=Path)
    parser.add_argument("--compare", type=Path, help="a folder of keypoints of the same names")
    parser.add_argument("--first", type=int, help="so many pictures, evenly spread")
    asked = parser.parse_args(argv)
    files = sorted(p for p in asked.pictures.rglob("*") if p.suffix.lower() in SUFFIXES)
    if not files:
        sys.exit(f"{asked.pictures}: there is no picture in this folder")
    if asked.first:
        files = files[:: max(1, len(files) // asked.first)][: asked.first]
    estimate = by_onnx(asked.onnx) if asked.onnx else by_mediapipe()
    nobody, rows, apart = 0, [], []
    for file in files:
        picture = np.asarray(Image.open(file).convert("RGB"))
        joints = estimate(picture)
        nobody += joints is None
        rows.append(written(joints, picture.shape[:2]))
        name = file.relative_to(asked.pictures).with_suffix(".json")
        path = asked.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"keypoints": rows[-1]}), encoding="utf-8")
        if asked.compare and (asked.compare / name).is_file():
            other = json.loads((asked.compare / name).read_text("utf-8"))["keypoints"]
            apart.append(distances(rows[-1], other))
    missing = sum(joint is None for row in rows for joint in row)
    print(
        f"{len(rows)} pictures, {nobody} show nobody; {missing} of {18 * len(rows)} joints missing"
    )
    if apart:
        print_distances(apart)


def print_distances(apart: list[list[float | None]]) -> None:
    """Median and 90 % quantile by joint, and of all joints but the nose."""
    table = np.array([[np.nan if d is None else d for d in row] for row in apart])
    print(f"{len(apart)} pictures have other keypoints; distance in pixels: median, 90 %, joints")
    for name, column in [*zip(NAMES, table.T, strict=True), ("all but the nose", table[:, 1:])]:
        both = column[~np.isnan(column)]
        if both.size:
            middle, far = np.quantile(both, [0.5, 0.9])
            print(f"{name:<17} {middle:6.1f} {far:6.1f} {both.size:6d}")


if __name__ == "__main__":
    main()
