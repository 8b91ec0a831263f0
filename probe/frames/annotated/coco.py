"""COCO's annotation files: `annotations/instances_NAME.json` beside the pictures in `NAME`.

Classes are numbered 0, 1, ...: people first, the others in the order of their ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
)

from probe.errors import FramesError
from probe.files.data_path import path_in_data
from probe.files.json_text import parse_json
from probe.files.misfit import misfit_text
from probe.files.places import is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance, Say, unsaid
from probe.frames.annotated.masks import MaskSource, PolygonMask, RunMask
from probe.frames.annotated.runs import runs_of
from probe.pictures.crops import CUT_OFF, MOSTLY
from probe.pictures.decoding import Box, share_inside
from probe.pictures.table_boxes import FARTHEST
from probe.wording import Message, refusal

BEFORE = "instances_"
"""Before the name of the pictures' folder in the name of the file."""

PEOPLE = ("person", "pedestrian", "people", "human")
"""What sets call people; the first of these names that a file has is class 0."""

_Side = Annotated[int, Field(ge=1, le=int(FARTHEST))]
_Place = Annotated[float, Field(ge=-FARTHEST, le=FARTHEST)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class _Image(_Part):
    id: int
    file_name: str
    height: _Side
    width: _Side


class _Category(_Part):
    id: int
    name: str = ""


def _as_numbers(counts: object) -> object:
    return runs_of(counts) if isinstance(counts, str) else counts


class _Runs(_Part):
    counts: Annotated[tuple[Annotated[int, Field(ge=0)], ...], BeforeValidator(_as_numbers)]
    size: tuple[_Side, _Side]


_Polygons = tuple[tuple[_Place, ...], ...]


def _form(segmentation: object) -> str:
    return "runs" if isinstance(segmentation, dict | _Runs) else "polygons"


_Segmentation = Annotated[
    Annotated[_Polygons, Tag("polygons")] | Annotated[_Runs, Tag("runs")], Discriminator(_form)
]


class _Annotation(_Part):
    image_id: int
    category_id: int
    bbox: tuple[_Place, _Place, _Place, _Place]
    iscrowd: bool = False
    segmentation: _Segmentation | None = None


class _File(_Part):
    images: tuple[_Image, ...]
    categories: tuple[_Category, ...]
    annotations: tuple[_Annotation, ...]


def coco(file: Path, say: Say = unsaid) -> list[AnnotatedFrame]:
    """The frames of an annotation file, in its order.

    Args:
        file: its path.
        say: told how many annotations are left out or cut off, and why.

    Raises:
        FramesError: it is no such file, its pictures are not there, or its numbers do not fit.
    """
    content = _read(file)
    pictures = file.parent.parent / file.stem.removeprefix(BEFORE)
    if not is_folder(pictures):
        raise refusal(
            FramesError,
            Message("frames-pictures-not-there"),
            place=pictures,
            hint=Message("frames-coco-layout", {"before": BEFORE}),
        )
    _check(file, content)
    kinds = _kinds(file, content.categories)
    by_image: dict[int, list[_Annotation]] = {}
    for annotation in content.annotations:
        by_image.setdefault(annotation.image_id, []).append(annotation)
    for note in _notes(content):
        say(note)
    return [
        _frame(_Of(file, pictures, kinds), image, by_image.get(image.id, ()))
        for image in content.images
    ]


def _read(file: Path) -> _File:
    try:
        return _File.model_validate(parse_json(file.read_text("utf-8-sig")))
    except OSError as error:
        detail = str(error.strerror or error)
        reason = Message("frames-file-unreadable", {"detail": detail})
    except ValidationError as error:
        first = error.errors()[0]
        detail = misfit_text(first, ".".join(map(str, first["loc"])))
        reason = Message("frames-file-misfit", {"detail": detail})
    except ValueError as error:
        reason = Message("frames-file-no-json", {"detail": str(error)})
    raise refusal(
        FramesError,
        Message("frames-annotation-file", {"reason": reason}),
        place=file,
        hint=Message("frames-coco-json", {"before": BEFORE}),
    )


def _check(file: Path, content: _File) -> None:
    """Refuse numbers that stand twice, and boxes in fractions of the picture."""
    numbers = {
        "image": [image.id for image in content.images],
        "category": [category.id for category in content.categories],
    }
    for what, ids in numbers.items():
        if twice := _twice(ids):
            raise refusal(
                FramesError,
                Message("frames-number-twice", {"what": what, "number": str(twice[0])}),
                place=file,
                hint=Message("frames-own-number"),
            )
    if twice := _twice(image.file_name for image in content.images):
        raise refusal(
            FramesError,
            Message("frames-picture-twice", {"picture": twice[0]}),
            place=file,
            hint=Message("frames-one-entry"),
        )
    sides = [side for one in content.annotations for side in one.bbox[2:]]
    if sides and all(0 <= side <= 1 for side in sides):
        raise refusal(
            FramesError,
            Message("frames-boxes-fractions"),
            place=file,
            hint=Message("frames-coco-bbox"),
        )


def _twice(values: Iterable[int | str]) -> list[int | str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _kinds(file: Path, categories: Sequence[_Category]) -> dict[int, int]:
    """Id -> class number."""
    names = {one.id: one.name.strip().lower() for one in categories}
    ids = sorted(names)
    people = [number for name in PEOPLE for number in ids if names[number] == name]
    if not people and len(ids) > 1 and any(names.values()):
        given = ", ".join(repr(names[number]) for number in ids[:8])
        raise refusal(
            FramesError,
            Message("frames-no-person-category", {"ids": len(ids), "names": given}),
            place=file,
            hint=Message("frames-call-person"),
        )
    order = [*people[:1], *(number for number in ids if number not in people[:1])]
    return {number: kind for kind, number in enumerate(order)}


def _notes(content: _File) -> list[Message]:
    """What is said of annotations that are not of a picture, have no size, or are cut off."""
    images = {image.id: image for image in content.images}
    listed = [one for one in content.annotations if one.image_id in images]
    shares = [_inside(one, images[one.image_id]) for one in listed]
    unlisted = len(content.annotations) - len(listed)
    cut_off = sum(0 < share < CUT_OFF for share in shares)
    counts = {"annotations": len(content.annotations)}
    notes: list[Message] = []
    if unlisted:
        notes.append(Message("training-annotations-unlisted", {"count": unlisted, **counts}))
    if empty := sum(not share for share in shares):
        notes.append(Message("training-boxes-empty", {"count": empty, **counts}))
    if cut_off:
        mostly = cut_off > MOSTLY * len(listed)
        values = {"count": cut_off, "boxes": len(listed), "mostly": mostly}
        notes.append(Message("training-boxes-cut-off", values))
    return notes


def _inside(annotation: _Annotation, image: _Image) -> float:
    """Share of a box that lies in its frame; 0 where nothing does."""
    if _corners(annotation, image) is None:
        return 0.0
    return max(share_inside(Box(*annotation.bbox), (image.height, image.width)), 1e-9)


@dataclass(frozen=True)
class _Of:
    """Of one file: its path, its pictures' folder, the class numbers."""

    file: Path
    pictures: Path
    kinds: Mapping[int, int]

    def refuse(self, message: Message, hint: Message) -> NoReturn:
        """Raise an error whose place is the file."""
        raise refusal(FramesError, message, place=self.file, hint=hint)


def _frame(of: _Of, image: _Image, annotations: Sequence[_Annotation]) -> AnnotatedFrame:
    path = path_in_data(of.pictures, image.file_name, FramesError, of.file)
    made = (_instance(of, image, annotation) for annotation in annotations)
    instances = tuple(instance for instance in made if instance is not None)
    size = (image.height, image.width)
    return AnnotatedFrame(path, f"{of.pictures.name}/{image.file_name}", size, instances, of.file)


def _instance(of: _Of, image: _Image, annotation: _Annotation) -> Instance | None:
    if annotation.category_id not in of.kinds:
        unlisted = {"picture": image.file_name, "category": str(annotation.category_id)}
        of.refuse(Message("frames-category-unlisted", unlisted), Message("frames-category-add"))
    box = _corners(annotation, image)
    if box is None:
        return None
    mask = _mask(of, image, annotation)
    return Instance(box, of.kinds[annotation.category_id], annotation.iscrowd, mask)


def _corners(annotation: _Annotation, image: _Image) -> tuple[float, float, float, float] | None:
    """The box inside of its frame; None where nothing of it lies there, or it has no size."""
    left, top, width, height = annotation.bbox
    right, bottom = min(left + width, float(image.width)), min(top + height, float(image.height))
    box = (max(left, 0.0), max(top, 0.0), right, bottom)
    return None if box[2] <= box[0] or box[3] <= box[1] else box


def _mask(of: _Of, image: _Image, annotation: _Annotation) -> MaskSource | None:
    shown = annotation.segmentation
    if isinstance(shown, _Runs):
        return RunMask(shown.counts, shown.size, of.file)
    polygons = tuple(polygon for polygon in shown or () if len(polygon) >= 6)
    if not polygons:
        return None
    if any(len(polygon) % 2 for polygon in polygons):
        of.refuse(
            Message("frames-polygon-odd", {"picture": image.file_name}),
            Message("frames-polygon-form"),
        )
    _check_place(of, image, annotation, polygons)
    return PolygonMask(polygons)


def _check_place(
    of: _Of, image: _Image, annotation: _Annotation, polygons: tuple[tuple[float, ...], ...]
) -> None:
    """Refuse polygons that lie beside their box: one of the two is in another unit."""
    left, top, width, height = annotation.bbox
    columns = [value for polygon in polygons for value in polygon[::2]]
    rows = [value for polygon in polygons for value in polygon[1::2]]
    apart = (
        max(columns) < left or min(columns) > left + width
        or max(rows) < top or min(rows) > top + height
    )  # fmt: skip
    if apart:
        of.refuse(
            Message("frames-polygon-outside", {"picture": image.file_name}),
            Message("frames-polygon-units"),
        )
