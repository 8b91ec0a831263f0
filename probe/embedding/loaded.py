"""A model ready to run, held against the contract of `probe.contracts`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from probe.contracts import (
    BATCH,
    Backbone,
    BackboneCard,
    Fit,
    Model,
    PairEvidence,
    PairScorer,
    Pictures,
    PointEvidence,
    Reporter,
    Scores,
    VectorPart,
    Vectors,
)
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.wording import Message

PRECISIONS = ("float32", "bfloat16")


@dataclass(frozen=True)
class ModelKey:
    """What stands for a model in every key (see `probe.embedding.key`).

    Attributes:
        digest: hex sha256 of everything about the model that decides a figure; empty where that
            cannot be known: then nothing of it is kept.
        reason: why it cannot.
    """

    digest: str
    reason: Message | None = None

    def space(self, fitting: Fitting, prepare_digest: str = "") -> str:
        """Key of everything but the picture; empty where nothing may be kept.

        Args:
            fitting: how pictures become the model's input.
            prepare_digest: text that changes whenever what is done to a picture before would.
        """
        if not self.digest:
            return ""
        parts = (self.digest, fitting.digest(), prepare_digest)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Loaded:
    """A model ready to run, under the name it has in this run.

    Attributes:
        name: in this run.
        model: what computes; its own `notes` grow while it runs.
        key: what stands for it in every key.
        notes: what else must be known of it in this study.
        again: loads it once more, with its key, in this process or another; None: nobody asks.
    """

    name: str
    model: Backbone | PairScorer
    key: ModelKey
    notes: tuple[Message | str, ...] = ()
    again: Callable[[], tuple[Backbone | PairScorer, ModelKey]] | None = None

    @property
    def digest(self) -> str:
        """What its figures depend on, in a run: its key, or that of its card where it has none."""
        return self.key.digest or self.card.digest()

    @property
    def card(self) -> BackboneCard:
        """What the model says about itself."""
        return self.model.card

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """The parts of its vectors; none of a pair scorer's."""
        return self.model.parts if isinstance(self.model, Backbone) else ()


FitBy = Literal["protocol", "option", "run", "photos", "scene"]
"""What decides how pictures come to an input size: a protocol, `--fit`, the run that is named; or,
where none of them says it, what is usual with photographs or with rendered people."""


def ready(
    name: str,
    model: Backbone | PairScorer,
    key: ModelKey,
    fit: Fit,
    say: Reporter,
    by: FitBy = "protocol",
    named: Sequence[Message] = (),
) -> Loaded:
    """A loaded model under its name, and what computes it told.

    Args:
        name: in this run.
        model: the model.
        key: what stands for it.
        fit: how the study's pictures are brought to its input size.
        say: told.
        by: what decided `fit`.
        named: what must be known of how it was named.
    """
    say.step(Message("progress-backbone", {"name": name, "engine": model.engine}))
    if model.card.demonstration:
        say.detail(model.card.demonstration)
    notes = list(named)
    if fit not in ("card", model.card.fit):
        fits = {"card": str(model.card.fit), "used": str(fit), "by": by}
        notes.append(Message("note-not-as-trained", fits))
    if key.reason:
        notes.append(Message("note-not-cached", {"reason": key.reason}))
    for note in (*model.notes, *notes):
        say.detail(note)
    return Loaded(name, model, key, tuple(notes))


def under_contract(given: object, place: str) -> Backbone | PairScorer:
    """What a loader gave, as a backbone or pair scorer with everything a study uses.

    An object of another class that has only `card` and `embed` (or `score`) gets the defaults for
    what it does not declare. What it does declare is checked.

    Args:
        given: what the loader returned.
        place: what was asked for, for messages.

    Raises:
        BackboneError: it is no model, or something it declares has the wrong form; says which.
    """
    model = given if isinstance(given, (Backbone, PairScorer)) else _adapted(given, place)
    check_declared(model, place)
    return model


@runtime_checkable
class _Embeds(Protocol):
    """The least that makes a backbone."""

    card: BackboneCard
    embed: Callable[[Pictures], Vectors]


@runtime_checkable
class _Scores(Protocol):
    """The least that makes a pair scorer."""

    card: BackboneCard
    score: Callable[[Any, Any], Scores]


def _adapted(given: object, place: str) -> Backbone | PairScorer:
    if isinstance(given, _Embeds):
        return AdaptedBackbone(given)
    if isinstance(given, _Scores):
        return AdaptedScorer(given)
    missing = "card" if not hasattr(given, "card") else "embed() or score()"
    raise BackboneError(
        f"the loader gave a {type(given).__name__} without {missing}",
        place=place,
        hint="derive it from probe.contracts.Backbone or PairScorer, which say what is needed",
    )


