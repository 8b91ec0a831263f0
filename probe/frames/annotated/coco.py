"""COCO's annotation files: `annotations/instances_NAME.json` beside the pictures in `NAME`.

Classes are numbered 0, 1, ... in the order of their ids, people first: `person` has the lowest id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from probe.errors import FramesError
from probe.files.data_path import path_in_data
from probe.files.places import is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance
from probe.frames.annotated.masks import MaskSource, PolygonMask, RunMask

BEFORE = "instances_"
"""Before the name of the pictures' folder in the name of the file."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class _Image(_Part):
    id: int
    file_name: str
    height: int
    width: int


class _Category(_Part):
    id: int


class _Runs(_Part):
    counts: tuple[int, ...]
    size: tuple[int, int]


class _Annotation(_Part):
    image_id: int
    category_id: int
    bbox: tuple[float, float, float, float]
    iscrowd: bool = False
    segmentation: tuple[tuple[float, ...], ...] | _Runs | None = None


class _File(_Part):
    images: tuple[_Image, ...]
    categories: tuple[_Category, ...]
    annotations: tuple[_Annotation, ...]


def coco(file: Path) -> list[AnnotatedFrame]:
    """The frames of an annotation file, in its order; boxes without a size are left out.

    Raises:
        FramesError: it is no such file, its pictures are not there, or its numbers do not fit.
    """
    content = _read(file)
    pictures = file.parent.parent / file.stem.removeprefix(BEFORE)
    if not is_folder(pictures):
        raise FramesError(
            "the pictures of this annotation file are not there",
            place=pictures,
            hint=f"Expected DIR/annotations/{BEFORE}NAME.json with the pictures in DIR/NAME.",
        )
    kinds = {number: kind for kind, number in enumerate(sorted(c.id for c in content.categories))}
    by_image: dict[int, list[_Annotation]] = {}
    for annotation in content.annotations:
        by_image.setdefault(annotation.image_id, []).append(annotation)
    return [
        _frame(file, pictures, image, by_image.get(image.id, ()), kinds) for image in content.images
    ]


def _read(file: Path) -> _File:
    try:
        return _File.model_validate(json.loads(file.read_text("utf-8")))
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
    except ValidationError as error:
        first: Mapping[str, Any] = error.errors()[0]
        reason = f"does not fit at {'.'.join(map(str, first['loc']))}: {first['msg']}"
    except ValueError as error:
        reason = f"is no JSON ({error})"
    raise FramesError(
        f"this annotation file {reason}",
        place=file,
        hint=f"Expected COCO's {BEFORE}NAME.json with images, categories and annotations.",
    )


def _frame(
    file: Path,
    pictures: Path,
    image: _Image,
    annotations: Sequence[_Annotation],
    kinds: Mapping[int, int],
) -> AnnotatedFrame:
    path = path_in_data(pictures, image.file_name, FramesError, file)
    made = (_instance(file, image, annotation, kinds) for annotation in annotations)
    instances = tuple(instance for instance in made if instance is not None)
    size = (image.height, image.width)
    return AnnotatedFrame(path, f"{pictures.name}/{image.file_name}", size, instances, file)


def _instance(
    file: Path, image: _Image, annotation: _Annotation, kinds: Mapping[int, int]
) -> Instance | None:
    if annotation.category_id not in kinds:
        raise FramesError(
            f"an annotation of {image.file_name} has the category {annotation.category_id}, which "
            "the file does not list",
            place=file,
            hint="Add it to the file's categories, or take the annotation out.",
        )
    left, top, width, height = annotation.bbox
    box = (
        max(left, 0.0), max(top, 0.0),
        min(left + width, float(image.width)), min(top + height, float(image.height)),
    )  # fmt: skip
    if box[2] <= box[0] or box[3] <= box[1]:
        return None
    mask = _mask(file, annotation)
    return Instance(box, kinds[annotation.category_id], annotation.iscrowd, mask)


def _mask(file: Path, annotation: _Annotation) -> MaskSource | None:
    shown = annotation.segmentation
    if isinstance(shown, _Runs):
        return RunMask(shown.counts, shown.size, file)
    polygons = tuple(polygon for polygon in shown or () if len(polygon) >= 6)
    return PolygonMask(polygons) if polygons else None
