"""Penn-Fudan pedestrians as they come: `PNGImages`, `PedMasks` and `Annotation` (Wang et al. 2007).

Boxes are those of the annotation, whose pixels count from 1; masks are the pixels of a person's
number.
"""

from __future__ import annotations

import re
from pathlib import Path

from probe.errors import FramesError
from probe.files.places import is_file, is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance, Say, unsaid
from probe.frames.annotated.masks import LabelMask
from probe.frames.folder import FrameFolder
from probe.wording import Message, Value, refusal

FRAMES, MASKS, ANNOTATIONS = "PNGImages", "PedMasks", "Annotation"
"""Its folders."""

_BOX = re.compile(
    r"Bounding box for object (\d{1,6}) .*\(Xmin, Ymin\) - \(Xmax, Ymax\) : "
    r"\((\d{1,6}), (\d{1,6})\) - \((\d{1,6}), (\d{1,6})\)"
)
_SIZE = re.compile(r"Image size \(X x Y x C\) : (\d{1,6}) x (\d{1,6}) x \d+")
_OBJECT = re.compile(r"Bounding box for object")
_COUNT = re.compile(r"Objects with ground truth : (\d{1,6})")


def penn_fudan(folder: Path, say: Say = unsaid) -> list[AnnotatedFrame]:
    """The frames of the set, or of a part of it, in the order of their names.

    Args:
        folder: of the set.
        say: told which pictures are not read, and how many annotations have no picture.

    Raises:
        FramesError: a folder or a file is missing, or an annotation is not of this set.
    """
    for name in (FRAMES, MASKS, ANNOTATIONS):
        _folder(folder, name)
    pictures = FrameFolder(folder / FRAMES)
    for note in pictures.notes:
        say(note)
    alone = {path.stem for path in (folder / ANNOTATIONS).glob("*.txt")}
    alone -= {path.stem for path in pictures.files}
    if alone:
        values: dict[str, Value] = {"count": len(alone), "first": f"{min(alone)}.txt"}
        say(Message("training-annotations-alone", values))
    return [_frame(folder, path) for path in pictures.files]


def _folder(folder: Path, name: str) -> Path:
    if not is_folder(folder / name):
        raise refusal(
            FramesError,
            Message("frames-no-penn-fudan", {"name": name}),
            place=folder,
            hint=Message(
                "frames-penn-fudan-holds",
                {"frames": FRAMES, "masks": MASKS, "annotations": ANNOTATIONS},
            ),
        )
    return folder / name


def _frame(folder: Path, picture: Path) -> AnnotatedFrame:
    annotation = folder / ANNOTATIONS / f"{picture.stem}.txt"
    mask = folder / MASKS / f"{picture.stem}_mask.png"
    for path in (annotation, mask):
        if not is_file(path):
            raise refusal(
                FramesError,
                Message(
                    "frames-picture-lacks",
                    {"picture": picture.name, "folder": path.parent.name, "file": path.name},
                ),
                place=folder,
                hint=Message("frames-take-out-or-restore"),
            )
    text = _text(annotation)
    size = _SIZE.search(text)
    if size is None:
        raise refusal(
            FramesError,
            Message("frames-no-image-size"),
            place=annotation,
            hint=Message("step-restore-copy"),
        )
    width, height = int(size[1]), int(size[2])
    boxes = _boxes(text, annotation)
    instances = tuple(_person(numbers, mask, (height, width), annotation) for numbers in boxes)
    return AnnotatedFrame(
        picture, f"{FRAMES}/{picture.name}", (height, width), instances, annotation
    )


def _text(annotation: Path) -> str:
    try:
        return annotation.read_text("latin-1")
    except OSError as error:
        raise refusal(
            FramesError,
            Message("frames-annotation-unreadable", {"detail": str(error.strerror or error)}),
            place=annotation,
            hint=Message("frames-ask-or-take-out"),
        ) from None


def _boxes(text: str, annotation: Path) -> list[tuple[int, ...]]:
    """Number and box of every object.

    Raises:
        FramesError: the file names objects whose boxes cannot be read.
    """
    boxes = [tuple(map(int, match.groups())) for match in _BOX.finditer(text)]
    count = _COUNT.search(text)
    named = max(len(_OBJECT.findall(text)), int(count[1]) if count else 0)
    if len(boxes) != named:
        raise refusal(
            FramesError,
            Message("frames-boxes-readable", {"boxes": len(boxes), "named": named}),
            place=annotation,
            hint=Message("frames-penn-fudan-box"),
        )
    return boxes


def _person(numbers: tuple[int, ...], mask: Path, size: tuple[int, int], place: Path) -> Instance:
    value, left, top, right, bottom = numbers
    if not (1 <= left <= right <= size[1] and 1 <= top <= bottom <= size[0]):
        raise refusal(
            FramesError,
            Message("frames-box-outside", {"number": value, "width": size[1], "height": size[0]}),
            place=place,
            hint=Message("step-restore-copy"),
        )
    return Instance((left - 1, top - 1, right, bottom), mask=LabelMask(mask, value))
