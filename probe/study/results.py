"""The results of a study as the tables of a run: cells, pairs, histograms, pictures, sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.comparison import (
    ALL,
    Cell,
    Changed,
    MatedPair,
    ModelDifference,
    ScoreSource,
    StandardStrangers,
    Standing,
    compare,
    compare_models,
)
from probe.comparison.crossing_figures import margin_figures
from probe.comparison.tally import EDGES
from probe.comparison.thresholds import (
    Wanted,
    changed_conditions,
    leanings_table,
    rate_rows,
    rates_table,
    value_of,
)
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.model import Protocol
from probe.runs.manifest import Manifest, ThresholdEntry
from probe.runs.store import UNMASKED, Finding, Histograms, RunWriter
from probe.statistics.interaction import (
    Crossing,
    interaction_rows,
    interactions,
    interactions_table,
)

if TYPE_CHECKING:
    import pandas as pd


class Results:
    """Gathers what the backbones say, and writes it as one run.

    Args:
        sets: the image sets of the study.
        wanted: the false match rates asked for, and on whom thresholds are set.
    """

    def __init__(self, sets: Sequence[ImageSet], wanted: Wanted) -> None:
        self.sets = tuple(sets)
        self.wanted = wanted
        self._rates: list[dict[str, Any]] = []
        self._changed: dict[str, dict[str, list[Changed]]] = {}
        self._cells: list[dict[str, Any]] = []
        self._pairs: list[dict[str, Any]] = []
        self._counts: list[NDArray[np.int64]] = []
        self._rows: list[dict[str, Any]] = []
        self._standings: dict[tuple[str, str], dict[str, Mapping[int, Standing]]] = {}
        self._people: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self._tables: dict[str, pd.DataFrame] = {}
        self._crossings: dict[tuple[str, str, str], Crossing] = {}

    def compare(
        self,
        backbone: str,
        images: ImageSet,
        scores: ScoreSource,
        strangers: StandardStrangers,
        threshold: ThresholdEntry,
        progress: Callable[[int, int], None] | None = None,
        variant: str = UNMASKED,
    ) -> None:
        """Compare the conditions of one protocol with one backbone."""
        self._tables.clear()
        self._crossings.clear()
        points, fmr = self.wanted.points(strangers), self.wanted.fmr
        found = compare(images, scores, strangers, value_of(threshold), fmr, progress, points)
        protocol = images.protocol
        head = {"protocol": protocol.name, "backbone": backbone, "variant": variant}
        for cell in found.cells:
            self._cells.extend(head | row for row in _cell_rows(protocol, cell))
        self._pairs.extend(head | _pair_row(pair) for pair in found.pairs)
        self._rates.extend(head | row for row in rate_rows(protocol, found))
        if protocol.expectation == "invariant":
            models = self._changed.setdefault(variant, {})
            models.setdefault(backbone, []).append(changed_conditions(protocol, found))
        by_backbone = self._standings.setdefault((protocol.name, variant), {})
        by_backbone[backbone] = found.standings
        self._people[protocol.name, variant] = {(r.role, r.subject) for r in images.records}
        for (kind, condition), counts in found.histograms.items():
            place = {"kind": kind, "i": condition, "j": protocol.standard.index}
            self._rows.append(head | place)
            self._counts.append(counts)

    def cells(self) -> pd.DataFrame:
        """One row a cell, each twice: as (i, j) and as (j, i)."""
        import pandas as pd

        return pd.DataFrame(self._cells)

    def rates(self) -> pd.DataFrame:
        """One row a cell (i <= j) and false match rate asked for: both error rates."""
        return rates_table(self._rates)

    def leanings(self) -> pd.DataFrame:
        """One row a backbone, and a pair of them: precision- or recall-first."""
        return self._once("leanings", lambda: leanings_table(self._changed))

    def differences(self) -> pd.DataFrame:
        """One row a difference between two backbones (second minus first)."""
        return self._once("differences", self._differences)

    def _once(self, name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """A table that is needed twice and takes its time."""
        if name not in self._tables:
            self._tables[name] = make()
        return self._tables[name]

    def _differences(self) -> pd.DataFrame:
        rows: list[dict[str, Any]] = []
        for images in self.sets:
            protocol = images.protocol
            for (name, variant), standings in self._standings.items():
                if name == protocol.name:
                    head = {"protocol": name, "variant": variant}
                    found = compare_models(standings, protocol.standard.index)
                    rows.extend(head | difference_row(protocol, each) for each in found)
        return differences_table(rows)

    def changes(self) -> pd.DataFrame:
        """One row a paired difference that a mask makes to a backbone (masked minus as shot)."""
        return self._once("changes", self._changes)

    def _changes(self) -> pd.DataFrame:
        rows: list[dict[str, Any]] = []
        protocols = {images.protocol.name: images.protocol for images in self.sets}
        for (name, variant), standings in self._standings.items():
            # Without the same people in both variants there is nothing to pair.
            if variant == UNMASKED or self._people[name, variant] != self._people[name, UNMASKED]:
                continue
            for backbone, masked in standings.items():
                both = {UNMASKED: self._standings[name, UNMASKED][backbone], variant: masked}
                found = compare_models(both, protocols[name].standard.index)
                head = {"protocol": name, "variant": variant, "backbone": backbone}
                rows.extend(head | difference_row(protocols[name], each) for each in found)
        return changes_table(rows)

    def crossings(self) -> Mapping[tuple[str, str, str], Crossing]:
        """What crossed factors (a series is one) do to retention: by protocol, variant, backbone.

        Empty where every protocol varies one factor only.
        """
        protocols = {images.protocol.name: images.protocol for images in self.sets}
        for (name, variant), standings in self._standings.items():
            told = protocols[name]
            for backbone, own in standings.items() if len(told.axes) > 1 else ():
                if (name, variant, backbone) not in self._crossings:
                    figures = margin_figures(own, len(told.conditions))
                    found = interactions(told, figures, "retention", relative=True)
                    self._crossings[name, variant, backbone] = found
        return self._crossings

    def interactions(self) -> pd.DataFrame:
        """One row an effect, interaction or variance share of crossed factors."""
        rows = [
            {"protocol": protocol, "variant": variant, "backbone": backbone, **row}
            for (protocol, variant, backbone), crossing in self.crossings().items()
            for row in interaction_rows(crossing)
        ]
        return interactions_table(rows)

    def costliest(self, protocol: str, backbone: str, variant: str = UNMASKED) -> int | None:
        """The condition with the lowest retention (mean cosine, where that is not known)."""
        for figure in ("retention", "mean"):
            standard = next(i.protocol for i in self.sets if i.protocol.name == protocol).standard
            known = {
                row["i"]: row[figure]
                for row in self._cells
                if (row["protocol"], row["backbone"], row["variant"], row["kind"], row["j"])
                == (protocol, backbone, variant, "mated", standard.index)
                and row["i"] != standard.index
                and math.isfinite(row[figure])
            }
            if known:
                return int(min(known, key=lambda condition: known[condition]))
        return None

    def write(self, writer: RunWriter) -> None:
        """Write every table of the run, and the sentences that follow."""
        writer.table("cells.parquet", self.cells())
        writer.table("rates.parquet", self.rates())
        writer.table("leanings.parquet", self.leanings())
        writer.table("pairs.parquet", _pairs_table(self._pairs))
        writer.table("differences.parquet", self.differences())
        if len(writer.manifest.variants) > 1:
            writer.table("changes.parquet", self.changes())
        if self.crossings():
            writer.table("interactions.parquet", self.interactions())
        writer.table("images.parquet", image_table(self.sets))
        writer.histograms(Histograms(EDGES, np.stack(self._counts), tuple(self._rows)))
        writer.findings(self.findings(writer.manifest))

    def findings(self, manifest: Manifest) -> list[Finding]:
        """The sentences that follow from the cells."""
        from probe.conclusions.findings import Facts, find

        facts = Facts(
            backbones=tuple(entry.name for entry in manifest.backbones),
            thresholds=manifest.thresholds,
            subjects=len({s for images in self.sets for s in images.subjects}),
            pictures=len({r.image_id for images in self.sets for r in images.records}),
            variants=manifest.variants,
            differences=told(self.differences()),
            changes=told(self.changes()),
            crossings=self.crossings(),
            leanings=told(self.leanings()),
        )
        protocols = {images.protocol.name: images.protocol for images in self.sets}
        return find(protocols, self.cells(), facts)


def difference_row(protocol: Protocol, found: ModelDifference) -> dict[str, Any]:
    """A difference between two models as a row of `differences.parquet`."""
    decision = found.decision
    condition = "" if found.condition == ALL else protocol.conditions[found.condition].key
    return {
        "backbone_a": found.first,
        "backbone_b": found.second,
        "figure": found.figure,
        "condition": condition,
        "difference": decision.interval.estimate,
        "low": decision.interval.low,
        "high": decision.interval.high,
        "method": decision.interval.method,
        "note": decision.interval.note,
        "p_value": decision.p_value,
        "p_adjusted": decision.adjusted,
        "differs": decision.differs,
        "detectable": decision.detectable,
        "n_subjects": decision.interval.subjects,
    }


def differences_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The table of differences; it has its columns even without a row (a single backbone)."""
    import pandas as pd

    names = ["protocol", "variant", "backbone_a", "backbone_b", "figure", "condition"]
    names += ["difference", "low", "high", "method", "note", "p_value", "p_adjusted", "differs"]
    return pd.DataFrame(rows, columns=[*names, "detectable", "n_subjects"])


