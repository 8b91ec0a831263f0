"""Learning rates over time, as pure functions of how far the training is."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from probe.backbones._training.recipe_part import Count, NotNegative, Positive, RecipePart, Share


@dataclass(frozen=True)
class Moment:
    """How far a stage is.

    Attributes:
        epoch: passes over the data done.
        part: share 0..1 of the present pass that is done.
        epochs: length of the stage in passes; a fraction where it is told in steps.
        step: steps done.
    """

    epoch: int
    part: float
    epochs: float
    step: int = 0


class Schedule(RecipePart):
    """Base of the schedules: a share of an optimiser's rate for every moment of a stage."""

    kind: str

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        raise NotImplementedError


class Constant(Schedule):
    """The base rate all the time."""

    kind: Literal["constant"]

    def factor(self, now: Moment) -> float:
        """1."""
        return 1.0


class Polynomial(Schedule):
    """insightface: from 0 up over the warm-up, then (1 - part)^power down to 0, step by step."""

    kind: Literal["polynomial"]
    power: Positive
    warm_up_epochs: NotNegative

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        done, warm = now.epoch + now.part, self.warm_up_epochs
        if done < warm:
            return done / warm
        return math.pow(max(0.0, 1 - (done - warm) / (now.epochs - warm)), self.power)


class Cosine(Schedule):
    """MoCo v2: half a cosine down to 0, epoch by epoch or step by step; linear warm-up before."""

    kind: Literal["cosine"]
    each: Literal["epoch", "step"]
    warm_up_epochs: NotNegative

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        if now.epoch + now.part < self.warm_up_epochs:
            return (now.epoch + now.part) / self.warm_up_epochs
        at = now.epoch + (now.part if self.each == "step" else 0.0)
        done = (at - self.warm_up_epochs) / max(now.epochs - self.warm_up_epochs, 1e-9)
        return 0.5 * (1 + math.cos(math.pi * min(max(done, 0.0), 1.0)))


class Steps(Schedule):
    """reid-strong-baseline: linear warm-up from `warm_up_start`, times `gamma` in and after epochs.

    Epochs count from 1, as in its files: with `milestones` 40 and 70 the rate falls *in* those
    epochs, and with ten epochs of warm-up from 0.01 the first epoch has 0.109.
    """

    kind: Literal["steps"]
    milestones: tuple[int, ...]
    gamma: Share
    warm_up_epochs: NotNegative
    warm_up_start: Share

    def factor(self, now: Moment) -> float:
        """Share of the base rate; the same in all of an epoch."""
        number = now.epoch + 1
        fallen = self.gamma ** bisect_right(self.milestones, number)
        if number >= self.warm_up_epochs:
            return fallen
        done = number / self.warm_up_epochs
        return fallen * (self.warm_up_start * (1 - done) + done)


class LinearDecay(Schedule):
    """FD-GAN: the whole rate for `constant_epochs`, then epoch by epoch in a line towards 0.

    1 - max(0, epoch + 2 - constant) / (decay + 1), with epochs counted from 0 as its files do.
    """

    kind: Literal["linear_decay"]
    constant_epochs: NotNegative
    decay_epochs: Count

    def factor(self, now: Moment) -> float:
        """Share of the base rate; the same in all of an epoch."""
        late = max(0.0, now.epoch + 2 - self.constant_epochs)
        return max(0.0, 1 - late / (self.decay_epochs + 1))


class Inverse(Schedule):
    """Caffe's `inv`: (1 + gamma * step)^-power, step by step."""

    kind: Literal["inverse"]
    gamma: Positive
    power: Positive

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        return math.pow(1 + self.gamma * now.step, -self.power)


class Drops(Schedule):
    """YOLACT: linear warm-up over steps, then times `gamma` at each of some steps.

    Attributes:
        at: steps, counted from 0.
        gamma: of each of them.
        warm_up_steps: the whole rate is reached after them.
        warm_up_start: share of the rate at step 0.
    """

    kind: Literal["drops"]
    at: tuple[Count, ...]
    gamma: Share
    warm_up_steps: Annotated[int, Field(ge=0)]
    warm_up_start: Share

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        fallen = self.gamma ** bisect_right(sorted(self.at), now.step)
        if now.step >= self.warm_up_steps:
            return fallen
        return self.warm_up_start + (1 - self.warm_up_start) * now.step / self.warm_up_steps


SCHEDULES: dict[str, type[Schedule]] = {
    "constant": Constant,
    "polynomial": Polynomial,
    "cosine": Cosine,
    "steps": Steps,
    "linear_decay": LinearDecay,
    "inverse": Inverse,
    "drops": Drops,
}
"""The schedules that ship, by kind."""
