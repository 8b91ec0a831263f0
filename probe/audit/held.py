"""The files of a stored run held against what was computed again."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from probe.audit.agreement import ColumnAgreement, table_agreement
from probe.audit.cells import Figures
from probe.audit.computed import NAMES, Computed, Place
from probe.audit.false_matches import effective, limits_of_rate
from probe.audit.threshold import AuditedThreshold
from probe.runs.paths import CHANGES, DIFFERENCES, HISTOGRAMS, MANIFEST, PAIRS
from probe.runs.reading import Run

if TYPE_CHECKING:
    import pandas as pd

ABSENT = {"misses": -1.0, "false_matches": -1.0, "log10_fmr_floored": 0.0}
"""What columns hold in rows that have no such figure; NaN in all others."""

LOOSER = {"p_value": 1e-6}
"""A p-value is searched to seven digits."""

LOOSER_AUC = {"low": 2e-3, "high": 2e-3, "p_value": 2e-2}
"""Intervals of differences of AUC rest on counts between at most 256 mated scores, which changes
their variance in the third or fourth digit."""


def tables_held(run: Run, computed: Computed) -> Iterator[ColumnAgreement]:
    """Every table of rows, the ones that this run has."""
    for name, table in tables_of(run).items():
        rows = computed.rows[name]
        if name not in {DIFFERENCES, CHANGES}:
            yield from rows_held(name, table, NAMES[name], rows)
            continue
        for auc in (False, True):
            chosen = table[(table["figure"] == "auc") == auc]
            of_figure = {place: row for place, row in rows.items() if ("auc" in place) == auc}
            tolerances = LOOSER_AUC if auc else LOOSER
            yield from rows_held(name, chosen, NAMES[name], of_figure, tolerances)


def tables_of(run: Run) -> dict[str, pd.DataFrame]:
    """The tables of a run whose rows are computed again."""
    tables = zip(
        NAMES, (run.cells, run.rates, run.parts, run.leanings, run.differences, run.changes),
        strict=True,
    )  # fmt: skip
    return {name: table for name, table in tables if table is not None and len(table)}


def rows_held(
    name: str,
    table: pd.DataFrame,
    names: Sequence[str],
    rows: Mapping[Place, Figures],
    tolerances: Mapping[str, float] | None = None,
) -> list[ColumnAgreement]:
    """Rows by the values that name them; rows of only one side are differences, too."""
    order = [tuple(row) for row in table[list(names)].itertuples(index=False)]
    missing = set(rows) - set(order)
    columns = list(next(iter(rows.values()), {}))
    for figures in rows.values():
        columns += [column for column in figures if column not in columns]
    stored = {
        column: [*table[column].astype(float), *([math.inf] * len(missing))]
        for column in columns
        if column in table.columns
    }
    again = {
        column: [
            *(_figure(rows, place, column) for place in order),
            *(rows[place].get(column, math.nan) for place in missing),
        ]
        for column in stored
    }
    return table_agreement(name, stored, again, tolerances)


def _figure(rows: Mapping[Place, Figures], place: Place, column: str) -> float:
    """A figure computed again: infinite where there is no such row; a figure that rows of this kind
    do not have must be NaN or -1.
    """
    if place not in rows:
        return math.inf
    return float(rows[place].get(column, ABSENT.get(column, math.nan)))


def pairs_held(run: Run, computed: Computed) -> list[ColumnAgreement]:
    """The score of every stored pair; a pair that is missing or too many counts as differing."""
    again: dict[Place, float] = {}
    for key, standing in computed.standings.items():
        for (i, j), cell in standing.cells.items():
            for score, images in zip(cell.mated.scores, cell.mated.images, strict=True):
                again[(*key, i, j, *sorted(images.tolist()))] = float(score)
    stored: dict[Place, float] = {}
    columns = ["protocol", "backbone", "variant", "i", "j", "image_a", "image_b", "score"]
    for *place, first, second, score in run.pairs[columns].itertuples(index=False):
        stored[(*place, *sorted((str(first), str(second))))] = float(score)
    places = [*stored, *(place for place in again if place not in stored)]
    held = {"score": [stored.get(place, math.inf) for place in places]}
    return table_agreement(PAIRS, held, {"score": [again.get(p, math.nan) for p in places]})


def histograms_held(run: Run, computed: Computed) -> list[ColumnAgreement]:
    """Counts of every condition against the standard condition.

    A score on the edge of two bins may fall into either, by the last digit of a cosine: what is
    compared is how many scores lie in other bins.
    """
    stored, again = [], []
    for row in run.histograms.rows:
        key = (str(row["protocol"]), str(row["backbone"]), str(row["variant"]))
        standing = computed.standings[key]
        cell = standing.against_standard(int(str(row["i"])))
        met = {"mated": cell.mated, "at_large": cell.at_large, "alike": cell.alike}
        chosen = met[str(row["kind"])]
        counts = run.histograms.find(**row)
        edges = run.score_edges(key[1])
        scores = np.empty(0) if chosen is None else chosen.scores
        nudged = [
            np.histogram(np.clip(scores + nudge, edges[0], edges[-1]), edges)[0]
            for nudge in (-1e-12, 0.0, 1e-12)
        ]
        low, high = np.minimum.reduce(nudged), np.maximum.reduce(nudged)
        assert counts is not None
        stored += counts.tolist()
        again += np.clip(counts, low, high).tolist()
    return table_agreement(HISTOGRAMS, {"counts": stored}, {"counts": again})


def thresholds_held(run: Run, computed: Computed) -> list[ColumnAgreement]:
    """What the manifest holds of every threshold."""
    entries = (*run.manifest.thresholds, *run.manifest.further_thresholds)
    figures: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for entry in entries:
        standing = next(
            standing
            for (_, backbone, variant), standing in computed.standings.items()
            if (backbone, variant) == (entry.backbone, entry.variant)
        )
        threshold = next(t for t in standing.thresholds if t.rate == entry.fmr)
        older = entry.value is not None and entry.carrying_pairs is None
        for name, value in _threshold_figures(threshold).items():
            if older and name not in {"value", "false_matches", "comparisons"}:
                continue
            kept = getattr(entry, name)
            figures[name][0].append(math.nan if kept is None else float(kept))
            figures[name][1].append(value)
    columns = {name: pair[0] for name, pair in figures.items()}
    return table_agreement(MANIFEST, columns, {name: pair[1] for name, pair in figures.items()})


def _threshold_figures(threshold: AuditedThreshold) -> Figures:
    """The figures of a threshold, by the names of their fields in the manifest."""
    tested = threshold.tested
    figures = {
        "value": threshold.value,
        "false_matches": threshold.allowed,
        "comparisons": len(threshold.tuned),
        "true_low": math.nan,
        "true_high": math.nan,
        "effective": math.nan,
        "carrying_pairs": math.nan,
        "carrying_people": math.nan,
    }
    if math.isnan(threshold.value):
        return figures
    above = tested.where(tested.scores > threshold.value)
    pairs = {frozenset(pair) for pair in above.by_pair()}
    figures |= {"carrying_pairs": len(pairs), "carrying_people": len({p for x in pairs for p in x})}
    variance = float(np.var(tested.scores)) if len(tested) else 0.0
    limits = limits_of_rate(tested, threshold.value, variance)
    if math.isfinite(limits[0]):
        figures |= {"true_low": limits[0], "true_high": limits[1]}
        figures["effective"] = effective(tested, threshold.value, variance)
    return figures