class _Adapted(Model):
    """Another class's object, read by the names of the contract; what it lacks has its default."""

    def __init__(self, given: Any) -> None:
        self.given = given

    def _declared(self, name: str, default: Any) -> Any:
        return getattr(self.given, name, default)

    @property
    def card(self) -> BackboneCard:
        """Its card."""
        return cast("BackboneCard", self.given.card)

    @property
    def precision(self) -> str:
        """As it declares."""
        return cast("str", self._declared("precision", "float32"))

    @property
    def batch(self) -> int:
        """As it declares."""
        return cast("int", self._declared("batch", BATCH))

    @property
    def engine(self) -> str:
        """As it declares."""
        return cast("str", self._declared("engine", f"code of {type(self.given).__module__}"))

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """As it declares."""
        return cast("tuple[Message | str, ...]", self._declared("notes", ()))

    @property
    def files(self) -> tuple[Path, ...]:
        """As it declares."""
        return cast("tuple[Path, ...]", self._declared("files", ()))

    @property
    def operations(self) -> float | None:
        """As it declares."""
        return cast("float | None", self._declared("operations", None))


class AdaptedBackbone(_Adapted, Backbone):
    """An object with `card` and `embed`.

    Attributes:
        given: the object.
    """

    def embed(self, images: Pictures) -> Vectors:
        """As it computes them."""
        return cast("Vectors", self.given.embed(images))

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """As it declares."""
        return cast("tuple[VectorPart, ...]", self._declared("parts", ()))

    def attend(self, first: Pictures, second: Pictures) -> PairEvidence | None:
        """As it says, where it can."""
        attend = self._declared("attend", None)
        return cast("PairEvidence", attend(first, second)) if attend else None

    def attend_parts(self, first: Pictures, second: Pictures) -> tuple[PairEvidence, ...] | None:
        """As it says, where it can."""
        attend = self._declared("attend_parts", None)
        return cast("tuple[PairEvidence, ...]", attend(first, second)) if attend else None

    def attend_points(
        self, first: NDArray[np.uint8], second: NDArray[np.uint8]
    ) -> PointEvidence | None:
        """As it says, where it can."""
        attend = self._declared("attend_points", None)
        return cast("PointEvidence", attend(first, second)) if attend else None

    def scrambled(self, seed: int = 0) -> Backbone | None:
        """Its scrambled copy, adapted as well."""
        scramble = self._declared("scrambled", None)
        return cast("Backbone", under_contract(scramble(seed), "scrambled")) if scramble else None


class AdaptedScorer(_Adapted, PairScorer):
    """An object with `card` and `score`.

    Attributes:
        given: the object.
    """

    @property
    def symmetric(self) -> bool:
        """As it declares."""
        return cast("bool", self._declared("symmetric", False))

    def prepare(self, pictures: Pictures) -> Any:
        """As it does; the pictures themselves where it does nothing."""
        prepare = self._declared("prepare", None)
        return prepare(pictures) if prepare else pictures

    def score(self, first: Any, second: Any) -> Scores:
        """As it scores them."""
        return cast("Scores", self.given.score(first, second))


def check_declared(model: Backbone | PairScorer, place: str) -> None:
    """Refuse a model that declares something of the wrong form.

    Raises:
        BackboneError: says what.
    """
    for wrong in (*_wrong_card(model.card), *_wrong_settings(model)):
        raise BackboneError(f"{type(model).__name__}: {wrong}", place=place)
    if isinstance(model, Backbone):
        for wrong in _wrong_parts(model.parts, model.card.dimension):
            raise BackboneError(f"{model.card.name}: {wrong}", place=place)


def _wrong_card(card: object) -> list[str]:
    if not isinstance(card, BackboneCard):
        return [f"card is a {type(card).__name__}, not a BackboneCard"]
    span = card.score_range
    if span is not None and not span[0] < span[1]:
        return [f"the card's score_range is {span}: the lowest score comes first"]
    return []


def _wrong_settings(model: Model) -> list[str]:
    wrong = []
    if model.precision not in PRECISIONS:
        wrong.append(f"precision is {model.precision!r}, not one of {', '.join(PRECISIONS)}")
    if not isinstance(model.batch, int) or model.batch < 1:
        wrong.append(f"batch is {model.batch!r}, not a whole number from 1")
    if not isinstance(model.engine, str):
        wrong.append(f"engine is a {type(model.engine).__name__}, not text")
    if isinstance(model.notes, str) or not all(
        isinstance(note, str | Message) for note in model.notes
    ):
        wrong.append("notes is not a tuple of texts or messages")
    if not all(isinstance(file, Path) for file in model.files):
        wrong.append("files is not a tuple of paths")
    return wrong


def _wrong_parts(parts: tuple[VectorPart, ...], dimension: int) -> list[str]:
    if not isinstance(parts, tuple):
        return [f"parts is a {type(parts).__name__}, not a tuple of VectorPart"]
    if not all(isinstance(part, VectorPart) for part in parts):
        return ["parts is not a tuple of VectorPart"]
    if len({part.name for part in parts}) < len(parts):
        return ["two parts have one name"]
    for part in parts:
        if part.length < 1:
            return [f"the part {part.name!r} has no length"]
        inside = 0 <= part.top < part.bottom <= 1 and 0 <= part.left < part.right <= 1
        if not inside:
            return [f"the part {part.name!r} lies outside the picture (fractions are 0..1)"]
    total = sum(part.length for part in parts)
    if parts and dimension and total != dimension:
        return [f"its parts are {total} values long, its vectors {dimension}"]
    return []
