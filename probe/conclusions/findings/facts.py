"""What conclusions may look at: the cells of a study, asked by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from probe.protocol.labels import condition_value, factors_value
from probe.runs.figures import fails
from probe.wording import Message, Value
from probe.wording.score import COSINE, common_score
from probe.wording.short_names import short_names

if TYPE_CHECKING:
    import pandas as pd

    from probe.protocol.model import Condition, Protocol
    from probe.runs.manifest import ThresholdEntry
    from probe.runs.rows import ChangeRow, DifferenceRow, LeaningRow, PartRow
    from probe.statistics.interaction import Crossing


@dataclass(frozen=True)
class Facts:
    """What conclusions need to know besides the cells.

    Attributes:
        backbones: names, in the order of the run.
        thresholds: thresholds of all backbones and variants.
        subjects: people who were compared.
        pictures: usable pictures.
        limit: highest FNMR that counts as usable, 0..1.
        variant: mask variant the findings speak of.
        variants: all mask variants, `unmasked` first.
        differences: rows of the paired differences between backbones.
        changes: rows of the paired differences that masks make.
        crossings: what crossed factors do together, by protocol, variant and backbone.
        leanings: rows of how far models lean to one of the two errors, then of pairs of models.
        parts: rows of the parts of vectors, where they hold what each part loses.
        rendered: protocols whose people are rendered.
        faults: by backbone, why its set-up is in doubt; sound ones have none.
        scores: by backbone, what it compares two pictures by; a cosine where none is stated.
        failing_margins: whether retention is told of models that fail in the standard condition
            itself, as runs of before told it.
    """

    backbones: tuple[str, ...]
    thresholds: tuple[ThresholdEntry, ...]
    subjects: int
    pictures: int
    limit: float = 0.10
    variant: str = "unmasked"
    variants: tuple[str, ...] = ("unmasked",)
    differences: tuple[DifferenceRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    crossings: Mapping[tuple[str, str, str], Crossing] = field(default_factory=dict)
    leanings: tuple[LeaningRow, ...] = ()
    parts: tuple[PartRow, ...] = ()
    scores: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Message] = field(default_factory=dict)
    rendered: frozenset[str] = frozenset()
    failing_margins: bool = False

    @cached_property
    def names(self) -> dict[str, str]:
        """Shown name of every backbone."""
        return short_names(self.backbones)

    @cached_property
    def open_rates(self) -> tuple[ThresholdEntry, ...]:
        """Thresholds of the variant whose false match rate may be far from the one asked for."""
        entries = (self.threshold(name) for name in self.backbones)
        return tuple(entry for entry in entries if entry is not None and entry.rate_open)

    def shown(self, backbone: str) -> str | None:
        """The shown name of a backbone; None where the study has one only, which goes unnamed."""
        return self.names[backbone] if len(self.backbones) > 1 else None

    def score_of(self, *backbones: str) -> dict[str, Value]:
        """What a sentence about means of these backbones names them by, as the value `score`.

        Nothing for cosines, which is what every sentence says without it; the score's own name, or
        `score` where the backbones differ.
        """
        score = common_score(self.scores.get(name, COSINE) for name in backbones)
        return {} if score == COSINE else {"score": score}

    def threshold(self, backbone: str) -> ThresholdEntry | None:
        """The threshold of a backbone, None when none was set."""
        for entry in self.thresholds:
            if (entry.backbone, entry.variant) == (backbone, self.variant):
                return entry
        return None

    @property
    def decided(self) -> bool:
        """Whether every backbone has a threshold, so that misses can be counted."""
        thresholds = [self.threshold(name) for name in self.backbones]
        return bool(thresholds) and all(t is not None and t.value is not None for t in thresholds)


@dataclass(frozen=True)
class Spot:
    """One figure of one cell.

    Attributes:
        protocol, backbone, kind, figure: which one.
        i, j: condition indices.
        value: the figure.
        low, high: its 95 % interval, NaN where none is known.
        joint_low, joint_high: limits that hold for all levels, protocols and models of the run
            together, NaN where none are known; of a run of before those of its own.
    """

    protocol: str
    backbone: str
    kind: str
    figure: str
    i: int
    j: int
    value: float
    low: float = float("nan")
    high: float = float("nan")
    joint_low: float = float("nan")
    joint_high: float = float("nan")

    def cell(self, variant: str) -> dict[str, object]:
        """The cell, as a finding names it."""
        names = ("protocol", "backbone", "kind", "i", "j", "figure")
        return {**{name: getattr(self, name) for name in names}, "variant": variant}


_INTERVAL = {"mean": ("low", "high")}


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of a study, asked by protocol, backbone and condition.

    Attributes:
        protocols: by name, in order.
        table: the cells.
        facts: what else is known.
    """

    protocols: Mapping[str, Protocol]
    table: pd.DataFrame
    facts: Facts

    @cached_property
    def _rows(self) -> dict[tuple[str, str, str], dict[tuple[int, int], dict[str, Any]]]:
        rows: dict[tuple[str, str, str], dict[tuple[int, int], dict[str, Any]]] = {}
        wanted = self.table[self.table["variant"] == self.facts.variant]
        for row in wanted.to_dict("records"):
            key = (row["protocol"], row["backbone"], row["kind"])
            rows.setdefault(key, {})[row["i"], row["j"]] = {str(k): v for k, v in row.items()}
        return rows

    @cached_property
    def _failing(self) -> dict[str, tuple[Spot, ...]]:
        names, limit = self.facts.backbones if self.facts.decided else (), self.facts.limit
        spots = {
            p: [self.at_standard(n, "fnmr", protocol=p) for n in names] for p in self.protocols
        }
        return {
            protocol: tuple(spot for spot in here if spot and fails(spot.value, limit))
            for protocol, here in spots.items()
        }

    def spot(
        self, protocol: str, backbone: str, i: int, j: int, figure: str, kind: str = "mated"
    ) -> Spot | None:
        """One figure; None where the cell or its figure is missing, and for retention of which
        `keeps_margin` says that it means nothing.
        """
        if figure == "retention" and not self.keeps_margin(protocol, backbone):
            return None
        row = self._rows.get((protocol, backbone, kind), {}).get((i, j))
        if row is None or not np.isfinite(row.get(figure, np.nan)):
            return None
        low, high = _INTERVAL.get(figure, (f"{figure}_low", f"{figure}_high"))
        ends = [float(row.get(name, np.nan)) for name in (low, high)]
        joint = zip((f"{figure}_joint_low", f"{figure}_joint_high"), ends, strict=True)
        joint_low, joint_high = (float(row.get(name, end)) for name, end in joint)
        return Spot(
            protocol=protocol,
            backbone=backbone,
            kind=kind,
            figure=figure,
            i=i,
            j=j,
            value=float(row[figure]),
            low=ends[0],
            high=ends[1],
            joint_low=joint_low,
            joint_high=joint_high,
        )

    def against_standard(
        self,
        protocol: str,
        backbone: str,
        figure: str,
        kind: str = "mated",
        among: Sequence[Condition] | None = None,
    ) -> list[Spot]:
        """A figure of every condition but the standard one, against the standard condition."""
        conditions = among or self.protocols[protocol].conditions
        s = self.protocols[protocol].standard.index
        spots = (
            self.spot(protocol, backbone, c.index, s, figure, kind)
            for c in conditions
            if c.index != s
        )
        return [spot for spot in spots if spot is not None]

    def failing(self, protocol: str) -> tuple[Spot, ...]:
        """Misses of the models that miss more than the limit in the standard condition itself.

        None where misses are not counted with every model.
        """
        return self._failing[protocol]

    def keeps_margin(self, protocol: str, backbone: str) -> bool:
        """Whether retention means something: there is a margin that lets a model recognise people.

        Not where the model fails in the standard condition itself.
        """
        failing = () if self.facts.failing_margins else self.failing(protocol)
        return all(spot.backbone != backbone for spot in failing)

    def off_standard(self, protocol: str, backbone: str, figure: str) -> list[Spot]:
        """A figure of every pair of different conditions neither of which is the standard one."""
        standard = self.protocols[protocol].standard
        others = [c.index for c in self.protocols[protocol].conditions if c != standard]
        pairs = [(i, j) for i in others for j in others if i < j]
        spots = (self.spot(protocol, backbone, i, j, figure) for i, j in pairs)
        return [spot for spot in spots if spot is not None]

    def at_standard(
        self, backbone: str, figure: str, kind: str = "mated", protocol: str | None = None
    ) -> Spot | None:
        """A figure of the standard condition against itself: the first protocol that has it."""
        for name in [protocol] if protocol else self.protocols:
            s = self.protocols[name].standard.index
            if spot := self.spot(name, backbone, s, s, figure, kind):
                return spot
        return None

    def level(self, spot: Spot) -> Value:
        """The condition a figure against the standard belongs to, as shown."""
        protocol = self.protocols[spot.protocol]
        return condition_value(protocol, protocol.conditions[spot.i])

    def changed(self, spot: Spot) -> Message:
        """What differs from the standard condition at a figure's level, as `title` says it."""
        protocol = self.protocols[spot.protocol]
        here, standard = protocol.conditions[spot.i], protocol.standard
        levels = zip(protocol.factors, here.levels, standard.levels, strict=True)
        factors = [factor for factor, level, usual in levels if level != usual]
        if protocol.series and here.series != standard.series:
            factors.append(protocol.series)
        return factors_value(factors or protocol.factors)

    def title(self, protocol: str) -> Message:
        """What a protocol varies, within a sentence: `orientation`, `orientation and distance`."""
        return factors_value(self.protocols[protocol].factors)


def highest(spots: Sequence[Spot]) -> Spot | None:
    """The spot with the largest figure, the first of equals."""
    return max(spots, key=lambda spot: spot.value, default=None)


def lowest(spots: Sequence[Spot]) -> Spot | None:
    """The spot with the smallest figure, the first of equals."""
    return min(spots, key=lambda spot: spot.value, default=None)
