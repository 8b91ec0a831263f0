"""Penn-Fudan pedestrians as they come: `PNGImages`, `PedMasks` and `Annotation` (Wang et al. 2007).

Boxes are those of the annotation, whose pixels count from 1; masks are the pixels of a person's
number.
"""

from __future__ import annotations

import re
from pathlib import Path

from probe.errors import FramesError
from probe.files.places import is_file, is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance
from probe.frames.annotated.masks import LabelMask

FRAMES, MASKS, ANNOTATIONS = "PNGImages", "PedMasks", "Annotation"
"""Its folders."""

_BOX = re.compile(
    r"Bounding box for object (\d+) .*\(Xmin, Ymin\) - \(Xmax, Ymax\) : "
    r"\((\d+), (\d+)\) - \((\d+), (\d+)\)"
)
_SIZE = re.compile(r"Image size \(X x Y x C\) : (\d+) x (\d+) x \d+")


def penn_fudan(folder: Path) -> list[AnnotatedFrame]:
    """The frames of the set, or of a part of it, in the order of their names.

    Raises:
        FramesError: a folder or a file is missing, or an annotation is not of this set.
    """
    pictures = _folder(folder, FRAMES)
    for name in (MASKS, ANNOTATIONS):
        _folder(folder, name)
    return [_frame(folder, path) for path in sorted(pictures.glob("*.png"))]


def _folder(folder: Path, name: str) -> Path:
    if not is_folder(folder / name):
        raise FramesError(
            f"this is not Penn-Fudan: it has no folder {name}",
            place=folder,
            hint=f"Name the folder that holds {FRAMES}, {MASKS} and {ANNOTATIONS}.",
        )
    return folder / name


def _frame(folder: Path, picture: Path) -> AnnotatedFrame:
    annotation = folder / ANNOTATIONS / f"{picture.stem}.txt"
    mask = folder / MASKS / f"{picture.stem}_mask.png"
    for path in (annotation, mask):
        if not is_file(path):
            raise FramesError(
                f"{picture.name} has no {path.parent.name}/{path.name}",
                place=folder,
                hint="Take the frame out, or restore the file from a copy.",
            )
    text = annotation.read_text("latin-1")
    size = _SIZE.search(text)
    if size is None:
        raise FramesError(
            "this is no annotation of Penn-Fudan: it states no image size",
            place=annotation,
            hint="Restore the file from a copy.",
        )
    width, height = int(size[1]), int(size[2])
    instances = tuple(_person(match, mask, (height, width), annotation) for match in _boxes(text))
    return AnnotatedFrame(
        picture, f"{FRAMES}/{picture.name}", (height, width), instances, annotation
    )


def _boxes(text: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, match.groups())) for match in _BOX.finditer(text)]


def _person(numbers: tuple[int, ...], mask: Path, size: tuple[int, int], place: Path) -> Instance:
    value, left, top, right, bottom = numbers
    if not (1 <= left <= right <= size[1] and 1 <= top <= bottom <= size[0]):
        raise FramesError(
            f"the box of object {value} does not lie in a frame of {size[1]}x{size[0]}",
            place=place,
            hint="Restore the file from a copy.",
        )
    return Instance((left - 1, top - 1, right, bottom), mask=LabelMask(mask, value))
