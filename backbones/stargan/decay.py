"""StarGAN's learning rate over time, as it is published and as the official code acts."""

from __future__ import annotations

from typing import Literal

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.schedule import Moment, Schedule


class LateDecay(Schedule):
    """The whole rate, then a fall at every `every` steps of the last `decay_steps`.

    The official solver takes `rate / decay_steps` off once in 1,000 steps, where it means to take
    it off at every step: after 220,000 steps the rate is 0.999 of what it was.

    Attributes:
        kind: `late_decay`.
        steps: of the stage; officially 220,000.
        decay_steps: in which it falls; officially 110,000.
        every: steps between two falls; officially 1,000.
        fall: `official`, as the code acts; `linear`, as it is published: down to 0.
    """

    kind: Literal["late_decay"]
    steps: Count
    decay_steps: Count
    every: Count
    fall: Literal["official", "linear"]

    def factor(self, now: Moment) -> float:
        """Share of the base rate."""
        falls = max(0, now.step // self.every - (self.steps - self.decay_steps) // self.every)
        size = self.every if self.fall == "linear" else 1
        return max(0.0, 1 - falls * size / self.decay_steps)
