"""Frames in which people are marked as training pictures: which ones, and what lies in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from pydantic import field_validator

from probe.backbones._training.data_part import DataPart
from probe.backbones._training.instances import FULL, FrameInstances
from probe.backbones._training.table import TrainingRecord
from probe.errors import PictureError, PictureSourceError, UsageError
from probe.frames.annotated.frame import AnnotatedFrame, Instance
from probe.frames.annotated.reading import FORMS, annotated_frames
from probe.pictures.decoding import picture_size
from probe.wording import Message, Value, nearest, refusal, wording_of


class FrameData(DataPart):
    """Frames with boxes, masks or both (`--data penn_fudan=DIR`, `crops=DIR`, `coco=FILE.json`).

    Attributes:
        kind: `frames`.
        forms: the forms that this recipe can take.
        people_only: other classes are left out; else classes are those of the set.
    """

    kind: Literal["frames"]
    forms: tuple[str, ...]
    people_only: bool

    @field_validator("forms")
    @classmethod
    def _check_forms(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        for form in forms:
            if form not in FORMS:
                raise ValueError(
                    wording_of().text(
                        "train-form-unknown", form=repr(form), near=nearest(form, FORMS)
                    )
                )
        return forms


def frame_records(
    data: FrameData, sources: Sequence[str], say: Callable[[Message], None]
) -> list[TrainingRecord]:
    """A record a frame, in the order of the sets; frames in which nothing is marked are left out.

    Args:
        data: what the recipe says.
        sources: FORM=PATH of the sets.
        say: told what is left out of them.

    Raises:
        UsageError: no set, or one of a form that the recipe does not take.
        FramesError: a set that cannot be read.
        PictureSourceError: nobody is marked in any frame of a set.
    """
    _check_sources(data, sources)
    records: list[TrainingRecord] = []
    for given in sources:
        form, _, path = given.partition("=")
        frames = annotated_frames(given, say)
        shown = [frame.people() if data.people_only else frame for frame in frames]
        marked = [frame for frame in shown if not all(one.crowd for one in frame.instances)]
        if not marked:
            raise refusal(
                PictureSourceError,
                Message("train-nobody-marked", {"frames": len(frames)}),
                place=path,
                hint=Message("train-frames-with-people"),
            )
        if len(marked) < len(frames):
            values: dict[str, Value] = {
                "left_out": len(frames) - len(marked),
                "frames": len(frames),
                "set": form,
            }
            say(Message("training-frames-empty", values))
        name = f"{form}#{len(records)}" if records else form
        records += [_record(frame, name, len(records) + at) for at, frame in enumerate(marked)]
    return records


def _check_sources(data: FrameData, sources: Sequence[str]) -> None:
    forms = ", ".join(data.forms)
    if not sources:
        raise refusal(
            UsageError,
            Message("train-needs-frames"),
            hint=Message("train-name-frames", {"forms": forms}),
        )
    for given in sources:
        form, equals, path = given.partition("=")
        if not equals or not path:
            raise refusal(
                UsageError,
                Message("train-not-form-path", {"given": repr(given)}),
                hint=Message("step-forms", {"forms": data.forms}),
            )
        if form not in data.forms:
            raise refusal(
                UsageError,
                Message("train-form-not-taken", {"form": repr(form)}),
                hint=Message("step-forms", {"forms": data.forms}),
            )


def _record(frame: AnnotatedFrame, name: str, number: int) -> TrainingRecord:
    """Nobody knows who is in a frame: every frame has a number of its own."""
    return TrainingRecord(frame.path, frame.name, name, number, 0, frame=frame)


def instances_of(frame: AnnotatedFrame, size: tuple[int, int]) -> FrameInstances:
    """What lies in a frame whose picture has a size (height, width).

    Raises:
        PictureError: the annotation is of a picture of another size.
        FramesError: a mask cannot be read, or is of another size.
    """
    _check_size(frame, size)
    # Nothing is learnt from the mask of a crowd; one that has none is nowhere.
    shown = [one for one in frame.instances if one.mask is not None or one.crowd]
    masks = [one.mask.pixels(size) if one.mask else np.zeros(size, np.bool_) for one in shown]
    whole = len(masks) == len(frame.instances) and bool(masks)
    return FrameInstances(
        np.array([one.box for one in frame.instances], np.float32).reshape(-1, 4),
        np.array([one.kind for one in frame.instances], np.int64),
        np.array([one.crowd for one in frame.instances], np.bool_),
        np.stack(masks).astype(np.uint8) * np.uint8(FULL) if whole else None,
    )


def _check_size(frame: AnnotatedFrame, size: tuple[int, int]) -> None:
    if frame.size is not None and frame.size != size:
        raise refusal(
            PictureError,
            Message(
                "train-frame-size",
                {
                    "height": size[0],
                    "width": size[1],
                    "file": frame.place.name,
                    "stated_height": frame.size[0],
                    "stated_width": frame.size[1],
                },
            ),
            place=frame.path,
            hint=Message("train-restore-from-one"),
        )


def check_frames(records: Sequence[TrainingRecord], *, masks: bool) -> None:
    """Refuse frames that a training would stop at later: pictures and masks of another size.

    Args:
        records: of the training.
        masks: whether masks are learnt from; crowds need none.

    Raises:
        PictureError: a picture is missing or of another size, or has no masks.
        FramesError: a mask cannot be read, or is of another size.
    """
    for record in records:
        frame = record.frame
        if frame is None:
            raise refusal(
                PictureError,
                Message("train-nothing-marked"),
                place=record.path,
                hint=Message("train-kind-frames"),
            )
        width, height = picture_size(record.path)
        size = (height, width)
        _check_size(frame, size)
        if masks:
            for instance in frame.instances:
                _check_mask(frame, instance, size)


def _check_mask(frame: AnnotatedFrame, instance: Instance, size: tuple[int, int]) -> None:
    if instance.mask is not None:
        instance.mask.check(size)
    elif not instance.crowd:
        raise refusal(
            PictureError,
            Message("train-box-no-mask", {"file": frame.place.name}),
            place=frame.path,
            hint=Message("train-boxes-alone"),
        )


def check_kinds(records: Sequence[TrainingRecord], classes: int) -> None:
    """Refuse an instance of a class that a network does not have.

    Raises:
        UsageError: names the frame, the class and the file.
    """
    frames = [record.frame for record in records if record.frame is not None]
    for frame in frames:
        highest = max((instance.kind for instance in frame.instances), default=0)
        if highest >= classes:
            raise refusal(
                UsageError,
                Message(
                    "train-class-unknown",
                    {"frame": frame.name, "shown": highest, "last": classes - 1},
                ),
                place=frame.place,
                hint=Message("train-people-only"),
            )
