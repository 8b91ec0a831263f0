"""Each remedy against a bad condition alone, and all together, with its price.

Every remedy is applied to all pictures, sets its own threshold, and is compared with doing nothing
on the same pictures, subject by subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone
from probe.embedding.foreign_code import named_errors
from probe.errors import ProbeError
from probe.pictures.fitting import Fitting
from probe.remedies.case import RemedyCase, View
from probe.remedies.embedder import RemedyEmbedder
from probe.remedies.registry import REMEDIES, remedies_in_order
from probe.remedies.remedy import Prepare, Remedy
from probe.remedies.result import RemedyResult
from probe.remedies.scoring import Scoring, Side, score_all
from probe.statistics import (
    Gap,
    fnmr_by_subject,
    paired_population_fnmr_interval,
    paired_retention_interval,
    retention,
    strangers_from,
    threshold_at,
)
from probe.statistics.threshold import Threshold
from probe.wording import Message, reason_of, stored_message

Floats = NDArray[np.float64]
Note = Message | str | None


@dataclass(frozen=True, eq=False)
class _Measured:
    """Everything a result is made of."""

    cell: Gap
    standard: Gap
    mated: list[Floats]
    threshold: Threshold
    recipes: frozenset[str]
    passing: float


def try_remedies(
    backbone: Backbone,
    fitting: Fitting,
    case: RemedyCase,
    *,
    remedies: Sequence[str] | None = None,
    own: Mapping[str, Remedy] | None = None,
    fmr: float = 0.01,
    mask_milliseconds: float = 0.0,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[RemedyResult, ...]:
    """Doing nothing, each remedy alone, and all that could be tried together.

    Args:
        backbone: any backbone.
        fitting: how pictures become its input.
        case: the pictures.
        remedies: names; None takes all that are registered and meant for these pictures. Of several
            of one family the last joins the others.
        own: further remedies by name, tried where they are meant for these pictures.
        fmr: the false match rate thresholds are set for.
        mask_milliseconds: what making a mask takes, added to the price of what uses masks.
        progress: told (combinations done, all).

    A remedy that fails on a picture is listed with the reason, and the others go on.

    Raises:
        ComparisonError: a remedy is not known.
        ProbeError: nothing can be measured, whatever is tried.
    """
    chosen = _chosen(case, remedies, own or {})
    embedder = RemedyEmbedder(backbone, fitting)
    base = _measure(embedder, case, {}, fmr)
    tried: dict[tuple[str, ...], _Measured | Note] = {(): base}
    for step in _steps(chosen, tried):
        if progress:
            progress(len(tried), 2 + len(chosen))
        tried[step] = _tried(embedder, case, {name: chosen[name] for name in step}, fmr)
    if progress:
        progress(2 + len(chosen), 2 + len(chosen))
    # Prices last: pictures that several combinations share are timed once, together.
    results = []
    for step, outcome in tried.items():
        label = _label(step, chosen)
        if not isinstance(outcome, _Measured):
            results.append(RemedyResult(step, note=outcome, label=label))
            continue
        applied = [chosen[name] for name in step]
        masks = mask_milliseconds if any(remedy.uses_masks for remedy in applied) else 0.0
        results.append(
            replace(
                _result(step, base, outcome),
                milliseconds=embedder.milliseconds(outcome.recipes) + masks,
                note=_note(applied, case, outcome.threshold),
                label=label,
            )
        )
    return tuple(results)


def _chosen(
    case: RemedyCase, names: Sequence[str] | None, own: Mapping[str, Remedy]
) -> dict[str, Remedy]:
    if names is not None:
        return {name: REMEDIES.get(name) for name in names} | dict(own)
    both = sorted({**remedies_in_order(), **own}.items(), key=lambda item: (item[1].rank, item[0]))
    return {name: one for name, one in both if _is_meant_for(name, one, case)}


def _is_meant_for(name: str, remedy: Remedy, case: RemedyCase) -> bool:
    with named_errors(name):
        return remedy.is_meant_for(case)


def _label(step: Sequence[str], chosen: Mapping[str, Remedy]) -> Message | str:
    """What a combination is called: as its one remedy, or that it is nothing or all."""
    if not step:
        return Message("remedy-nothing")
    return (chosen[step[0]].label or step[0]) if len(step) == 1 else Message("remedy-together")


def _tried(
    embedder: RemedyEmbedder, case: RemedyCase, applied: Mapping[str, Remedy], fmr: float
) -> _Measured | Note:
    """What a combination gives, or why it cannot be tried; a plug-in's errors name it."""
    try:
        with named_errors("+".join(applied)):
            for remedy in applied.values():
                if reason := remedy.why_not(case):
                    return reason
            return _measure(embedder, case, applied, fmr)
    except ProbeError as error:
        return reason_of(error)


