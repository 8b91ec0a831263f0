"""A backbone as it was named, not loaded yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, PairScorer, Runtime, WrappedModel
from probe.embedding.composite import CompositeBackbone, composite_card
from probe.embedding.foreign_code import named_errors
from probe.embedding.key import for_loading, model_key, wrapped_key
from probe.embedding.loaded import ModelKey, under_contract
from probe.embedding.repeatability import check_repeatable, check_repeatable_scores
from probe.errors import BackboneError
from probe.wording import Message, refusal


@dataclass(frozen=True)
class Choice:
    """A backbone as the user named it, not loaded yet.

    Attributes:
        spec: what loads it.
        card: its card, with the user's changes.
        weights: the weights file, None for none.
        notes: what must be known of how it was named.
    """

    spec: BackboneSpec
    card: BackboneCard
    weights: Path | None
    notes: tuple[Message, ...] = field(default=(), kw_only=True)

    @property
    def name(self) -> str:
        """`architecture.tag`."""
        return self.card.name

    def key_of(self, model: Backbone | PairScorer, runtime: Runtime) -> ModelKey:
        """What stands for a model that was loaded by this choice in every key."""
        return model_key(model, runtime, self.spec.load, self.weights)

    def loaded(self, runtime: Runtime) -> tuple[Backbone | PairScorer, ModelKey]:
        """The model, and what stands for it in every key (see `load`)."""
        model = self.load(runtime)
        return model, self.key_of(model, runtime)

    def load(self, runtime: Runtime) -> Backbone | PairScorer:
        """Load it (see `probe.contracts.BackboneLoader`), held against the contract.

        Raises:
            BackboneError: what the loader gave is no model, one whose vectors or scores depend on
                the batch or on chance, or its code raised an error of its own.
        """
        runtime = for_loading(runtime, self.spec.load)
        with named_errors(self.name):
            model = under_contract(self.spec.load(self.card, self.weights, runtime), self.name)
            if isinstance(model, Backbone):
                check_repeatable(model)
                model.forget_pictures()
            else:
                check_repeatable_scores(model)
        return model


@dataclass(frozen=True)
class CompositeChoice(Choice):
    """Several backbones as one (`a+b+c`), none of them loaded yet.

    Attributes:
        members: in the order of their vectors.
    """

    members: tuple[Choice, ...]

    def load(self, runtime: Runtime) -> Backbone | PairScorer:
        """Load all members.

        Raises:
            BackboneError: a member gives scores instead of vectors, or they do not go together.
        """
        models, keys = [], []
        for member in self.members:
            model = member.load(runtime)
            if not isinstance(model, Backbone):
                raise refusal(
                    BackboneError,
                    Message("embedding-pair-scores", {"name": member.name}),
                    place=self.name,
                    hint=Message("embedding-by-itself", {"name": member.name}),
                )
            models.append(model)
            keys.append(member.key_of(model, runtime))
        card = composite_card(self.card.architecture, self.card.tag, [m.card for m in models])
        return under_contract(CompositeBackbone(card, models, keys), self.name)


@dataclass(frozen=True)
class WrappedChoice(Choice):
    """A network of a Python program (`probe.wrap`).

    Attributes:
        model: what was handed over.
    """

    model: WrappedModel

    def key_of(self, model: Backbone | PairScorer, runtime: Runtime) -> ModelKey:
        """Its state, and the source of its classes."""
        return wrapped_key(model, runtime, self.model.modules, self.model.reason)

    def load(self, runtime: Runtime) -> Backbone | PairScorer:
        """Load it; a graph that is exported of it is not kept."""
        return super().load(replace(runtime, cache=None))