def changes_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The table of changes that masks make, with its columns even without a row."""
    table = differences_table(rows).drop(columns=["backbone_a", "backbone_b"])
    table.insert(2, "backbone", [row["backbone"] for row in rows])
    return table


def told(table: pd.DataFrame) -> tuple[dict[str, Any], ...]:
    """The rows of a table as dicts."""
    return tuple({str(k): v for k, v in row.items()} for row in table.to_dict("records"))


def image_table(sets: Sequence[ImageSet]) -> pd.DataFrame:
    """One row a picture of a protocol, failures to acquire included.

    Columns: image_id, protocol, subject, outfit, role, condition, series, level, one
    `factor_NAME` a factor, camera, day, take, source, sha256, width, height, status.
    """
    import pandas as pd

    rows = [_image_row(images.protocol, record) for images in sets for record in images.records]
    rows += [row for images in sets for row in _failure_rows(images)]
    return pd.DataFrame(rows)


def _image_row(protocol: Protocol, record: ImageRecord) -> dict[str, Any]:
    condition = protocol.conditions[record.condition]
    names = [f"factor_{factor.name}" for factor in protocol.factors]
    return {
        "image_id": record.image_id,
        "protocol": record.protocol,
        "subject": record.subject,
        "outfit": record.outfit,
        "role": record.role,
        "condition": record.condition,
        "series": condition.series,
        "level": condition.level,
        **dict(zip(names, condition.levels, strict=True)),
        "camera": record.camera,
        "day": record.day,
        "take": record.take,
        "source": record.source,
        "sha256": record.image_id,
        "width": record.width,
        "height": record.height,
        "status": "ok",
    }


def _failure_rows(images: ImageSet) -> list[dict[str, Any]]:
    index = {condition.key: condition for condition in images.protocol.conditions}
    return [
        {
            "image_id": "",
            "protocol": images.protocol.name,
            "subject": failure.subject,
            "outfit": "",
            "role": "",
            "condition": index[failure.condition].index,
            "series": index[failure.condition].series,
            "level": index[failure.condition].level,
            "camera": "",
            "day": "",
            "take": "",
            "source": failure.picture,
            "sha256": "",
            "width": 0,
            "height": 0,
            "status": failure.reason,
        }
        for failure in images.failures
    ]


def _cell_rows(protocol: Protocol, cell: Cell) -> list[dict[str, Any]]:
    """A cell as (i, j) and, off the diagonal, as (j, i)."""
    told = asdict(cell)
    places = [(cell.i, cell.j)] if cell.i == cell.j else [(cell.i, cell.j), (cell.j, cell.i)]
    rows = []
    for i, j in places:
        first, second = protocol.conditions[i], protocol.conditions[j]
        names = {
            "series_i": first.series,
            "level_i": first.level,
            "series_j": second.series,
            "level_j": second.level,
        }
        rows.append({"i": i, "j": j, **names, **{k: v for k, v in told.items() if k not in "ij"}})
    return rows


def _pair_row(pair: MatedPair) -> dict[str, Any]:
    return {"kind": "mated", **pair._asdict()}


def _pairs_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    names = ["protocol", "backbone", "variant", "kind", "i", "j", "image_a", "image_b", "score"]
    table = pd.DataFrame(rows, columns=names)
    texts = ["protocol", "backbone", "variant", "kind", "image_a", "image_b"]
    return table.astype(dict.fromkeys(texts, "category"))
