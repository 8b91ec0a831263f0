"""What a recipe learns from: data sets of known forms, a table, or rendered people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import ClassVar, Literal, NoReturn

import numpy as np
from pydantic import model_validator

from probe.backbones._training.data_part import DataPart
from probe.backbones._training.frame_data import FrameData, frame_records
from probe.backbones._training.picture_table import read_table
from probe.backbones._training.processes import first, meet
from probe.backbones._training.recipe_part import RecipePart
from probe.backbones._training.rendered import RenderedTracks, write_tracks
from probe.backbones._training.styled_set import with_copies
from probe.backbones._training.table import (
    TrainingRecord,
    TrainingTable,
    share_of_people,
    share_of_pictures,
    table_of,
)
from probe.contracts import Reporter
from probe.errors import PictureSourceError, UsageError
from probe.pictures.data_sets import LAYOUTS, read_data, without_broken
from probe.pictures.labelled import JUNK, Broken, LabelledPictures, ReidData
from probe.wording import Message, nearest, refusal, wording_of

TABLE = "table"
"""The form of a CSV file with the columns of `TrainingRecord`."""

NAMED_BROKEN = 10
"""So many pictures that do not open are named one by one."""


@dataclass(frozen=True)
class DataRequest:
    """Where the pictures of a training are.

    Attributes:
        source: `FORM=DIR` of the labelled data sets; several are trained on together.
        target: `FORM=DIR` of the domain that is adapted to; its people are not known.
        styled: folders of styled copies, of the first target, the second, and so on.
    """

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    styled: tuple[str, ...] = ()


class DataFolder(DataPart):
    """A data set of a known form; its folder is named on the command line (`--data FORM=DIR`).

    Attributes:
        kind: `folder`.
        forms: the forms that this recipe can take; `table` is a CSV file.
        all_parts: also train on the query and gallery part (as some joint trainings did; figures on
            these parts then mean nothing).
    """

    kind: Literal["folder"]
    forms: tuple[str, ...]
    all_parts: bool
    labelled: ClassVar[bool] = True

    @model_validator(mode="after")
    def _check_forms(self) -> DataFolder:
        forms = {*LAYOUTS.names(), TABLE}
        for form in self.forms:
            if form not in forms:
                raise ValueError(
                    wording_of().text(
                        "train-form-unknown", form=repr(form), near=nearest(form, forms)
                    )
                )
        return self


class UnlabelledFolder(DataFolder):
    """Data sets whose people are not looked at (`--target FORM=DIR`), without a labelled one."""

    kind: Literal["unlabelled_folder"]  # type: ignore[assignment]
    labelled: ClassVar[bool] = False


class RenderedData(DataPart, RenderedTracks):
    """Tracks of rendered people; see `RenderedTracks`."""

    kind: Literal["rendered_tracks"]
    renders: ClassVar[bool] = True


DATA: dict[str, type[RecipePart]] = {
    "folder": DataFolder,
    "unlabelled_folder": UnlabelledFolder,
    "rendered_tracks": RenderedData,
    "frames": FrameData,
}
"""The kinds of data that ship."""


def training_table(
    data: DataPart, request: DataRequest, pictures: Path, reporter: Reporter, workers: int
) -> TrainingTable:
    """The pictures of a recipe.

    Args:
        data: what the recipe says.
        request: where they are.
        pictures: folder of those that a recipe renders.
        reporter: told what is worth knowing.
        workers: processes that render.

    Raises:
        ProbeError: data that do not fit the recipe, or hold no training picture.
    """
    if isinstance(data, RenderedTracks):
        progress = reporter.progress(Message("progress-rendering"), "pictures")
        records = _rendered(data, request, pictures, progress, workers)
    elif isinstance(data, DataFolder):
        records = _from_folders(data, request, reporter.step)
    elif isinstance(data, FrameData):
        _refuse_target(request)
        records = frame_records(data, request.source, reporter.step)
    else:
        raise UsageError(f"data of kind {data.kind!r} have no reader")
    table = share_of_people(table_of(records), data.share_of_people, data.share_seed)
    return share_of_pictures(table, data.share_of_pictures, data.share_seed)


def _rendered(
    data: RenderedTracks,
    request: DataRequest,
    folder: Path,
    progress: Callable[[int, int], None],
    workers: int,
) -> list[TrainingRecord]:
    if request.source or request.target or request.styled:
        raise refusal(
            UsageError, Message("train-renders-own"), hint=Message("train-leave-data-out")
        )
    if first():
        write_tracks(data, folder, progress, workers)
    meet()
    return _records(read_data(f"identity_folders={folder}").train, "rendered", target=False)


def _refuse_target(request: DataRequest) -> None:
    if request.target or request.styled:
        raise refusal(
            UsageError, Message("train-from-frames"), hint=Message("train-leave-target-out")
        )


def _from_folders(
    data: DataFolder, request: DataRequest, say: Callable[[Message], None]
) -> list[TrainingRecord]:
    check_forms(data, request)
    records: list[TrainingRecord] = []
    for given in request.source:
        records += _set_records(data, given, False, len(records), say)
    for given, styled in zip_longest(request.target, request.styled):
        of_target = _set_records(data, given, True, len(records), say)
        records += with_copies(of_target, Path(styled), given) if styled else of_target
    if not records:
        raise refusal(
            PictureSourceError,
            Message("train-no-picture"),
            place=", ".join((*request.source, *request.target)),
            hint=Message("train-name-training-part"),
        )
    return records


def check_forms(data: DataFolder, request: DataRequest) -> None:
    """Refuse a recipe without data sets, and data sets of a form that it does not take.

    Raises:
        UsageError: says which forms it takes.
    """
    _check_sides(data, request)
    for given in (*request.source, *request.target):
        form, equals, folder = given.partition("=")
        if not equals or not folder:
            raise refusal(
                UsageError,
                Message("train-not-form-dir", {"given": repr(given)}),
                hint=Message("step-forms", {"forms": tuple(data.forms)}),
            )
        if form not in data.forms:
            raise refusal(
                UsageError,
                Message("train-form-not-taken", {"form": repr(form)}),
                hint=Message("step-forms", {"forms": tuple(data.forms)}),
            )
    _check_target(request)


def _check_target(request: DataRequest) -> None:
    """Refuse styled copies of no target, and a target whose people the source names."""
    if len(request.styled) > len(request.target):
        raise refusal(
            UsageError,
            Message(
                "train-styled-count",
                {"styled": len(request.styled), "targets": len(request.target)},
            ),
            hint=Message("train-styled-of-target"),
        )
    named = {Path(given.partition("=")[2]).resolve() for given in request.source}
    for given in request.target:
        if Path(given.partition("=")[2]).resolve() in named:
            raise refusal(
                UsageError,
                Message("train-same-source-target"),
                place=given,
                hint=Message("train-adapt-to-another"),
            )


def _check_sides(data: DataFolder, request: DataRequest) -> None:
    forms = ", ".join(data.forms)
    if data.labelled and not request.source:
        raise refusal(
            UsageError,
            Message("train-needs-data"),
            hint=Message("train-name-data", {"forms": forms}),
        )
    if not data.labelled and (request.source or not request.target):
        raise refusal(
            UsageError,
            Message("train-needs-target"),
            hint=Message("train-name-target", {"forms": forms}),
        )


def _set_records(
    data: DataFolder, given: str, target: bool, before: int, say: Callable[[Message], None]
) -> list[TrainingRecord]:
    form, _, folder = given.partition("=")
    # Two folders of one form are two sets: the place in the command line keeps them apart.
    name = f"{form}#{before}" if before else form
    if form == TABLE:
        return read_table(Path(folder), name, target=target)
    reid = without_broken(read_data(given))
    _say_notes(reid, say)
    records = _records(reid.train, name, target=target)
    if reid.broken and not records:
        _refuse_all_broken(reid.broken, given)
    return records + (_tested(reid, name, target) if data.all_parts else [])


def _refuse_all_broken(broken: Sequence[Broken], given: str) -> NoReturn:
    first = broken[0]
    raise refusal(
        PictureSourceError,
        Message(
            "train-all-broken",
            {"broken": len(broken), "first": str(first.path), "reason": first.reason},
        ),
        place=given,
        hint=Message("train-mend-pictures"),
    )


def _records(
    pictures: LabelledPictures, data_set: str, *, target: bool, split: str = "train"
) -> list[TrainingRecord]:
    columns = (pictures.paths, pictures.people.tolist(), pictures.cameras.tolist())
    return [
        TrainingRecord(
            pictures.root / name, name, data_set, person, camera, split, target,
            _beside(pictures.root, "masks", name, ".png"),
            _beside(pictures.root, "keypoints", name, ".json"),
        )
        for name, person, camera in zip(*columns, strict=True)
    ]  # fmt: skip


def _beside(root: Path, folder: str, name: str, suffix: str) -> Path | None:
    """The mask or keypoints of a picture, where the set has them as `probe scenes` writes them."""
    path = (root / folder / name).with_suffix(suffix)
    return path if path.is_file() else None


def trained_records(given: str) -> list[TrainingRecord]:
    """The pictures of the training part of `FORM=DIR`, or of a table; junk is left out.

    Raises:
        ProbeError: the folder is another data set, or has no training part.
    """
    form, _, folder = given.partition("=")
    if form == TABLE:
        return read_table(Path(folder), TABLE, target=True)
    train = without_broken(read_data(given)).train
    if not len(train):
        raise refusal(
            PictureSourceError,
            Message("train-no-picture"),
            place=folder,
            hint=Message("train-another-part"),
        )
    return _records(train.only(train.people != JUNK), form, target=False)


def tested_records(given: str) -> list[TrainingRecord]:
    """The pictures of the test part of `FORM=DIR`: queries and gallery; all where there is none.

    Raises:
        ProbeError: the folder is another data set.
    """
    reid = without_broken(read_data(given))
    records = [
        *_records(reid.query, given, target=False, split="query"),
        *_records(reid.gallery, given, target=False, split="gallery"),
    ]
    return records or _records(reid.train, given, target=False)


def _tested(data: ReidData, data_set: str, target: bool) -> list[TrainingRecord]:
    """Pictures of the test part; its people are others than those of the training part."""
    shift = int(data.train.people.max(initial=0)) + 1
    records: list[TrainingRecord] = []
    for split, part in (("query", data.query), ("gallery", data.gallery)):
        shown = part.only(~np.isin(part.people, (0, JUNK)))
        moved = LabelledPictures(shown.root, shown.paths, shown.people + shift, shown.cameras)
        records += _records(moved, data_set, target=target, split=split)
    return records


def _say_notes(data: ReidData, say: Callable[[Message], None]) -> None:
    for note in data.notes:
        say(Message("retrieval-note", {"note": note}))
    _say_broken(data.broken, say)


def _say_broken(lost: Sequence[Broken], say: Callable[[Message], None]) -> None:
    for picture in lost[:NAMED_BROKEN]:
        values = {"picture": picture.path, "reason": picture.reason}
        say(Message("data-picture-left-out", values))
    if len(lost) > NAMED_BROKEN:
        say(Message("data-more-left-out", {"more": len(lost) - NAMED_BROKEN}))
