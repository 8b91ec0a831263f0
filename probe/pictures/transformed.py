"""Pictures as a transform leaves them: the records of a protocol that changes what was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.pictures.image_set import ImageRecord, Origin
from probe.protocol.model import Condition, Protocol
from probe.protocol.transforming import chain_in
from probe.transforms import Chain
from probe.wording import Message, Value


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


def transform_notes(protocol: Protocol) -> tuple[Message, ...]:
    """That pictures are made from others, and what is then not compared."""
    if not protocol.transforms:
        return ()
    names = {name for c in protocol.conditions for name in protocol.transform_steps(c)}
    values: dict[str, Value] = {"protocol": protocol.name, "transforms": tuple(sorted(names))}
    return (Message("note-transformed", values),)


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
    kept = [axis not in protocol.made for axis in protocol.axes]

    def given(one: Condition) -> list[str]:
        levels = (*one.levels, one.series)
        return [key for key, keep in zip(levels, kept, strict=False) if keep]

    return (other for other in protocol.conditions if given(other) == given(condition))
