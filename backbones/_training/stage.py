"""A stage of a recipe: what is learnt, by which turns, for how long, and from which start."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from probe.backbones._training.augmentation import Augmentation
from probe.backbones._training.augmentations.step import SizingStep, Step
from probe.backbones._training.objective import Objective
from probe.backbones._training.optimisation import Optimiser
from probe.backbones._training.recipe_part import Count, RecipePart, Registered, Share
from probe.backbones._training.samplers.sampler import ROLE, Sampler
from probe.wording import nearest, wording_of


class Length(RecipePart):
    """How long a stage is: in passes over the data, or in steps."""

    epochs: Count | None = None
    steps: Count | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Length:
        if (self.epochs is None) == (self.steps is None):
            raise ValueError(wording_of().text("train-epochs-or-steps"))
        return self


class Turn(RecipePart):
    """A part of a step: a loss, and the optimisers that lower it.

    Attributes:
        name: of one of the learner's turns.
        optimisers: those that step; no other parameter moves or takes a gradient.
        every: the turn is taken at every so many steps, at first at step `every`.
    """

    name: str
    optimisers: tuple[str, ...]
    every: Count = 1


class StartFrom(RecipePart):
    """Networks that begin with values of another training, or of an earlier stage.

    Attributes:
        training: folder of the other training, from the present folder; null for this training.
        stage: which of its stages; null for its last.
        digest: of that stage, as its `training.json` says; needed with `training`.
        networks: name here -> name there.
    """

    training: str | None = None
    stage: str | None = None
    digest: str | None = None
    networks: dict[str, str]

    @field_validator("networks", mode="before")
    @classmethod
    def _same_names(cls, given: Any) -> Any:
        """A list of names stands for networks that are called alike here and there."""
        return {name: name for name in given} if isinstance(given, list | tuple) else given

    @model_validator(mode="after")
    def _whose(self) -> StartFrom:
        if self.training is None and self.stage is None:
            raise ValueError(wording_of().text("train-training-or-stage"))
        if self.training is not None and self.digest is None:
            raise ValueError(wording_of().text("train-start-needs-digest"))
        return self


class Average(RecipePart):
    """An exponential moving average of weights, with which the networks end the stage."""

    decay: Share
    networks: tuple[str, ...]


class Stage(RecipePart):
    """A stage.

    Attributes:
        name: of the stage.
        objective: what is learnt.
        length: in epochs or steps.
        sampler: what makes a batch.
        augmentation: steps in order, by role of the sampler's pictures; a list is for all of them.
        load: what is loaded beside pictures and moved with them.
        optimisers: by name.
        turns: of a step, in order; left out, there is one, and every optimiser steps in it.
        start_from: networks that begin with values from elsewhere.
        frozen: networks, or patterns of names, that do not move; neither do their running
            statistics.
        norms_in_eval: networks, or patterns, whose normalisations use their running statistics and
            leave them as they are, while their parameters may move.
        average: of weights; null for none.
        precision: `float32`, or automatic mixed precision with `bfloat16` or `float16`.
        checkpoint_every: steps between checkpoints, beside those after every epoch.
    """

    name: Annotated[str, Field(pattern=r"^[\w.-]+$")]
    objective: Annotated[Objective, Registered("objectives")]
    length: Length
    sampler: Annotated[Sampler, Registered("samplers")]
    augmentation: dict[str, tuple[Annotated[Step, Registered("steps")], ...]]
    load: tuple[Literal["mask", "keypoints", "instances"], ...] = ()
    optimisers: dict[str, Annotated[Optimiser, Registered("optimisers")]]
    turns: tuple[Turn, ...] = ()
    start_from: tuple[StartFrom, ...] = ()
    frozen: tuple[str, ...] = ()
    norms_in_eval: tuple[str, ...] = ()
    average: Average | None = None
    precision: Literal["float32", "bfloat16", "float16"]
    checkpoint_every: Count | None = None

    @field_validator("augmentation", mode="before")
    @classmethod
    def _by_role(cls, given: Any) -> Any:
        return {ROLE: given} if isinstance(given, list | tuple) else given

    @model_validator(mode="after")
    def _fits_together(self) -> Stage:
        self.augmentations  # noqa: B018 - the steps check their order
        for turn in self.turns:
            for name in turn.optimisers:
                if name not in self.optimisers:
                    raise ValueError(
                        wording_of().text(
                            "train-no-optimiser",
                            turn=repr(turn.name),
                            optimiser=repr(name),
                            near=nearest(name, self.optimisers),
                        )
                    )
        if len({turn.name for turn in self.turns}) < len(self.turns):
            raise ValueError(wording_of().text("train-two-turns"))
        if not self.optimisers:
            raise ValueError(wording_of().text("train-one-optimiser"))
        self._check_instances()
        return self

    def _check_instances(self) -> None:
        """Steps that leave instances where they were do not go with them, and others need them."""
        loaded = "instances" in self.load
        for steps in self.augmentation.values():
            for step in steps:
                if loaded and not step.moves_instances:
                    raise ValueError(
                        wording_of().text("train-step-leaves-marks", step=repr(step.step))
                    )
                if step.needs_instances and not loaded:
                    raise ValueError(
                        wording_of().text("train-step-needs-marks", step=repr(step.step))
                    )

    @property
    def augmentations(self) -> dict[str, Augmentation]:
        """The augmentation of every role of the sampler.

        Raises:
            ValueError: a role has none, or its steps are in an order that is not possible.
        """
        roles = {}
        for role in self.sampler.roles:
            steps = self.augmentation.get(role, self.augmentation.get(ROLE))
            if steps is None:
                raise ValueError(wording_of().text("train-role-unsaid", role=repr(role)))
            roles[role] = Augmentation(steps)
        return roles

    @property
    def shown(self) -> Augmentation:
        """The augmentation of the first role: what a card says of size and normalisation."""
        return next(iter(self.augmentations.values()))

    @property
    def sizing(self) -> SizingStep:
        """The step that sets the size of the first role's pictures."""
        return self.shown.sizing
