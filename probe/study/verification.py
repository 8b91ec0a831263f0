"""Is a stored run what its vectors say? Every figure computed again and compared."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from probe.conclusions.site.kept import computed as advice
from probe.errors import DamagedFileError
from probe.runs.figures import JOINT_LOW
from probe.runs.manifest import ThresholdEntry
from probe.runs.reading import Run
from probe.runs.stored import MESSAGE_COLUMNS, Histograms
from probe.study.agreement import (
    BEFORE_JOINT,
    BEFORE_VERDICTS,
    COMPARED,
    CROSSED,
    LATER,
    TOLERANCE,
    VERDICT,
    advice_follows,
    findings_follow,
    same,
)
from probe.study.recomputation import deviations, recompute
from probe.wording import Message, reason_of

if TYPE_CHECKING:
    import pandas as pd

    from probe.study.results import Results


@dataclass(frozen=True)
class Verdict:
    """What a verification found.

    Attributes:
        figures: how many stored figures were computed again.
        problems: what differs; empty when everything agrees.
    """

    figures: int
    problems: tuple[Message, ...]


def verify(run: Run) -> Verdict:
    """Check the hash of every file, and compute every figure again from the stored vectors.

    Cells, paired differences, interactions, thresholds, and what findings and
    advice say are compared, numbers to 1e-9; not how they say it.

    Raises:
        RunError: the run is unfinished, or a file needed for the computation is missing.
    """
    # As it is stored: tables of the API hold words. What was changed is named, and looked into.
    run = Run(run.path, checked=False)
    problems = [Message("verify-changed", {"file": name}) for name in run.changed_files()]
    problems += [Message("verify-unlisted", {"file": name}) for name in run.unlisted_files()]
    try:
        results, thresholds = recompute(run)
    except DamagedFileError as error:
        damaged = {"reason": reason_of(error), "file": str(error.place)}
        return Verdict(0, (*problems, Message("verify-damaged", damaged)))
    age, figures = age_of(run), 0
    for name, stored, computed in _compared(run, results):
        problems += _deviations(run, name, stored, computed)
        figures += computed.size
    if run.interactions is not None:
        crossed = results.interactions()
        problems += _interactions(run, crossed)
        figures += crossed.size
    if run.examination is not None and not same(run.examination, results.examination()):
        problems.append(Message("verify-examination"))
    problems += _histograms(run, results.histograms())
    manifest = run.manifest
    problems += _thresholds((*manifest.thresholds, *manifest.further_thresholds), thresholds)
    follows = [
        findings_follow(
            run.findings,
            results.findings(manifest, failing_margins=failing),
            older=age.lacking,
            otherwise=age.otherwise,
        )
        # Runs of before told what models keep that fail in the standard condition itself.
        for failing in (False, True)
    ]
    if not any(follows):
        problems.append(Message("verify-findings"))
    otherwise_said = age.reworded or follows == [False, True]
    if not advice_follows(run.site, advice(run), without_words=otherwise_said):
        problems.append(Message("verify-site"))
    return Verdict(int(figures), tuple(problems))


@dataclass(frozen=True)
class Age:
    """What a run says less than today's, or otherwise, by the tables and findings that it has.

    Attributes:
        lacking: keys of findings that it may lack.
        otherwise: keys of findings that it may tell with other figures.
        reworded: whether the words of its advice are others.
    """

    lacking: frozenset[str]
    otherwise: frozenset[str]
    reworded: bool


def age_of(run: Run) -> Age:
    """The age of a run; nothing lacks in one of today."""
    lacking = LATER - {finding.key for finding in run.findings}
    otherwise: frozenset[str] = frozenset()
    if run.interactions is None:
        lacking |= CROSSED
    elif DETECTABLE in run.interactions:
        otherwise |= CROSSED
    if run.leanings is None:
        lacking |= {"leaning"}
    elif _sides_alone(run.leanings):
        otherwise |= {"leaning"}
    if run.parts is None or "lost" not in run.parts:
        lacking |= {"part"}
    if _by_retention(run.differences):
        otherwise |= COMPARED
    if run.changes is not None and LEFT_OUT not in run.changes:
        otherwise |= {"masked"}
    before_verdicts, before_joint = VERDICT in lacking, JOINT_LOW not in run.cells
    otherwise |= BEFORE_VERDICTS if before_verdicts else frozenset()
    otherwise |= BEFORE_JOINT if before_joint else frozenset()
    return Age(lacking, otherwise, before_verdicts or before_joint)


def _compared(run: Run, results: Results) -> Iterator[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """Name, stored rows and rows computed again of every table that the run has."""
    tables = {
        "cells": (run.cells, results.cells()),
        "pairs": (run.pairs, results.pairs()),
        "differences": (run.differences, results.differences()),
        "changes": (run.changes, results.changes()),
        "rates": (run.rates, results.rates()),
        "leanings": (run.leanings, results.leanings()),
        "parts": (run.parts, results.parts()),
    }
    for name, (stored, whole) in tables.items():
        if stored is not None:  # an older run has fewer tables
            computed, stored = _stored_columns(whole, stored), _without_detectable(stored)
            if name == "leanings" and _sides_alone(stored):
                computed, stored = (t.drop(columns="side") for t in (computed, stored))
            before_masks = name == "changes" and LEFT_OUT not in stored and whole[LEFT_OUT].any()
            if before_masks:
                computed, stored = _of_whole_masks(whole, stored)
            if before_masks or (name in {"differences", "changes"} and _by_retention(stored)):
                computed, stored = _of_figures(computed, stored), stored[AS_BEFORE]
            yield name, stored, computed


LEFT_OUT = "left_out"
"""A column of changes that older runs lack: theirs are of all pictures as shot, and there are none
where a mask lost a person."""


def _of_whole_masks(whole: pd.DataFrame, stored: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The changes of an older run, computed again and stored, where no picture lacks a mask."""
    place = ["protocol", "variant"]
    lost = set(map(tuple, whole.loc[whole[LEFT_OUT] > 0, place].to_numpy()))
    computed, kept = (
        table[[tuple(row) not in lost for row in table[place].to_numpy()]].reset_index(drop=True)
        for table in (whole, stored)
    )
    return computed, kept


