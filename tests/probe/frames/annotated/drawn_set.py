"""Small sets of frames with people drawn in them, in the forms that are read."""

import json

import numpy as np
from PIL import Image

from probe.frames.box_table import BoxRow, add_rows

SIZE = (48, 80)
"""Height and width of the frames."""


def people_of(number):
    """Boxes (left, top, right, bottom) of a frame's people: one or two of them, upright."""
    first = (6 + 3 * (number % 4), 8, 20 + 3 * (number % 4), 42)
    second = (48, 12 + number % 5, 62, 44)
    return [first, second][: 1 + number % 2]


def picture_of(number, size=SIZE):
    """Noise, with a body of one colour and a head of another in every box."""
    drawn = np.random.default_rng(number)
    pixels = drawn.integers(90, 150, (*size, 3)).astype(np.uint8)
    for left, top, right, bottom in people_of(number):
        pixels[top:bottom, left:right] = (200, 40, 60)
        pixels[top : top + 6, left + 3 : right - 3] = (240, 210, 180)
    return pixels


def mask_of(number, size=SIZE):
    """The people of a frame by number; their corners are cut off, so that a mask is no box."""
    values = np.zeros(size, np.uint8)
    for value, (left, top, right, bottom) in enumerate(people_of(number), start=1):
        values[top:bottom, left:right] = value
        values[top : top + 6, left : left + 3] = 0
        values[top : top + 6, right - 3 : right] = 0
    return values


def write_penn_fudan(folder, numbers=range(4)):
    """A Penn-Fudan of these frames."""
    for name in ("PNGImages", "PedMasks", "Annotation"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in numbers:
        stem = f"FudanPed{number:05d}"
        Image.fromarray(picture_of(number)).save(folder / "PNGImages" / f"{stem}.png")
        Image.fromarray(mask_of(number)).save(folder / "PedMasks" / f"{stem}_mask.png")
        lines = [
            "# Compatible with PASCAL Annotation Version 1.00",
            f'Image filename : "PennFudanPed/PNGImages/{stem}.png"',
            f"Image size (X x Y x C) : {SIZE[1]} x {SIZE[0]} x 3",
        ]
        for value, (left, top, right, bottom) in enumerate(people_of(number), start=1):
            lines.append(
                f'Bounding box for object {value} "PASpersonWalking" (Xmin, Ymin) - (Xmax, Ymax) : '
                f"({left + 1}, {top + 1}) - ({right}, {bottom})"
            )
        (folder / "Annotation" / f"{stem}.txt").write_text("\n".join(lines) + "\n")
    return folder


def write_crops(folder, numbers=range(4), masks=True):
    """What `probe crop` leaves of these frames, with the frames put beside it."""
    (folder / "frames").mkdir(parents=True)
    rows = []
    for number in numbers:
        Image.fromarray(picture_of(number)).save(folder / "frames" / f"f{number}.png")
        for track, (left, top, right, bottom) in enumerate(people_of(number), start=1):
            crop = f"gate/p{track:04d}/f{number:07d}.png"
            box = (left, top, right - left, bottom - top)
            rows.append(BoxRow(number, None, box, 0.9, track, crop))
            if masks:
                path = folder / "masks" / crop
                path.parent.mkdir(parents=True, exist_ok=True)
                mask = (mask_of(number)[top:bottom, left:right] == track) * np.uint8(255)
                Image.fromarray(mask).save(path)
    add_rows(folder / "boxes.csv", rows)
    return folder


def write_coco(folder, numbers=range(4)):
    """COCO's file of these frames: people as polygons, a bicycle, and a crowd in frame 0."""
    pictures, annotations = folder / "small", []
    pictures.mkdir(parents=True)
    (folder / "annotations").mkdir()
    for number in numbers:
        Image.fromarray(picture_of(number)).save(pictures / f"{number}.png")
        for left, top, right, bottom in people_of(number):
            box = [left, top, right - left, bottom - top]
            polygon = [left, top, right - 1, top, right - 1, bottom - 1, left, bottom - 1]
            annotations.append(
                {"image_id": number, "category_id": 1, "bbox": box, "iscrowd": 0,
                 "segmentation": [polygon]}
            )  # fmt: skip
    bicycle = {"image_id": 1, "category_id": 2, "bbox": [0, 0, 8, 4], "segmentation": None}
    runs = [48 * 70, 48 * 4, 48 * 6]
    crowd = {
        "image_id": 0, "category_id": 1, "bbox": [70, 0, 4, 48], "iscrowd": 1,
        "segmentation": {"counts": runs, "size": list(SIZE)},
    }  # fmt: skip
    content = {
        "images": [
            {"id": n, "file_name": f"{n}.png", "height": SIZE[0], "width": SIZE[1]} for n in numbers
        ],
        "categories": [{"id": 1, "name": "person"}, {"id": 2, "name": "bicycle"}],
        "annotations": [*annotations, bicycle, crowd],
    }
    file = folder / "annotations" / "instances_small.json"
    file.write_text(json.dumps(content))
    return file
