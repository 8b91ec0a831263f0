"""Which pictures take part in a protocol: records, sets, and why some pictures do not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureSourceError
from probe.protocol.model import Across, Condition
from probe.protocol.model import Protocol as Experiment
from probe.runs.manifest import Failure
from probe.wording import Message, refusal, stored_message

Role = Literal["subject", "stranger"]


class Origin(Protocol):
    """Where the pixels of a picture come from."""

    def load(self) -> NDArray[np.uint8]:
        """The picture, RGB `uint8 (h, w, 3)`.

        Raises:
            PictureError: it cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)  # there may be millions
class ImageRecord:
    """One picture in its place in a protocol.

    Attributes:
        image_id: content address (hex): pictures with the same id are the same picture.
        protocol: name of the protocol.
        subject: the person.
        role: `subject`, compared as the protocol says, or `stranger`, compared with others only.
        condition: index of the condition.
        outfit: what the person wears, empty when not known.
        camera, day, take: empty when not known; `take` tells repeats of a condition apart.
        source: path below the photo folder, or a description of the scene.
        origin: where the pixels come from.
        width, height: of the crop, in pixels.
        groups: the group of the person by each of the protocol's `groups`, empty where not stated.
        shot: image id of the picture that this one was made from by the transforms of its
            condition, which may be none; empty where the protocol has no transforms.
    """

    image_id: str
    protocol: str
    subject: str
    role: Role
    condition: int
    outfit: str
    camera: str
    day: str
    take: str
    source: str
    origin: Origin
    width: int
    height: int
    groups: tuple[str, ...] = ()
    shot: str = ""

    def __str__(self) -> str:
        return self.source


@dataclass(frozen=True)
class ImageSet:
    """The usable pictures of one protocol.

    Attributes:
        protocol: the protocol.
        source: `photos` or `scene`.
        records: the pictures, in a fixed order.
        failures: failures to acquire.
        alike: whether pictures of different people in the `subject` role count as dressed alike:
            `role` (rendered: everyone wears the protocol's clothes), `outfit` (where the outfit
            is the same) or `unknown`.
        notes: what a reader must know about the set.
    """

    protocol: Experiment
    source: Literal["photos", "scene"]
    records: tuple[ImageRecord, ...]
    failures: tuple[Failure, ...] = ()
    alike: Literal["role", "outfit", "unknown"] = "unknown"
    notes: tuple[Message | str, ...] = field(default=())

    def __post_init__(self) -> None:
        for condition in self.protocol.conditions:
            if not self._count[condition.index]:
                raise self._empty(condition)

    @property
    def across(self) -> Across | None:
        """What two compared pictures must differ in; None where any two are compared."""
        return self.protocol.across(self.source)

    def comparable(self, first: ImageRecord, second: ImageRecord) -> bool:
        """Whether two pictures are compared: other ones, not made from one, of other cameras (days)
        where asked.
        """
        if first.image_id == second.image_id or (first.shot and first.shot == second.shot):
            return False
        place = self.across
        return place is None or getattr(first, place) != getattr(second, place)

    @cached_property
    def _count(self) -> Mapping[int, int]:
        count = dict.fromkeys(range(len(self.protocol.conditions)), 0)
        for record in self.records:
            if record.role == "subject":
                count[record.condition] += 1
        return count

    def groups_by(self, attribute: str) -> Mapping[str, str]:
        """The group of every person by one of the protocol's `groups`; empty: not stated."""
        place = self.protocol.groups.index(attribute)
        return {record.subject: record.groups[place] for record in self.records}

    @property
    def subjects(self) -> list[str]:
        """The people of the protocol, sorted."""
        return sorted({record.subject for record in self.records if record.role == "subject"})

    def digest(self) -> str:
        """Hex sha256 over which picture stands where, and who is of which group; the order of
        records does not matter.
        """
        places = sorted(
            (
                r.role,
                r.condition,
                r.subject,
                r.outfit,
                r.camera,
                r.day,
                r.take,
                r.image_id,
                *r.groups,
            )
            for r in self.records
        )
        return hashlib.sha256(json.dumps(places).encode()).hexdigest()

    def _empty(self, condition: Condition) -> PictureSourceError:
        lost = [f for f in self.failures if f.condition == condition.key]
        label = self.protocol.label(condition)
        named = {"condition": repr(condition.key), "label": label}
        message = Message("pictures-condition-empty", named)
        hint = Message("pictures-condition-add")
        if lost:
            reasons = [stored_message(failure.reason) for failure in lost]
            first = {"first": lost[0].picture, "reason": reasons[0]}
            message = Message("pictures-condition-lost", {**named, "lost": len(lost), **first})
            boxless = all(isinstance(r, Message) and r.id == "reason-no-box" for r in reasons)
            hint = Message("pictures-box-each" if boxless else "pictures-mend-these")
        place = Message("place-protocol", {"name": self.protocol.name})
        return refusal(PictureSourceError, message, place=place, hint=hint)


def study_digest(sets: Iterable[ImageSet]) -> str:
    """Hex sha256 over the image sets of a study."""
    digests = sorted((images.protocol.name, images.digest()) for images in sets)
    return hashlib.sha256(json.dumps(digests).encode()).hexdigest()