AS_BEFORE = ["figure", "condition", "difference", "n_subjects"]
"""What paired differences of runs without AUC have in common with those of today: intervals of
misses are sharper now, and more is decided together."""


def _by_retention(differences: pd.DataFrame) -> bool:
    """Whether paired differences are those of a run that compared no AUC."""
    return len(differences) > 0 and "auc" not in set(differences["figure"])


DETECTABLE = "detectable"
"""A column that older runs hold: the size that "would have been seen four times in five", which was
seen half as often with 8 people; it is not computed any more."""


def _without_detectable(stored: pd.DataFrame) -> pd.DataFrame:
    """A table without the column that is not computed any more."""
    return stored.drop(columns=DETECTABLE, errors="ignore")


def _sides_alone(leanings: pd.DataFrame) -> bool:
    """Whether the sides of models are those of a run that decided each by itself."""
    return "p_adjusted" not in leanings


def _of_figures(computed: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    """The rows of the figures that an older run has, as far as both mean the same."""
    rows = computed[computed["figure"].isin(set(stored["figure"]))]
    return rows[AS_BEFORE].reset_index(drop=True)


def _stored_columns(computed: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    """The columns that the stored table has: an older run holds fewer figures."""
    return computed[[name for name in computed.columns if name in stored.columns]]


def _deviations(
    run: Run,
    name: str,
    stored: pd.DataFrame,
    computed: pd.DataFrame,
    tolerance: float = TOLERANCE,
) -> list[Message]:
    if run.manifest.schema_version == 1:  # its notes are texts, which may be said otherwise now
        stored, computed = (
            table.drop(columns=[c for c in MESSAGE_COLUMNS if c in table.columns])
            for table in (stored, computed)
        )
    return [
        Message("verify-table", {"table": f"{name}.parquet", "difference": difference})
        for difference in deviations(stored, computed, tolerance)
    ]


def _histograms(run: Run, computed: Histograms) -> list[Message]:
    stored = run.histograms
    same = (
        list(map(dict, stored.rows)) == list(map(dict, computed.rows))
        and np.array_equal(stored.counts, computed.counts)
        and np.allclose(stored.edges, computed.edges, rtol=0, atol=TOLERANCE)
    )
    return [] if same else [Message("verify-histograms")]


def _interactions(run: Run, computed: pd.DataFrame) -> list[Message]:
    assert run.interactions is not None
    problems = []
    # Variance shares come from an optimiser, which stops at a tolerance of its own; 1e-4 is a
    # hundredth of the last digit printed.
    for shares, tolerance in ((False, TOLERANCE), (True, 1e-4)):
        stored, fresh = (
            table[(table["kind"] == "share") == shares].reset_index(drop=True)
            for table in (_without_detectable(run.interactions), computed)
        )
        problems += _deviations(run, "interactions", stored, fresh, tolerance)
    return problems


def _thresholds(
    stored: tuple[ThresholdEntry, ...], computed: list[ThresholdEntry]
) -> list[Message]:
    if len(stored) != len(computed):
        counts = {"stored": len(stored), "computed": len(computed)}
        return [Message("verify-thresholds", counts)]
    return [
        Message(
            "verify-threshold",
            {
                "model": old.backbone,
                "variant": old.variant,
                "stored": str(old.value),
                "computed": str(new.value),
            },
        )
        for old, new in zip(stored, computed, strict=True)
        if old.false_matches != new.false_matches
        or old.tested_false_matches != new.tested_false_matches
        or not _same(old.value, new.value)
        or (old.true_high is not None and not _same_range(old, new))
    ]


def _same_range(old: ThresholdEntry, new: ThresholdEntry) -> bool:
    """Whether the interval of the rate among others is the same; an older run has none."""
    return _same(old.true_low, new.true_low) and _same(old.true_high, new.true_high)


def _same(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return math.isclose(first, second, abs_tol=1e-9)