def _steps(
    chosen: Mapping[str, Remedy], tried: Mapping[tuple[str, ...], _Measured | Note]
) -> Iterator[tuple[str, ...]]:
    """The combinations to try: each alone, and, of those that could be, all together."""
    yield from ((name,) for name in chosen)
    possible = [name for name in chosen if isinstance(tried[(name,)], _Measured)]
    last = {chosen[name].family: name for name in possible}
    together = tuple(
        name for name in possible if not chosen[name].family or last[chosen[name].family] == name
    )
    if len(together) > 1:
        yield together


def _note(applied: Iterable[Remedy], case: RemedyCase, threshold: Threshold) -> Message | None:
    parts = [caution for remedy in applied if (caution := remedy.caution(case))]
    if threshold.refusal:
        reason = stored_message(threshold.refusal)
        parts.append(Message("remedy-misses-not-known", {"reason": reason}))
    return Message("parts-joined", {"parts": tuple(parts)}) if parts else None


def _measure(
    embedder: RemedyEmbedder, case: RemedyCase, applied: Mapping[str, Remedy], fmr: float
) -> _Measured:
    embedding = _Embedding(embedder, case, applied)
    count = max((remedy.gallery_views for remedy in applied.values()), default=1)
    views = (case.queries, case.standard, case.strangers, *case.template(count))
    queries, standard, strangers, gallery, others = map(embedding.side, views)
    scoring = Scoring(count)
    for remedy in applied.values():
        scoring = remedy.change_scoring(scoring, strangers)
    mated, mated_standard = (score_all(side, gallery, scoring) for side in (queries, standard))
    non_mated, at_large = (score_all(side, others, scoring) for side in (queries, standard))
    people = 1 + max(view.person for view in case.views)
    pool = strangers_from([at_large.strangers()], people, at_large.directions)
    scores = mated.of_subjects(case.subjects)
    standard_scores = mated_standard.of_subjects(case.subjects)
    columns = np.arange(people)
    threshold = threshold_at(pool, fmr)
    return _Measured(
        Gap(_means(scores), non_mated.pair_means(case.subjects, people), columns),
        Gap(_means(standard_scores), at_large.pair_means(case.subjects, people), columns),
        scores,
        threshold,
        frozenset(embedding.recipes),
        non_mated.passing(threshold.value),
    )


class _Embedding:
    """Vectors of views under a combination of remedies, and the recipes that took."""

    def __init__(
        self, embedder: RemedyEmbedder, case: RemedyCase, applied: Mapping[str, Remedy]
    ) -> None:
        self._embedder = embedder
        self._remedies = list(applied.values())
        prepared = {name: remedy.preparation(case) for name, remedy in applied.items()}
        self._changes = [change for change in prepared.values() if change is not None]
        self._recipe = " ".join(name for name, change in prepared.items() if change is not None)
        self.recipes: set[str] = set()

    def side(self, views: Sequence[View]) -> Side:
        """One side of a comparison, as all remedies leave it."""

        def embed_again(name: str, change: Prepare) -> Floats:
            return self._vectors(views, f"{self._recipe} {name}", [*self._changes, change])

        side = Side(
            self._vectors(views, self._recipe, self._changes),
            np.array([view.person for view in views]),
            np.array([view.taken for view in views]),
        )
        for remedy in self._remedies:
            side = remedy.change_side(side, views, embed_again)
        return side

    def _vectors(self, views: Sequence[View], recipe: str, changes: Sequence[Prepare]) -> Floats:
        def prepare(view: View) -> View:
            for change in changes:
                view = change(view)
            return view

        self.recipes.add(recipe)
        return self._embedder.vectors(views, recipe, prepare)


def _means(scores: Sequence[Floats]) -> Floats:
    return np.array([one.mean() if one.size else np.nan for one in scores])


def _result(remedies: tuple[str, ...], base: _Measured, measured: _Measured) -> RemedyResult:
    misses = fnmr_by_subject(measured.mated, measured.threshold.value)
    means = [
        float(np.nanmean(np.asarray(part)))
        for gap in (measured.cell, measured.standard)
        for part in (gap.mated, gap.pairs)
    ]
    change = fnmr_change = None
    if remedies:
        change = paired_retention_interval(
            (base.cell, base.standard), (measured.cell, measured.standard)
        )
        fnmr_change = paired_population_fnmr_interval(
            (base.mated, base.threshold), (measured.mated, measured.threshold)
        )
    return RemedyResult(
        remedies,
        retention=float(retention(*means)),
        fnmr=float(np.nanmean(misses)) if measured.threshold.resolved else float("nan"),
        passing=measured.passing if measured.threshold.resolved else float("nan"),
        threshold=measured.threshold,
        retention_change=change,
        fnmr_change=fnmr_change,
    )
