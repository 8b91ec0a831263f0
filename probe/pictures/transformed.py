"""Pictures as a transform leaves them: the records of a protocol that changes what was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.errors import ProtocolError
from probe.pictures.image_set import ImageRecord, Origin
from probe.protocol.labels import condition_value
from probe.protocol.model import Condition, Protocol
from probe.protocol.transforming import chain_in
from probe.transforms import Chain
from probe.wording import Message, Value, refusal

NAMED = 5
"""Conditions that a note names one by one (ours: a line)."""


@dataclass(frozen=True)
class TransformedPicture:
    """A picture after transforms: the origin of an image record.

    Attributes:
        before: where the picture comes from.
        chain: what is done to it, in order.
        key: id of the picture before, from which chance is drawn.
    """

    before: Origin
    chain: Chain
    key: str

    def load(self) -> NDArray[np.uint8]:
        """RGB `uint8 (h, w, 3)`.

        Raises:
            PictureError: the picture before can no longer be read.
        """
        return self.chain.change(self.before.load(), self.key)

    def mask(self, before: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The mask `bool (h, w)` of this picture, from that of the picture before."""
        return self.chain.change_mask(before, self.key)


def transformed(protocol: Protocol, records: Sequence[ImageRecord]) -> tuple[ImageRecord, ...]:
    """The records of a protocol, every picture as the transforms of its condition leave it.

    What is changed in no way keeps its id: vectors of it are known already.

    Raises:
        ProtocolError: see `chain_in`.
    """
    if not protocol.transforms:
        return tuple(records)
    chains = [chain_in(protocol, condition) for condition in protocol.conditions]
    return tuple(_changed(record, chains[record.condition]) for record in records)


def in_every_level(protocol: Protocol, records: Sequence[ImageRecord]) -> tuple[ImageRecord, ...]:
    """Photographs once for every level that a transform makes.

    Args:
        protocol: of the records.
        records: in the standard level of every factor that a transform makes.
    """
    if not protocol.made:
        return tuple(records)
    return tuple(
        replace(record, condition=condition.index)
        for record in records
        for condition in _alike(protocol, protocol.conditions[record.condition])
    )


def check_made_differ(protocol: Protocol) -> None:
    """Refuse two conditions of photographs that transforms make alike: nothing would be compared.

    Raises:
        ProtocolError: it names the two conditions, and the factor that changes no picture.
    """
    first: dict[tuple[tuple[str, ...], str], Condition] = {}
    for condition in protocol.conditions if protocol.made else ():
        same = chain_in(protocol, condition).image_id("")
        shown = _apart_from_made(protocol, condition), same
        if shown in first:
            raise same_pictures(protocol, first[shown], condition, "transform")
        first[shown] = condition


def same_pictures(
    protocol: Protocol, first: Condition, second: Condition, source: Literal["scene", "transform"]
) -> ProtocolError:
    """That two conditions ask for the same pictures.

    Args:
        protocol: of the conditions.
        first: the earlier of the conditions.
        second: the later one.
        source: the key that should make them differ.
    """
    keys = zip((*first.levels, first.series), (*second.levels, second.series), strict=True)
    differing = [position for position, (one, other) in enumerate(keys) if one != other]
    axis = protocol.axes[differing[0]]
    general = "series" if axis is protocol.series else "level"
    name = general if general == "series" or len(protocol.factors) == 1 else axis.name
    scene = source == "scene"
    where = "both" if scene and protocol.transforms else source
    named = {"first": repr(first.key), "second": repr(second.key), "factor": repr(axis.name)}
    return refusal(
        ProtocolError,
        Message("pictures-same-asked", {**named, "where": where}),
        place=Message("place-protocol-part", {"name": protocol.name, "part": source}),
        hint=Message("pictures-same-step", {"name": name, "source": source}),
    )


def transform_notes(protocol: Protocol, records: Sequence[ImageRecord]) -> tuple[Message, ...]:
    """That pictures are made from others, what is then not compared, and which stay as they are.

    Args:
        protocol: of the records.
        records: as `transformed` gives them.
    """
    if not protocol.transforms:
        return ()
    names = {name for c in protocol.conditions for name in protocol.transform_steps(c)}
    values: dict[str, Value] = {"protocol": protocol.name, "transforms": tuple(sorted(names))}
    return (Message("note-transformed", values), *_left_as_they_are(protocol, records))


def _left_as_they_are(protocol: Protocol, records: Sequence[ImageRecord]) -> Iterator[Message]:
    """A note on pictures that are too small for what is done to them."""
    left = Counter(r.condition for r in records if _is_left(r))
    if not left:
        return
    asked = sum(r.condition in left for r in records)
    named = tuple(condition_value(protocol, protocol.conditions[k]) for k in sorted(left)[:NAMED])
    values: dict[str, Value] = {"count": left.total(), "pictures": asked, "levels": named}
    more = len(left) - len(named)
    yield Message("note-transform-leaves", {"protocol": protocol.name, "more": more, **values})


def _is_left(record: ImageRecord) -> bool:
    made = record.origin
    return isinstance(made, TransformedPicture) and made.chain.leaves(record.height, record.width)


def _changed(record: ImageRecord, chain: Chain) -> ImageRecord:
    if not chain:
        return replace(record, shot=record.image_id)
    height, width = chain.new_size(record.height, record.width)
    return replace(
        record,
        image_id=chain.image_id(record.image_id),
        shot=record.image_id,
        origin=TransformedPicture(record.origin, chain, record.image_id),
        width=width,
        height=height,
    )


def _alike(protocol: Protocol, condition: Condition) -> Iterator[Condition]:
    """The conditions that differ from one in nothing but what transforms make."""
    kept = _apart_from_made(protocol, condition)
    return (other for other in protocol.conditions if _apart_from_made(protocol, other) == kept)


def _apart_from_made(protocol: Protocol, condition: Condition) -> tuple[str, ...]:
    """Its levels but those that transforms make."""
    levels = zip(protocol.axes, (*condition.levels, condition.series), strict=False)
    return tuple(key for axis, key in levels if axis not in protocol.made)
