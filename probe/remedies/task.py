"""Remedies for one model in one protocol: a piece of work, done here or on a node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from probe.cluster.place import is_on_a_node
from probe.cluster.ray_nodes import this_node
from probe.contracts import Backbone
from probe.embedding.key import is_ours
from probe.errors import ClusterError, ProbeError
from probe.masking import MaskSet
from probe.masking.making import UNREAD
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageSet
from probe.remedies.case_pictures import CasePictures
from probe.remedies.registry import remedies_in_order
from probe.remedies.remedy import Remedy
from probe.remedies.result import RemedyResult
from probe.remedies.trying import try_remedies
from probe.wording import Message, reason_of, refusal

Progress = Callable[[int, int], None]
Tried = tuple[RemedyResult, ...] | Message | str
"""What remedies do; or why they could not be tried."""


@dataclass(frozen=True)
class RemedyTask:
    """What remedies are tried for.

    Attributes:
        name: of the model in the run.
        model: the model.
        protocol: name of the protocol.
        condition: index of the change that they are tried against.
    """

    name: str
    model: Backbone
    protocol: str
    condition: int

    def __str__(self) -> str:
        return f"{self.name}, {self.protocol}"


@dataclass(frozen=True, eq=False)
class RemedyWork:
    """Tries remedies.

    Attributes:
        sets: the image sets, by name of the protocol.
        masks: of their pictures, where a masker made some.
        milliseconds: what making a mask took.
        fmr: the false match rate thresholds are set for.
        own: remedies of the user's, beside those that are registered.
        registered: names of those.
    """

    sets: Mapping[str, ImageSet]
    masks: MaskSet | None
    milliseconds: float
    fmr: float
    own: Mapping[str, Remedy] = field(default_factory=dict)
    registered: tuple[str, ...] = field(default_factory=lambda: tuple(remedies_in_order()))

    @property
    def can_be_sent(self) -> bool:
        """Whether a node tries the same remedies: what others wrote may be another there."""
        return not self.own and all(map(is_ours, remedies_in_order().values()))

    def __call__(self, task: RemedyTask, progress: Progress | None = None) -> Tried:
        """What remedies do for a task, or why they could not be tried.

        Raises:
            ProbeError: a node cannot do what another may.
        """
        images, card = self.sets[task.protocol], task.model.card
        self._check_registered()
        try:
            changed = images.protocol.conditions[task.condition]
            return try_remedies(
                task.model,
                Fitting.for_card(images.protocol.fit, card),
                CasePictures(images, self.masks).case(changed),
                own=self.own,
                fmr=self.fmr,
                mask_milliseconds=self.milliseconds,
                progress=progress,
            )
        except ProbeError as error:
            if isinstance(error, ClusterError) or (isinstance(error, UNREAD) and is_on_a_node()):
                raise
            return reason_of(error)

    def _check_registered(self) -> None:
        """Refuse a node on which others are registered."""
        there = tuple(remedies_in_order())
        if there != self.registered:
            names = {
                "name": "remedies",
                "there": ", ".join(there),
                "here": ", ".join(self.registered),
            }
            raise refusal(
                ClusterError,
                Message("cluster-node-differs", {"node": this_node(), **names}),
                hint=Message("cluster-node-differs-hint"),
            )
