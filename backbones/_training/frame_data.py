"""Frames in which people are marked as training pictures: which ones, and what lies in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from pydantic import field_validator

from probe.backbones._training.data_part import DataPart
from probe.backbones._training.instances import FULL, FrameInstances
from probe.backbones._training.table import TrainingRecord
from probe.errors import PictureError, PictureSourceError, UsageError, nearest
from probe.frames.annotated.frame import AnnotatedFrame, Instance
from probe.frames.annotated.reading import FORMS, annotated_frames
from probe.pictures.decoding import picture_size
from probe.wording import Message, Value


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
                raise ValueError(f"the form {form!r} is not known; {nearest(form, FORMS)}")
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
            raise PictureSourceError(
                f"nobody is marked in any of its {len(frames)} frames",
                place=path,
                hint="Name frames with people; a detector cannot be trained without one.",
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
        raise UsageError(
            "this recipe learns from frames in which people are marked",
            hint=f"Name them: --data FORM=PATH with a form of {forms}",
        )
    for given in sources:
        form, equals, path = given.partition("=")
        if not equals or not path:
            raise UsageError(f"{given!r} is not FORM=PATH", hint=f"Forms: {forms}")
        if form not in data.forms:
            raise UsageError(f"this recipe does not take {form!r}", hint=f"Forms: {forms}")


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
        raise PictureError(
            f"the picture has {size[0]}x{size[1]} pixels (height x width), its annotation in "
            f"{frame.place.name} is for {frame.size[0]}x{frame.size[1]}",
            place=frame.path,
            hint="Restore picture and annotation from one copy of the set.",
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
            raise PictureError(
                "nothing is marked in this picture, which the recipe loads",
                place=record.path,
                hint="This recipe learns from frames: data.kind frames.",
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
        raise PictureError(
            f"a person in this frame has a box and no mask (in {frame.place.name})",
            place=frame.path,
            hint="Train boxes alone, for example probe train ssd.small; or cut the frames with a "
            "detector that gives masks.",
        )


def check_kinds(records: Sequence[TrainingRecord], classes: int) -> None:
    """Refuse an instance of a class that a network does not have.

    Raises:
        UsageError: names the frame, the class and the file.
    """
    has = f"the classes 0 to {classes - 1}" if classes > 1 else "people alone (class 0)"
    frames = [record.frame for record in records if record.frame is not None]
    for frame in frames:
        highest = max((instance.kind for instance in frame.instances), default=0)
        if highest >= classes:
            raise UsageError(
                f"{frame.name} shows something of class {highest}; the network has {has}",
                place=frame.place,
                hint="Set data.people_only=true, or give network.classes the classes of the set.",
            )
