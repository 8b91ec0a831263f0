"""The crops of walks that are compared, as picture records, with or without their background."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.contracts import Masker, PictureRecord, Reporter, Runtime
from probe.errors import ComparisonError, MaskError, PictureError
from probe.files.data_path import path_in_data
from probe.files.places import is_file
from probe.frames.box_table import BoxRow
from probe.frames.cropping import MASKS, TABLE
from probe.frames.walks import evenly
from probe.masking.making import MasksOf, make_masks, masks_here
from probe.masking.mask_file import read_mask
from probe.masking.mask_set import MaskSet
from probe.masking.on_nodes import MasksOnNodes
from probe.masking.opening import open_masker
from probe.matching.cameras import Camera, Walk, crop_path
from probe.matching.request import DETECTOR
from probe.pictures.decoding import picture_digest, picture_size, read_bytes
from probe.pictures.image_set import ImageRecord
from probe.pictures.photographs import PhotoFile
from probe.wording import Message, reason_of, refusal


@dataclass(frozen=True, eq=False)
class WalkPictures:
    """A walk with its crops that are compared.

    Attributes:
        walk: the walk.
        records: the crops, in order; the same crop of two frames stands once.
    """

    walk: Walk
    records: tuple[ImageRecord, ...]


def pictures_of(walks: Sequence[Walk], most: int) -> list[WalkPictures]:
    """At most so many crops of every walk, evenly spread.

    Raises:
        PictureError: a crop cannot be read.
    """
    return [_pictures(walk, most) for walk in walks]


def _pictures(walk: Walk, most: int) -> WalkPictures:
    rows = {row.crop: row for row in walk.rows}
    chosen = (_record(walk, rows[path]) for path in evenly(list(rows), most))
    return WalkPictures(walk, tuple({record.image_id: record for record in chosen}.values()))


def _record(walk: Walk, row: BoxRow) -> ImageRecord:
    path = crop_path(walk, row)
    try:
        digest = picture_digest(read_bytes(path), None)
        width, height = picture_size(path)
    except PictureError as error:
        raise refusal(
            PictureError, reason_of(error), place=path, hint=Message("matching-restore-crop")
        ) from error
    return ImageRecord(
        image_id=digest,
        protocol="match",
        subject=walk.name,
        role="subject",
        condition=0,
        outfit="",
        camera=walk.camera,
        day="",
        take=str(row.frame),
        source=row.crop,
        origin=PhotoFile(path, None, digest, stored=walk.copy.file(path) if walk.copy else None),
        width=width,
        height=height,
    )


def check_different(cameras: Sequence[Camera], pictures: Sequence[WalkPictures]) -> None:
    """Refuse cameras that show the same pictures: everybody would be found again at once.

    Raises:
        ComparisonError: names both.
    """
    shown: dict[str, set[str]] = {camera.entry.name: set() for camera in cameras}
    for one in pictures:
        shown[one.walk.camera] |= {record.image_id for record in one.records}
    names = [name for name, held in shown.items() if held]
    for place, first in enumerate(names):
        for second in names[place + 1 :]:
            if shown[first] & shown[second]:
                raise refusal(
                    ComparisonError,
                    Message("matching-same-pictures", {"first": first, "second": second}),
                    hint=Message("matching-same-pictures-step"),
                )


class DetectorMasks(Masker):
    """The masks that the detector gave, beside the crops of every camera.

    Args:
        pictures: all crops that are compared.

    Raises:
        MaskError: a camera has none.
    """

    name = DETECTOR
    given = True

    def __init__(self, pictures: Sequence[WalkPictures]) -> None:
        self._files = {
            record.image_id: path_in_data(
                one.walk.folder / MASKS, record.source, MaskError, one.walk.folder / TABLE
            )
            for one in pictures
            for record in one.records
        }
        for one in pictures:
            if not (one.walk.folder / MASKS).is_dir():
                raise refusal(
                    MaskError,
                    Message("matching-no-masks", {"camera": one.walk.camera}),
                    place=one.walk.folder,
                    hint=Message("matching-no-masks-step"),
                )

    @property
    def digest(self) -> str:
        """Of the files."""
        told = hashlib.sha256(b"detector 1")
        for image, path in sorted(self._files.items()):
            content = hashlib.sha256(path.read_bytes()).hexdigest() if is_file(path) else ""
            told.update(f"{image} {content}\n".encode())
        return told.hexdigest()

    def mask_of(self, record: PictureRecord, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """The mask of a crop.

        Raises:
            MaskError: it is missing or cannot be read.
        """
        path: Path = self._files[record.image_id]
        return read_mask(path)


def masks_of(
    given: str,
    pictures: Sequence[WalkPictures],
    runtime: Runtime,
    reporter: Reporter,
    nodes: RayNodes | None = None,
) -> MaskSet:
    """The masks that `--mask` asks for, of all crops that are compared.

    Args:
        given: name of the masker, and its file.
        pictures: the crops.
        runtime: where and how it works.
        reporter: told how far it is.
        nodes: of a cluster, which make masks that are not there yet; None: this machine does.

    Raises:
        MaskError: unknown, or not one crop could be masked.
    """
    masker = DetectorMasks(pictures) if given == DETECTOR else open_masker(given, runtime)
    records = [record for one in pictures for record in one.records]
    progress = reporter.progress(Message("progress-masking", {"masker": masker.name}), "pictures")
    made: MasksOf = masks_here
    if nodes is not None and not masker.given:
        made = MasksOnNodes(nodes, {masker.name: partial(open_masker, given, runtime)})
    return make_masks(masker, records, progress, made)


def masked(pictures: Sequence[WalkPictures], masks: MaskSet) -> list[WalkPictures]:
    """The walks with those crops that have a mask; those without any are left out."""
    kept = (
        replace(one, records=tuple(r for r in one.records if r.image_id in masks))
        for one in pictures
    )
    return [one for one in kept if one.records]
