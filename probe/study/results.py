"""The results of a study as the tables of a run: cells, pairs, histograms, pictures, sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.comparison import (
    Changed,
    MatedPairs,
    ModelGroup,
    Standing,
    compare_models,
    leanings,
)
from probe.comparison.examination import examine, joined
from probe.comparison.joint import MeasuredProtocol, joint_limits
from probe.comparison.margins import crossing_of
from probe.comparison.scores import bin_edges
from probe.comparison.thresholds import RateRequest, changed_conditions, value_of
from probe.comparison.workspace import Workspace
from probe.contracts import COSINE_RANGE
from probe.embedding.setup_faults import setup_faults
from probe.pictures.image_set import ImageSet
from probe.runs.examination import ExaminationRecord
from probe.runs.manifest import Manifest
from probe.runs.paths import (
    CELLS,
    CHANGES,
    DIFFERENCES,
    EXAMINATION,
    IMAGES,
    INTERACTIONS,
    LEANINGS,
    PAIRS,
    PARTS,
    RATES,
    UNMASKED,
)
from probe.runs.rows import (
    CellRow,
    ChangeRow,
    DifferenceRow,
    HistogramRow,
    InteractionRow,
    LeaningRow,
    PartRow,
    RateRow,
    RowKey,
    rows_of,
    table_of,
)
from probe.runs.stored import Finding, Histograms
from probe.runs.writer import RunWriter
from probe.study.image_rows import images_table
from probe.study.rows import (
    cells_table,
    decided_figures,
    difference_row,
    interaction_figures,
    leaning_row,
    pair_groups,
    pairs_table,
    rate_row,
    with_joint_limits,
)
from probe.study.scoring import ScoredVariant
from probe.study.spool import Spool

if TYPE_CHECKING:
    import pandas as pd

    from probe.protocol.model import Protocol
    from probe.statistics.interaction import Crossing


class Results:
    """Gathers what the backbones say, and writes it as one run.

    Args:
        sets: the image sets of the study.
        wanted: the false match rates asked for, and on whom thresholds are set.
        folder: where large tables lie while the study works; None: that of temporary files.
        nodes: of a cluster, which measure large cells; None: this machine does.
    """

    def __init__(
        self,
        sets: Sequence[ImageSet],
        wanted: RateRequest,
        folder: Path | None = None,
        nodes: RayNodes | None = None,
    ) -> None:
        self.sets = tuple(sets)
        self.wanted = wanted
        self._spool = Spool(folder)
        self._workspace = Workspace(nodes, folder, self._spool.standing)
        self._rates: list[RateRow] = []
        self._parts: list[PartRow] = []
        self._changed: dict[str, dict[str, list[Changed]]] = {}
        self._cells: list[tuple[RowKey, pd.DataFrame]] = []
        self._pairs: list[tuple[RowKey, MatedPairs]] = []
        self._counts: list[NDArray[np.int64]] = []
        self._counted: list[HistogramRow] = []
        self._standings: dict[tuple[str, str], dict[str, Mapping[int, Standing]]] = {}
        self._pictures: dict[tuple[str, str], frozenset[str]] = {}
        self._partners: dict[tuple[str, str], dict[str, Mapping[int, Standing]]] = {}
        self._tables: dict[str, pd.DataFrame] = {}
        self._crossings: dict[tuple[str, str, str], Crossing] = {}
        self._examined: list[ExaminationRecord] = []

    def add(
        self,
        scored: ScoredVariant,
        images: ImageSet,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Compare the conditions of one protocol under one variant of one backbone."""
        self._tables.clear()
        self._crossings.clear()
        backbone, variant = scored.backbone, scored.variant
        comparison = scored.compare(images, progress, self._workspace)
        protocol = images.protocol
        key: RowKey = {"protocol": protocol.name, "backbone": backbone, "variant": variant}
        self._cells.append((key, cells_table(key, protocol, comparison.cells)))
        self._pairs.append((key, self._shared(key, self._spool.pairs(comparison.pairs))))
        self._parts += [{**key, **cell} for cell in scored.part_cells(images)]
        self._rates += [rate_row(key, protocol, rate) for rate in comparison.rates]
        if protocol.expectation == "invariant":
            models = self._changed.setdefault(variant, {})
            models.setdefault(backbone, []).append(changed_conditions(protocol, comparison))
        if variant == UNMASKED:
            threshold = value_of(scored.thresholds[0])
            self._examined.append(examine(images, backbone, scored.scores, threshold))
        by_backbone = self._standings.setdefault((protocol.name, variant), {})
        by_backbone[backbone] = comparison.standings
        self._pictures[protocol.name, variant] = frozenset(r.image_id for r in images.records)
        for (kind, condition), counts in comparison.histograms.items():
            self._counted.append(
                {**key, "kind": kind, "i": condition, "j": protocol.standard.index}
            )
            self._counts.append(counts)

    def loses_pictures(self, variant: str) -> bool:
        """Whether a mask variant has fewer pictures than were shot, in any protocol."""
        return any(self._left_out(name, variant) for name in self._protocols)

    def add_partner(self, variant: str, scored: ScoredVariant) -> None:
        """What a backbone says as shot of those pictures alone that a mask variant has.

        What a mask changes is told of the same pictures. Where some have no mask, all pictures as
        shot are no partner of the masked ones.

        Args:
            variant: the mask variant.
            scored: the backbone as shot, on the variant's image sets.
        """
        self._tables.clear()
        for images in scored.sets:
            name = images.protocol.name
            if self._left_out(name, variant):
                partners = self._partners.setdefault((name, variant), {})
                partners[scored.backbone] = scored.compare(images, None, self._workspace).standings

    def remove(self, backbone: str) -> None:
        """Take out everything that was compared of a backbone."""
        self._tables.clear()
        self._crossings.clear()
        counted = list(zip(self._counted, self._counts, strict=True))
        counted = [(row, counts) for row, counts in counted if row["backbone"] != backbone]
        self._counted = [row for row, _ in counted]
        self._counts = [counts for _, counts in counted]
        self._cells = [(key, table) for key, table in self._cells if key["backbone"] != backbone]
        self._pairs = [(key, pairs) for key, pairs in self._pairs if key["backbone"] != backbone]
        self._parts = [row for row in self._parts if row["backbone"] != backbone]
        self._rates = [row for row in self._rates if row["backbone"] != backbone]
        for changed in self._changed.values():
            changed.pop(backbone, None)
        for standings in (*self._standings.values(), *self._partners.values()):
            standings.pop(backbone, None)

    def cells(self) -> pd.DataFrame:
        """One row a cell, each twice: as (i, j) and as (j, i)."""
        return self._once("cells", self._cells_with_joint_limits)

    def _cells_with_joint_limits(self) -> pd.DataFrame:
        """Limits that hold together are known once everything is compared."""
        import pandas as pd

        measured: dict[str, dict[str, MeasuredProtocol]] = {}
        for (name, variant), standings in self._standings.items():
            one = MeasuredProtocol(self._protocols[name], standings)
            measured.setdefault(variant, {})[name] = one
        limits = {variant: joint_limits(protocols) for variant, protocols in measured.items()}
        tables = [
            with_joint_limits(
                key, table, self._protocols[key["protocol"]].standard.index, limits[key["variant"]]
            )
            for key, table in self._cells
        ]
        return pd.concat(tables, ignore_index=True) if tables else table_of(CellRow, ())

    def _shared(self, key: RowKey, pairs: MatedPairs) -> MatedPairs:
        """Pairs whose pictures are those of a model before share its columns."""
        for other, before in self._pairs:
            if other["protocol"] == key["protocol"] and pairs.same_pictures(before):
                return before.scored(pairs.scores)
        return pairs

    def rates(self) -> pd.DataFrame:
        """One row a cell (i <= j) and false match rate asked for: both error rates."""
        return table_of(RateRow, self._rates)

    def pairs(self) -> pd.DataFrame:
        """Scores of pairs of pictures: all mated pairs, and a stated sample of the others."""
        return pairs_table(self._pairs)

    def histograms(self) -> Histograms:
        """Score counts of every condition against the standard condition."""
        return Histograms(bin_edges(COSINE_RANGE), np.stack(self._counts), tuple(self._counted))

    def parts(self) -> pd.DataFrame:
        """One row a part of a vector and mated cell (i <= j), of backbones with parts."""
        return table_of(PartRow, self._parts)

    def leanings(self) -> pd.DataFrame:
        """One row a backbone, and a pair of them: precision- or recall-first."""
        return self._once("leanings", self._leanings)

    def _leanings(self) -> pd.DataFrame:
        rows = [
            leaning_row(variant, leaning)
            for variant, models in self._changed.items()
            for leaning in leanings(models)
        ]
        return table_of(LeaningRow, rows)

    def differences(self) -> pd.DataFrame:
        """One row a difference between two backbones (second minus first)."""
        return self._once("differences", self._differences)

    def _once(self, name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """A table that is needed twice and takes its time."""
        if name not in self._tables:
            self._tables[name] = make()
        return self._tables[name]

    def _differences(self) -> pd.DataFrame:
        groups: dict[str, dict[str, ModelGroup]] = {}
        for (name, variant), standings in self._standings.items():
            standard = self._protocols[name].standard.index
            groups.setdefault(variant, {})[name] = ModelGroup(standings, standard)
        compared = {variant: compare_models(protocols) for variant, protocols in groups.items()}
        rows: list[DifferenceRow] = [
            {"protocol": name, "variant": variant, **difference_row(protocol, one)}
            for name, protocol in self._protocols.items()
            for variant, differences in compared.items()
            for one in differences.get(name, ())
        ]
        return table_of(DifferenceRow, rows)

    @property
    def _protocols(self) -> dict[str, Protocol]:
        return {images.protocol.name: images.protocol for images in self.sets}

    def changes(self) -> pd.DataFrame:
        """One row a paired difference that a mask makes to a backbone (masked minus as shot)."""
        return self._once("changes", self._changes)

    def _changes(self) -> pd.DataFrame:
        groups: dict[str, dict[tuple[str, str], ModelGroup]] = {}
        for (name, variant), standings in self._standings.items():
            if variant == UNMASKED:
                continue
            standard = self._protocols[name].standard.index
            for backbone, masked in standings.items():
                shot = self._as_shot(name, variant).get(backbone)
                if shot is not None:
                    both = {UNMASKED: shot, variant: masked}
                    groups.setdefault(variant, {})[name, backbone] = ModelGroup(both, standard)
        compared = {variant: compare_models(masks) for variant, masks in groups.items()}
        rows: list[ChangeRow] = [
            {
                "protocol": name,
                "variant": variant,
                "backbone": backbone,
                **decided_figures(self._protocols[name], one),
                "pictures": len(self._pictures[name, variant]),
                "left_out": self._left_out(name, variant),
            }
            for name, variant in self._standings
            for (protocol, backbone), differences in compared.get(variant, {}).items()
            if protocol == name
            for one in differences
        ]
        return table_of(ChangeRow, rows)

    def _as_shot(self, protocol: str, variant: str) -> Mapping[str, Mapping[int, Standing]]:
        """The standings as shot of the pictures that a mask variant has, by backbone."""
        if self._left_out(protocol, variant):
            return self._partners.get((protocol, variant), {})
        return self._standings[protocol, UNMASKED]

    def _left_out(self, protocol: str, variant: str) -> int:
        shot, masked = (self._pictures[protocol, name] for name in (UNMASKED, variant))
        return len(shot) - len(masked)

    def crossings(self) -> Mapping[tuple[str, str, str], Crossing]:
        """What crossed factors (a series is one) do to retention: by protocol, variant, backbone.

        Empty where every protocol varies one factor only.
        """
        for (name, variant), models in self._standings.items():
            protocol = self._protocols[name]
            for backbone, standings in models.items() if len(protocol.axes) > 1 else ():
                if (name, variant, backbone) not in self._crossings:
                    self._crossings[name, variant, backbone] = crossing_of(protocol, standings)
        return self._crossings

    def examination(self) -> ExaminationRecord:
        """Error curves, identification, zoo, calibration and flow of all models and protocols."""
        return joined(self._examined)

    def interactions(self) -> pd.DataFrame:
        """One row an effect, interaction or variance share of crossed factors."""
        rows: list[InteractionRow] = [
            {"protocol": protocol, "variant": variant, "backbone": backbone, **figures}
            for (protocol, variant, backbone), crossing in self.crossings().items()
            for figures in interaction_figures(crossing)
        ]
        return table_of(InteractionRow, rows)

    def costliest(self, protocol: str, backbone: str, variant: str = UNMASKED) -> int | None:
        """The condition with the lowest retention (mean cosine, where that is not known)."""
        standard = next(i.protocol for i in self.sets if i.protocol.name == protocol).standard
        asked: RowKey = {"protocol": protocol, "backbone": backbone, "variant": variant}
        rows = [
            row
            for key, table in self._cells if key == asked
            for row in rows_of(CellRow, table[table["j"] == standard.index])
            if row["kind"] == "mated" and row["i"] != standard.index
        ]  # fmt: skip
        retained = {row["i"]: row["retention"] for row in rows if math.isfinite(row["retention"])}
        means = {row["i"]: row["mean"] for row in rows if math.isfinite(row["mean"])}
        values = retained or means
        return min(values, key=values.__getitem__) if values else None

    def write(self, writer: RunWriter) -> None:
        """Write every table of the run, and the sentences that follow."""
        writer.table(CELLS, self.cells())
        writer.table(RATES, self.rates())
        writer.table(LEANINGS, self.leanings())
        if self._parts:
            writer.table(PARTS, self.parts())
        writer.table_in_groups(PAIRS, pair_groups(self._pairs))
        writer.table(DIFFERENCES, self.differences())
        if len(writer.manifest.variants) > 1:
            writer.table(CHANGES, self.changes())
        if self.crossings():
            writer.table(INTERACTIONS, self.interactions())
        writer.json(EXAMINATION, self.examination())
        writer.table(IMAGES, images_table(self.sets))
        writer.histograms(self.histograms())
        writer.findings(self.findings(writer.manifest))

    def findings(self, manifest: Manifest, *, failing_margins: bool = False) -> list[Finding]:
        """The sentences that follow from the cells.

        Args:
            manifest: of the run.
            failing_margins: see `probe.conclusions.findings.facts.Facts`.
        """
        from probe.conclusions.findings import Facts, find

        facts = Facts(
            backbones=tuple(entry.name for entry in manifest.backbones),
            thresholds=manifest.thresholds,
            subjects=len({s for images in self.sets for s in images.subjects}),
            pictures=len({r.image_id for images in self.sets for r in images.records}),
            variants=manifest.variants,
            differences=rows_of(DifferenceRow, self.differences()),
            changes=rows_of(ChangeRow, self.changes()),
            crossings=self.crossings(),
            leanings=rows_of(LeaningRow, self.leanings()),
            parts=tuple(self._parts),
            scores={entry.name: entry.score for entry in manifest.backbones},
            rendered=frozenset(i.protocol.name for i in self.sets if i.source == "scene"),
            faults=setup_faults(manifest.backbones),
            failing_margins=failing_margins,
        )
        return find(self._protocols, self.cells(), facts)
