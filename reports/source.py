"""A run as a report reads it: its tables by row, its thresholds, its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from probe.protocol.model import Protocol
from probe.reports.curves import ScoreAxis, own_axis, score_axis
from probe.reports.figure import Printer, Row, number
from probe.reports.words import Words
from probe.runs.figures import JOINT_LOW, fails
from probe.runs.manifest import COSINE, ThresholdEntry
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.rows import CellRow, ChangeRow, DifferenceRow, InteractionRow, RateRow, rows_of
from probe.runs.stored import Finding, StoredMasks
from probe.wording import Message, wording_of
from probe.wording.score import common_score
from probe.wording.short_names import short_names

DEFAULT_LIMIT = 0.10
"""Highest FNMR that counts as usable where the run's options state no `fnmr_limit` (ours: one in
ten is missed; findings and advice for a site have the same)."""


@dataclass(frozen=True)
class SaidFinding:
    """A finding in words.

    Attributes:
        key, protocol, cells: as in `probe.runs.stored.Finding`.
        text: what it says.
        points: the same, sentence by sentence.
        title: heading that goes with it, may be empty.
    """

    key: str
    text: str
    points: tuple[str, ...]
    protocol: str
    title: str
    cells: tuple[Row, ...]


@dataclass(frozen=True, eq=False)
class Source:
    """A run, a language and a mask variant.

    Attributes:
        run: what is drawn.
        language: code of the language it is printed in.
        variant: the mask variant that is drawn.
    """

    run: Run
    language: str = "en"
    variant: str = UNMASKED

    @cached_property
    def words(self) -> Words:
        """The words of the language."""
        score = common_score(entry.score for entry in self.run.manifest.backbones)
        return Words(wording_of(self.language), score)

    @cached_property
    def printer(self) -> Printer:
        """How numbers and notes are printed in it."""
        return Printer(self.words)

    @cached_property
    def shorts(self) -> Mapping[str, str]:
        """Shown name of every backbone."""
        return short_names(self.run.backbones)

    @cached_property
    def protocols(self) -> Mapping[str, Protocol]:
        """Protocols by name."""
        return self.run.protocols

    @property
    def headline(self) -> str:
        """What was found, in one sentence; the study's name where there is none."""
        return self.sentence("headline") or self.run.manifest.study

    @property
    def limit(self) -> float:
        """Highest FNMR that counts as usable."""
        return float(self.run.manifest.options.get("fnmr_limit", DEFAULT_LIMIT))

    def threshold(self, backbone: str) -> ThresholdEntry | None:
        """The threshold of a backbone."""
        return self.run.manifest.threshold(backbone, self.variant)

    def cut(self, backbone: str) -> float | None:
        """The threshold's value, None when it is not resolved."""
        entry = self.threshold(backbone)
        return entry.value if entry else None

    @cached_property
    def decided(self) -> bool:
        """Whether every backbone has a threshold."""
        return bool(self.run.backbones) and all(
            self.cut(name) is not None for name in self.run.backbones
        )

    def failing(self, protocol: str, backbone: str) -> float | None:
        """Misses in the standard condition itself where they exceed the limit of use; else None.

        Retention of that model means nothing then (`probe.runs.figures.fails`).
        """
        rate = self._standard_misses.get((protocol, backbone)) if self.decided else None
        return rate if fails(rate, self.limit) else None

    @cached_property
    def _standard_misses(self) -> Mapping[tuple[str, str], float | None]:
        """Misses of the standard condition against itself, by protocol and backbone."""
        cells = self.run.cells
        here = cells[(cells["variant"] == self.variant) & (cells["kind"] == "mated")]
        standards = {name: protocol.standard.index for name, protocol in self.protocols.items()}
        s = here["protocol"].map(standards)
        rows = rows_of(CellRow, here[(here["i"] == s) & (here["j"] == s)])
        return {(row["protocol"], row["backbone"]): number(row, "fnmr") for row in rows}

    @cached_property
    def why_undecided(self) -> tuple[str, ...]:
        """Why there is no threshold, in words."""
        entries = [self.threshold(name) for name in self.run.backbones]
        notes = [self.printer.note(e.note) for e in entries if e and e.value is None and e.note]
        return tuple(dict.fromkeys(notes)) or (self.words.text("report-no-strangers"),)

    @cached_property
    def fmr(self) -> float | None:
        """The false match rate that thresholds were set at."""
        return next((entry.fmr for entry in self.run.manifest.thresholds), None)

    @cached_property
    def before_joint_limits(self) -> bool:
        """Whether the run is one of before limits of misses that hold together."""
        return JOINT_LOW not in self.run.cells

    @cached_property
    def differences(self) -> list[DifferenceRow]:
        """Paired differences between backbones of this variant; none in a run without the table."""
        if "differences.parquet" not in self.run.manifest.files:
            return []
        rows = rows_of(DifferenceRow, self.run.differences)
        return [row for row in rows if row["variant"] == self.variant]

    @cached_property
    def rates(self) -> list[RateRow]:
        """Error rates of this variant at every false match rate; none in an older run."""
        table = self.run.rates
        rows = () if table is None else rows_of(RateRow, table)
        return [row for row in rows if row["variant"] == self.variant]

    @cached_property
    def further_rates(self) -> tuple[float, ...]:
        """False match rates beyond the first that some model's strangers resolve."""
        entries = self.run.manifest.further_thresholds
        resolved = [e.fmr for e in entries if e.variant == self.variant and e.value is not None]
        return tuple(dict.fromkeys(resolved))

    @cached_property
    def masks(self) -> StoredMasks:
        """The masks of this variant."""
        return self.run.masks(self.variant)

    @cached_property
    def changes(self) -> tuple[ChangeRow, ...]:
        """Paired differences that masks make to backbones; none in a run without masks."""
        return () if self.run.changes is None else rows_of(ChangeRow, self.run.changes)

    @cached_property
    def interactions(self) -> list[InteractionRow]:
        """What crossed factors do, of this variant; none in a run without crossed factors."""
        table = self.run.interactions
        rows = () if table is None else rows_of(InteractionRow, table)
        return [row for row in rows if row["variant"] == self.variant]

    def axis_of(self, backbone: str) -> ScoreAxis:
        """The score axis of a backbone's shapes: one for all cosines, its own for other scores."""
        entry = self.run.manifest.backbone(backbone)
        return self._cosine_axis if entry.score == COSINE else own_axis(entry.score_range)

    @cached_property
    def _cosine_axis(self) -> ScoreAxis:
        names = [entry.name for entry in self.run.manifest.backbones if entry.score == COSINE]
        cuts = [cut for name in names if (cut := self.cut(name)) is not None]
        return score_axis(self.run.histograms, cuts, names)

    def shape_of(self, backbone: str, **where: object) -> tuple[float, ...]:
        """A row of a backbone's score counts as a smooth shape; empty without counts."""
        counts = self.run.histograms.find(backbone=backbone, variant=self.variant, **where)
        return self.axis_of(backbone).shape(counts, self.run.score_edges(backbone))

    @cached_property
    def people(self) -> int:
        """How many people were compared with themselves."""
        images = self.run.images
        used = images[(images["role"] == "subject") & (images["status"] == "ok")]
        return int(used["subject"].nunique())

    def finding(self, key: str, protocol: str = "", title: str | None = None) -> Finding | None:
        """The first finding with this key (and protocol, and title)."""
        return next(iter(self.findings(key, protocol, title)), None)

    def findings(self, key: str, protocol: str = "", title: str | None = None) -> list[Finding]:
        """All findings with this key (and protocol, and title)."""
        return [
            finding
            for finding in self.run.findings
            if (finding.key, finding.protocol) == (key, protocol)
            and (title is None or finding.title == title)
        ]

    def sentence(self, key: str, protocol: str = "", title: str | None = None) -> str:
        """The text of a finding, empty when the run has none."""
        finding = self.finding(key, protocol, title)
        return self.printer.note(finding.message) if finding else ""

    def points(self, finding: Finding) -> tuple[str, ...]:
        """The text of a finding sentence by sentence; of an older run in one piece."""
        message = finding.message
        if not isinstance(message, Message) or message.id != "sentences":
            return (self.printer.note(message),)
        parts = message.values["parts"]
        assert isinstance(parts, tuple)
        return tuple(map(self.printer.note, parts))

    @cached_property
    def said_findings(self) -> tuple[SaidFinding, ...]:
        """All findings in words."""
        return tuple(
            SaidFinding(
                key=finding.key,
                text=self.printer.note(finding.message),
                points=self.points(finding),
                protocol=finding.protocol,
                title=self.printer.note(finding.title) or self._title(finding.protocol),
                cells=finding.cells,
            )
            for finding in self.run.findings
        )

    def _title(self, protocol: str) -> str:
        return self.protocols[protocol].title.language(self.language) if protocol else ""
