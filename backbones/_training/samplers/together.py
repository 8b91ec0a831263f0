"""Several samplers in one batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

import numpy as np

from probe.backbones._training.recipe_part import RecipePart, Registered
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Picks, Sampler
from probe.backbones._training.table import Chosen, TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal


class Part(RecipePart):
    """A role of a joint batch: which domain its pictures are from, and how they are drawn."""

    domain: Literal["source", "target", "all"]
    sampler: Annotated[Sampler, Registered("samplers", without=("together",))]


class Together(Sampler):
    """Several samplers in one batch, such as source and target (HHL, FD-GAN's transfer).

    Attributes:
        parts: by role.
        paced_by: the role whose sampler ends the epoch; the others begin anew where they end
            sooner.
    """

    kind: Literal["together"]
    parts: dict[str, Part]
    paced_by: str

    @property
    def roles(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self.parts)

    def chosen(self, table: TrainingTable) -> Chosen:
        """Pictures that one of the parts may hold."""
        chosen = np.zeros(len(table), np.bool_)
        for part in self.parts.values():
            of_part = _of_domain(table, part.domain)
            chosen[of_part] |= part.sampler.chosen(table.only(of_part))
        return chosen

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        if self.paced_by not in self.parts:
            raise refusal(UsageError, Message("train-no-part", {"part": repr(self.paced_by)}))
        length = None
        streams: dict[str, list[Picks]] = {}
        for role in (self.paced_by, *(role for role in self.parts if role != self.paced_by)):
            draw = self._drawer(role, table, drawn)
            stream = draw()
            length = len(stream) if length is None else length
            while len(stream) < length:
                stream += draw()
            streams[role] = stream[:length]
        return [
            {role: streams[role][number] for role in self.parts} for number in range(length or 0)
        ]

    def _drawer(
        self, role: str, table: TrainingTable, drawn: np.random.Generator
    ) -> Callable[[], list[Picks]]:
        part = self.parts[role]
        chosen = _of_domain(table, part.domain)
        if not chosen.any():
            raise refusal(
                UsageError,
                Message("train-no-domain-picture", {"role": role, "domain": part.domain}),
                hint=Message("train-name-target-set"),
            )
        rows, below = np.flatnonzero(chosen), table.only(chosen)

        def draw() -> list[Picks]:
            batches = [batch[ROLE] for batch in part.sampler.batches(below, drawn)]
            return [Picks(rows[chosen.rows], chosen.copies, chosen.draws) for chosen in batches]

        return draw


def _of_domain(table: TrainingTable, domain: Literal["source", "target", "all"]) -> Chosen:
    """`(n,)` which pictures are of a domain."""
    if domain == "all":
        return np.ones(len(table), np.bool_)
    chosen: Chosen = table.target == (domain == "target")
    return chosen
