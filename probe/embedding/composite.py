"""Several networks as one backbone, `a+b+c`: their vectors one after another.

Each member's vector is scaled to length 1 first, as ensembles of separately trained networks are
built in the field; the cosine of the whole is then the mean of the members' cosines. Its parts are
its members, and it costs what they cost together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, BackboneCard, PairEvidence, Pictures, VectorPart, Vectors
from probe.embedding.loaded import ModelKey
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting, fit_picture
from probe.wording import Message, Value, joined_notes, refusal

SIGN = "+"
"""Between the names of members."""

FEATURE = Message("card-feature-composite")

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class MeanEvidence:
    """The mean of the evidence of several backbones; see `probe.contracts.PairEvidence`."""

    first: Floats
    second: Floats
    constant_first: Floats
    constant_second: Floats
    cosine: Floats
    kind: Literal["exact", "gradient"]
    note: Message | str


class CompositeBackbone(Backbone):
    """Members whose vectors stand one after another.

    Attributes:
        members: loaded backbones.
        key: what stands for all of them in every key.
    """

    def __init__(
        self, card: BackboneCard, members: Sequence[Backbone], keys: Sequence[ModelKey]
    ) -> None:
        self.members = tuple(members)
        self.key = joined_key(keys, [member.card.name for member in members])
        lengths = [_length(member) for member in members]
        names = _different([member.card.name for member in members])
        self._parts = tuple(map(VectorPart, names, lengths))
        self._card = card.with_changes(dimension=sum(lengths))

    @property
    def card(self) -> BackboneCard:
        """The card of the whole."""
        return self._card

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """The members, by name."""
        return self._parts

    @property
    def precision(self) -> str:
        """That of the members, which are loaded alike."""
        return self.members[0].precision

    @property
    def batch(self) -> int:
        """The smallest of the members'."""
        return min(member.batch for member in self.members)

    @property
    def engine(self) -> str:
        """What computes the members."""
        return "; ".join(dict.fromkeys(member.engine for member in self.members))

    @property
    def files(self) -> tuple[Path, ...]:
        """The members' files."""
        return tuple(file for member in self.members for file in member.files)

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """The members' notes, and how pictures come to smaller members."""
        notes = [
            Message("note-of-member", {"model": member.card.name, "note": note})
            for member in self.members
            for note in member.notes
        ]
        smaller = [m.card.name for m in self.members if m.card.input_size != self.card.input_size]
        if smaller:
            height, width = self.card.input_size
            values: dict[str, Value] = {"models": tuple(smaller), "size": f"{height}x{width}"}
            notes.append(Message("note-smaller-members", values))
        return tuple(notes)

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` pictures at the card's input size."""
        if not len(images):
            return np.empty((0, self.card.dimension), np.float32)
        units = [_unit(member.embed(_resized(images, member))) for member in self.members]
        return np.concatenate(units, axis=1)

    def attend(self, first: Pictures, second: Pictures) -> PairEvidence | None:
        """The mean of what the members say; None where one of them cannot."""
        evidence = self._of_members(first, second)
        return _mean(evidence) if evidence is not None else None

    def attend_parts(self, first: Pictures, second: Pictures) -> tuple[PairEvidence, ...] | None:
        """Each member's share of the mean; None where one of them cannot say."""
        evidence = self._of_members(first, second)
        if evidence is None:
            return None
        return tuple(_mean([one], count=len(evidence)) for one in evidence)

    def scrambled(self, seed: int = 0) -> Backbone | None:
        """The same of scrambled members; None where one of them cannot be."""
        members = [member.scrambled(seed) for member in self.members]
        scrambled = [member for member in members if member is not None]
        if len(scrambled) < len(members):
            return None
        unknown = ModelKey("", Message("key-weights-shuffled"))
        return CompositeBackbone(self.card, scrambled, [unknown] * len(scrambled))

    def _of_members(self, first: Pictures, second: Pictures) -> list[PairEvidence] | None:
        evidence = [
            member.attend(_resized(first, member), _resized(second, member))
            for member in self.members
        ]
        given = [one for one in evidence if one is not None]
        return given if len(given) == len(evidence) else None


def composite_card(name: str, tag: str, cards: Sequence[BackboneCard]) -> BackboneCard:
    """The card of members together.

    Args:
        name: of the composite, without its tag.
        tag: of the composite; mostly empty.
        cards: of the members.

    Raises:
        BackboneError: inputs of different shapes, or members that were trained on pictures fitted
            in different ways.
    """
    largest = max((card.input_size for card in cards), key=lambda size: size[0] * size[1])
    for card in cards:
        height, width = card.input_size
        if height * largest[1] != width * largest[0]:
            raise refusal(
                BackboneError,
                Message(
                    "embedding-shapes-differ",
                    {
                        "name": card.name,
                        "height": height,
                        "width": width,
                        "other_height": largest[0],
                        "other_width": largest[1],
                    },
                ),
                place=name,
                hint=Message("embedding-one-shape"),
            )
    fits = {card.fit for card in cards}
    if len(fits) > 1:
        fittings = ", ".join(f"{card.name} {card.fit}" for card in cards)
        raise refusal(
            BackboneError,
            Message("embedding-fitted-differently", {"fittings": fittings}),
            place=name,
            hint=Message("embedding-set-same-fit"),
        )
    names = [card.name for card in cards]
    return BackboneCard(
        architecture=name,
        tag=tag,
        summary=Message("card-summary-composite", {"count": len(cards), "names": tuple(names)}),
        input_size=largest,
        interpolation=cards[0].interpolation,
        fit=cards[0].fit,
        feature=FEATURE,
        training_data=joined_notes(*dict.fromkeys(card.training_data for card in cards)),
        licence=joined_notes(*dict.fromkeys(card.licence for card in cards)),
        source=joined_notes(*dict.fromkeys(card.source for card in cards)),
        demonstration=joined_notes(*dict.fromkeys(card.demonstration for card in cards)),
        needs_weights=False,
        options={f"member {at}": card.name for at, card in enumerate(cards, start=1)},
    )


def joined_key(keys: Sequence[ModelKey], names: Sequence[str]) -> ModelKey:
    """The key of members together, in their order; none where one member has none."""
    for key, name in zip(keys, names, strict=True):
        if not key.digest:
            return ModelKey("", Message("note-of-member", {"model": name, "note": key.reason}))
    digests = "\n".join(["composite", *(key.digest for key in keys)])
    return ModelKey(hashlib.sha256(digests.encode()).hexdigest())


def _length(member: Backbone) -> int:
    if member.card.dimension:
        return member.card.dimension
    return int(member.embed(np.zeros((1, *member.card.input_size, 3), np.uint8)).shape[1])


def _different(names: Sequence[str]) -> list[str]:
    """Names with a number behind those that stood there before."""
    seen: dict[str, int] = {}
    different = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        different.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return different


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32)
    return unit


def _resized(images: Pictures, member: Backbone) -> Pictures:
    size = member.card.input_size
    if images.shape[1:3] == size:
        return images
    return np.stack([fit_picture(image, Fitting(size, "stretch")) for image in images])


def _mean(evidence: Sequence[PairEvidence], count: int = 0) -> MeanEvidence:
    """The sum of evidence over `count` members (as many as there are): sums stay sums."""
    share = 1 / (count or len(evidence))
    grids = [(one.first.shape[1], one.first.shape[2]) for one in evidence]
    grid = max(grids, key=lambda shape: shape[0] * shape[1])

    def mean(arrays: Iterable[Floats]) -> Floats:
        total: Floats = share * np.sum(list(arrays), axis=0)
        return total

    return MeanEvidence(
        first=mean(_on_grid(one.first, grid) for one in evidence),
        second=mean(_on_grid(one.second, grid) for one in evidence),
        constant_first=mean(one.constant_first for one in evidence),
        constant_second=mean(one.constant_second for one in evidence),
        cosine=mean(one.cosine for one in evidence),
        kind="exact" if all(one.kind == "exact" for one in evidence) else "gradient",
        note=joined_notes(*dict.fromkeys(one.note for one in evidence)),
    )


def _on_grid(maps: Floats, grid: tuple[int, int]) -> Floats:
    """Maps `(n, h, w)` on another grid, each one's sum kept."""
    from PIL import Image

    if maps.shape[1:] == grid:
        return maps
    size, bilinear = (grid[1], grid[0]), Image.Resampling.BILINEAR
    pictures = [Image.fromarray(one.astype(np.float32)).resize(size, bilinear) for one in maps]
    finer = np.stack([np.asarray(picture, np.float64) for picture in pictures])
    missing = maps.sum((1, 2), keepdims=True) - finer.sum((1, 2), keepdims=True)
    kept: Floats = finer + missing / (grid[0] * grid[1])
    return kept
