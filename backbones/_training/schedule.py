"""Learning rates over time, as pure functions of how far the training is."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import Annotated, Literal

from pydantic import Field

from probe.backbones._training.recipe_part import NotNegative, Positive, RecipePart, Share


class Polynomial(RecipePart):
    """insightface: from 0 up over the warm-up, then (1 - part)^power down to 0, step by step."""

    kind: Literal["polynomial"]
    power: Positive
    warm_up_epochs: NotNegative

    def factor(self, epoch: int, part: float, epochs: int) -> float:
        """Share of the base rate, `part` (0..1) into epoch `epoch`, counted from 0."""
        now, warm = epoch + part, self.warm_up_epochs
        if now < warm:
            return now / warm
        return math.pow(max(0.0, 1 - (now - warm) / (epochs - warm)), self.power)


class Cosine(RecipePart):
    """MoCo v2: half a cosine down to 0, epoch by epoch or step by step; linear warm-up before."""

    kind: Literal["cosine"]
    each: Literal["epoch", "step"]
    warm_up_epochs: NotNegative

    def factor(self, epoch: int, part: float, epochs: int) -> float:
        """Share of the base rate."""
        if epoch + part < self.warm_up_epochs:
            return (epoch + part) / self.warm_up_epochs
        now = epoch + (part if self.each == "step" else 0.0)
        done = (now - self.warm_up_epochs) / max(epochs - self.warm_up_epochs, 1e-9)
        return 0.5 * (1 + math.cos(math.pi * min(max(done, 0.0), 1.0)))


class Steps(RecipePart):
    """reid-strong-baseline: linear warm-up from `warm_up_start`, times `gamma` in and after epochs.

    Epochs count from 1, as in its files: with `milestones` 40 and 70 the rate falls *in* those
    epochs, and with ten epochs of warm-up from 0.01 the first epoch has 0.109.
    """

    kind: Literal["steps"]
    milestones: tuple[int, ...]
    gamma: Share
    warm_up_epochs: NotNegative
    warm_up_start: Share

    def factor(self, epoch: int, part: float, epochs: int) -> float:
        """Share of the base rate; the same in all of an epoch."""
        number = epoch + 1
        fallen = self.gamma ** bisect_right(self.milestones, number)
        if number >= self.warm_up_epochs:
            return fallen
        done = number / self.warm_up_epochs
        return fallen * (self.warm_up_start * (1 - done) + done)


Schedule = Annotated[Polynomial | Cosine | Steps, Field(discriminator="kind")]
