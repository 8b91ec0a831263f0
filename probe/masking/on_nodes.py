"""Masks made by the nodes of a cluster: each opens the masker once, then takes pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from probe.cluster.ray_nodes import RayNodes, cannot_share, this_node, told_here
from probe.contracts import Masker
from probe.embedding.key import masker_key
from probe.errors import ClusterError, ProbeError
from probe.masking.making import MaskWork, PackedMask
from probe.masking.mask_set import MaskFailure
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, refusal


@dataclass(frozen=True)
class MaskLikeness:
    """What of an opened masker must be the same wherever it works.

    Attributes:
        key: its weights and code.
        mask: digest of the mask of one picture, to the last bit, or why there is none.
    """

    key: str
    mask: str

    @classmethod
    def of(cls, masker: Masker, record: ImageRecord) -> MaskLikeness:
        """That of a masker, by a picture."""
        key = masker_key(masker)
        # Of code that cannot be read the key is another one every time.
        known = key if key == masker_key(masker) else masker.digest
        mask = MaskWork(masker)(record)
        if isinstance(mask, MaskFailure):
            return cls(known, mask.reason)
        return cls(
            known, hashlib.sha256(f"{mask.shape}".encode() + mask.bits.tobytes()).hexdigest()
        )


@dataclass
class MaskWorkThere:
    """Pictures to masks, as a node does it.

    Attributes:
        name: of the masker.
        again: opens it.
        picture: by which it is held against the masker of the machine that asks.
        expected: its likeness there.
    """

    name: str
    again: Callable[[], Masker]
    picture: ImageRecord
    expected: MaskLikeness

    def __call__(self, record: ImageRecord) -> PackedMask | MaskFailure:
        """The mask of a picture, or why it has none.

        Raises:
            PictureError: this node cannot read the picture.
            ClusterError: this node does not mask as the machine does that asks.
        """
        return self._work(record)

    @cached_property
    def _work(self) -> MaskWork:
        """The masker, opened when the first picture comes."""
        try:
            masker = self.again()
        except ProbeError as error:
            message = Message("cluster-node-cannot-mask", told_here(error))
            raise cannot_share(message, error) from None
        there = MaskLikeness.of(masker, self.picture)
        if there != self.expected:
            name = "key" if there.key != self.expected.key else "mask"
            values = {"node": this_node(), "name": name, "there": "", "here": ""}
            raise refusal(
                ClusterError,
                Message("cluster-model-differs", values),
                place=self.name,
                hint=Message("cluster-node-differs-hint"),
            )
        return MaskWork(masker)


@dataclass(frozen=True)
class MasksOnNodes:
    """Makes masks on nodes (see `probe.masking.making.MasksOf`).

    Attributes:
        nodes: the nodes.
        again: by name of a masker, what opens it once more.
    """

    nodes: RayNodes
    again: Mapping[str, Callable[[], Masker]]

    def __call__(
        self, masker: Masker, records: Sequence[ImageRecord]
    ) -> Iterator[PackedMask | MaskFailure]:
        """The masks of pictures, in their order.

        Raises:
            ClusterError: no node can take the work, or one differs from this machine.
        """
        if not records:
            return
        first = records[0]
        likeness = MaskLikeness.of(masker, first)
        work = MaskWorkThere(masker.name, self.again[masker.name], first, likeness)
        nodes = self.nodes.on_gpus(masker.name) if masker.on_gpu else self.nodes
        yield from nodes.ordered(work, records, 2 * nodes.size)
