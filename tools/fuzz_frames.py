"""Frames with boxes and masks as training pictures: Penn-Fudan, COCO's files, crops with frames.

A set of two frames is written, one of its files is changed, and everything that a training reads
before its first step is read: records, sizes, classes, masks and boxes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from fuzz_changes import Draw, changed_bytes, changed_json, changed_text, each
from PIL import Image

SIZE = (24, 40)
"""Height and width of the frames."""

PEOPLE = ((2, 3, 10, 20), (22, 1, 36, 23))
"""Boxes of both people of a frame: left, top, right, bottom."""

FRAMES = 2

FORMS = ("penn_fudan", "coco", "crops")

ODD = ("nan", "inf", "1e308", "-7", "0.25", "9" * 401, "9" * 5000, "[" * 5000, '""', "0", "1e7")
"""What a number of an annotation is replaced with."""


def try_penn_fudan(folder: Path, draw: Draw) -> None:
    """Penn-Fudan: an annotation, a mask or a frame was changed."""
    for name in ("PNGImages", "PedMasks", "Annotation"):
        (folder / name).mkdir()
    for number in range(FRAMES):
        stem = f"P{number}"
        _save_frame(folder / "PNGImages" / f"{stem}.png", draw)
        Image.fromarray(_mask(1) + 2 * _mask(2)).save(folder / "PedMasks" / f"{stem}_mask.png")
        lines = [f"Image size (X x Y x C) : {SIZE[1]} x {SIZE[0]} x 3"]
        lines += [f'Objects with ground truth : {len(PEOPLE)} {{ "PASperson" "PASperson" }}']
        for value, (left, top, right, bottom) in enumerate(PEOPLE, 1):
            lines.append(
                f'Bounding box for object {value} "PASperson" (Xmin, Ymin) - (Xmax, Ymax) : '
                f"({left + 1}, {top + 1}) - ({right}, {bottom})"
            )
        (folder / "Annotation" / f"{stem}.txt").write_text("\n".join(lines) + "\n")
    _change_a_file(folder, draw)
    _as_training_pictures(f"penn_fudan={folder}", draw)


def try_coco(folder: Path, draw: Draw) -> None:
    """COCO's file: polygons, runs of both kinds and boxes alone."""
    (folder / "small").mkdir()
    (folder / "annotations").mkdir()
    images, annotations = [], []
    for number in range(FRAMES):
        _save_frame(folder / "small" / f"{number}.png", draw)
        sides = {"height": SIZE[0], "width": SIZE[1]}
        images.append({"id": number, "file_name": f"{number}.png", **sides})
        for left, top, right, bottom in PEOPLE:
            polygon = [left, top, right - 1, top, right - 1, bottom - 1, left, bottom - 1]
            annotations.append(
                {"id": len(annotations), "image_id": number, "category_id": 1, "iscrowd": 0,
                 "bbox": [left, top, right - left, bottom - top], "segmentation": [polygon]}
            )  # fmt: skip
    runs = {"counts": [24 * 20, 24 * 4, 24 * 16], "size": list(SIZE)}
    annotations[1] |= {"iscrowd": 1, "segmentation": runs}
    categories = [{"id": 1, "name": "person"}, {"id": 3, "name": "bicycle"}]
    content = {"images": images, "categories": categories, "annotations": annotations}
    file = folder / "annotations" / "instances_small.json"
    file.write_text(json.dumps(content, indent=1))
    _change_a_file(folder, draw, file if draw.integers(6) else None)
    _as_training_pictures(f"coco={file}", draw)


def try_crops(folder: Path, draw: Draw) -> None:
    """The folder of a crop run with its frames: table, progress, masks."""
    rows = ["frame,time,x,y,width,height,score,track,crop,left_out"]
    (folder / "frames").mkdir()
    for number in range(FRAMES):
        _save_frame(folder / "frames" / f"f{number}.png", draw)
        for value, (left, top, right, bottom) in enumerate(PEOPLE, 1):
            crop = f"gate/p{value}/f{number}.png"
            sides = f"{left}.00,{top}.00,{right - left}.00,{bottom - top}.00"
            rows.append(f"{number},,{sides},0.9,{value},{crop},")
            path = folder / "masks" / crop
            path.parent.mkdir(parents=True, exist_ok=True)
            mask = _mask(value)[top:bottom, left:right] * np.uint8(255)
            Image.fromarray(mask).save(path)
    (folder / "boxes.csv").write_text("\n".join(rows) + "\n")
    progress = {
        "digest": "d", "next_frame": FRAMES, "frames": FRAMES, "complete": True,
        "size": (folder / "boxes.csv").stat().st_size,
    }  # fmt: skip
    (folder / "crop.json").write_text(json.dumps(progress, indent=1))
    _change_a_file(folder, draw, folder / "boxes.csv" if draw.integers(3) else None)
    _as_training_pictures(f"crops={folder}", draw)


def _save_frame(path: Path, draw: Draw) -> None:
    Image.fromarray(draw.integers(0, 256, (*SIZE, 3)).astype(np.uint8)).save(path)


def _mask(value: int) -> np.ndarray:
    """1 in the box of a person, else 0."""
    left, top, right, bottom = PEOPLE[value - 1]
    mask = np.zeros(SIZE, np.uint8)
    mask[top:bottom, left:right] = 1
    return mask


def _change_a_file(folder: Path, draw: Draw, path: Path | None = None) -> None:
    """Change a file of a set: as JSON, as text, as bytes; or take it away."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    path = path or files[int(draw.integers(len(files)))]
    data = path.read_bytes()
    way = int(draw.integers(8))
    if way == 0:
        path.unlink()
    elif path.suffix != ".png" and way == 2:
        path.write_text(_with_an_odd_number(data.decode(), draw))
    elif path.suffix == ".png" or way == 1:
        path.write_bytes(changed_bytes(data, draw))
    elif path.suffix == ".json" and way > 2:
        path.write_text(changed_json(data.decode(), draw))
    else:
        path.write_bytes(changed_text(data.decode(), draw).encode("utf-8", "replace"))


def _with_an_odd_number(text: str, draw: Draw) -> str:
    """A text of which one number became an odd one."""
    numbers = list(re.finditer(r"-?\d+(\.\d+)?", text))
    chosen = numbers[int(draw.integers(len(numbers)))]
    return text[: chosen.start()] + ODD[int(draw.integers(len(ODD)))] + text[chosen.end() :]


def _as_training_pictures(given: str, draw: Draw) -> None:
    """Everything that a training reads of frames before it begins, and when it draws them."""
    from probe.backbones._training.frame_data import (
        FrameData,
        check_frames,
        check_kinds,
        frame_records,
        instances_of,
    )
    from probe.pictures.decoding import read_picture

    data = FrameData(kind="frames", forms=FORMS, people_only=bool(draw.integers(2)))
    records = frame_records(data, [given], lambda message: None)
    checks: tuple[Callable[[], object], ...] = (
        partial(check_frames, records, masks=True),
        partial(check_frames, records, masks=False),
        partial(check_kinds, records, 2),
    )
    each(*checks)
    for record in records:
        if record.frame is not None:
            size = read_picture(record.path).shape[:2]
            instances_of(record.frame, (int(size[0]), int(size[1])))
