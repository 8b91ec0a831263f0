"""The mitigation ladder: each remedy against bad conditions alone and all together, with its price.

Every remedy is applied to all pictures, sets its own threshold, and is compared with doing nothing
on the same pictures, subject by subject.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone
from probe.embedding.similarity import unit_vectors
from probe.errors import ComparisonError
from probe.masking import fill_background
from probe.pictures.fitting import Fitting, fit_picture
from probe.remedies.case import REMEDIES, LadderCase, View, caution, impossible, views_wanted
from probe.remedies.mirror import lowered, mirrored
from probe.remedies.scoring import Scoring, Side, score_all
from probe.statistics import (
    Gap,
    Interval,
    fnmr_by_subject,
    paired_population_fnmr_interval,
    paired_retention_interval,
    retention,
    strangers_from,
    threshold_at,
)
from probe.statistics.threshold import Threshold
from probe.wording.numbers import decimal, percent, span, unit

Floats = NDArray[np.float64]

WORTHWHILE = 0.01
"""A gain of retention below this is recommended to nobody, however certain it is."""

ALMOST = 0.02
"""Of remedies that gain nearly as much as the best, the one with the fewest parts is taken."""

_BATCH = 32


@dataclass(frozen=True, eq=False)
class Rung:
    """What a set of remedies does.

    Attributes:
        remedies: names; empty for doing nothing.
        retention: mated against strangers, 1 as in the standard condition, 0 as a stranger.
        fnmr: at the remedy's own threshold, 0..1; NaN where the threshold is not resolved.
        threshold: the score, and what it rests on.
        retention_change, fnmr_change: against doing nothing, paired over subjects.
        milliseconds: a picture, preparing and embedding, on this machine (`views-*` cost nothing a
            picture, but more gallery pictures).
        note: why it could not be tried, or what to read beside it; empty otherwise.
    """

    remedies: tuple[str, ...]
    retention: float = float("nan")
    fnmr: float = float("nan")
    threshold: Threshold | None = None
    retention_change: Interval | None = None
    fnmr_change: Interval | None = None
    milliseconds: float = float("nan")
    note: str = ""

    @property
    def name(self) -> str:
        """The remedies joined, or `nothing`."""
        return " + ".join(self.remedies) or "nothing"


@dataclass(frozen=True, eq=False)
class _Measured:
    """Everything a rung is made of."""

    cell: Gap
    standard: Gap
    mated: list[Floats]
    threshold: Threshold
    recipes: frozenset[str]


@dataclass
class _Embedder:
    """Embeds prepared pictures once each, and knows how long it took a picture."""

    backbone: Backbone
    fitting: Fitting
    mask_milliseconds: float
    known: dict[tuple[str, str], Floats] = field(default_factory=dict)
    spent: dict[str, list[float]] = field(default_factory=dict)

    def vectors(self, views: Sequence[View], recipe: str, prepare: Prepare) -> Floats:
        """Unit vectors `(n, d)` of views prepared in one way, which `recipe` names."""
        todo = [view for view in views if (recipe, view.image_id) not in self.known]
        todo = list({view.image_id: view for view in todo}.values())
        start = time.perf_counter()
        for first in range(0, len(todo), _BATCH):
            part = todo[first : first + _BATCH]
            fitted = np.stack([fit_picture(prepare(view), self.fitting) for view in part])
            for view, vector in zip(part, unit_vectors(self.backbone, fitted), strict=True):
                self.known[recipe, view.image_id] = vector
        total = self.spent.setdefault(recipe, [0.0, 0.0])
        total[0] += 1000 * (time.perf_counter() - start) if todo else 0.0
        total[1] += len(todo)
        return np.stack([self.known[recipe, view.image_id] for view in views])

    def price(self, recipes: frozenset[str]) -> float:
        """Milliseconds a picture of all recipes together, the mask made once."""
        told = [self.spent[recipe] for recipe in recipes]
        masked = any("mask" in recipe for recipe in recipes)
        return sum(total / count for total, count in told) + masked * self.mask_milliseconds


Prepare = Callable[[View], NDArray[np.uint8]]


def climb(
    backbone: Backbone,
    fitting: Fitting,
    case: LadderCase,
    *,
    remedies: Sequence[str] = tuple(REMEDIES),
    fmr: float = 0.01,
    mask_milliseconds: float = 0.0,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Rung, ...]:
    """Doing nothing, each remedy alone, and all that could be tried together.

    Args:
        backbone: any backbone.
        fitting: how pictures become its input.
        case: the pictures.
        remedies: names out of `REMEDIES`; of several `views-*` the last joins the others.
        fmr: the false match rate thresholds are set for.
        mask_milliseconds: what making a mask takes, added to the price of `mask`.
        progress: told (rungs done, all).

    Raises:
        ComparisonError: a remedy is not known.
    """
    for name in remedies:
        if name not in REMEDIES:
            raise ComparisonError(f"there is no remedy {name!r}", hint=", ".join(REMEDIES))
    embedder = _Embedder(backbone, fitting, mask_milliseconds)
    reasons = {name: impossible(name, case) for name in remedies}
    together = _together([name for name in remedies if not reasons[name]])
    steps = [(), *((name,) for name in remedies)]
    steps += [together] if len(together) > 1 else []
    found: dict[tuple[str, ...], _Measured] = {}
    for done, step in enumerate(steps, start=1):
        if not any(reasons[name] for name in step):
            found[step] = _measure(embedder, case, step, fmr)
        if progress:
            progress(done, len(steps))
    # Prices last: pictures that several rungs share are timed once, together.
    return tuple(
        replace(
            _rung(step, found[()], found[step]),
            milliseconds=embedder.price(found[step].recipes),
            note="; ".join(filter(None, (caution(step, case), _unresolved(found[step])))),
        )
        if step in found
        else Rung(step, note=reasons[step[0]])
        for step in steps
    )


def _unresolved(found: _Measured) -> str:
    refusal = found.threshold.refusal
    return f"misses not known: {refusal}" if refusal else ""


def recommendation(rungs: Sequence[Rung]) -> str:
    """In words: the simplest remedy shown to help about most, its price; or that none is.

    A second sentence says so where people are far from recognised even with it.
    """
    shown = [rung for rung in rungs[1:] if _helps(rung)]
    if not shown:
        return "No remedy is shown to help on these pictures."
    most = max(_gain(rung).estimate for rung in shown)
    enough = [rung for rung in shown if _gain(rung).estimate >= most - ALMOST]
    best = min(enough, key=lambda rung: (len(rung.remedies), -_gain(rung).low))
    gain, base = _gain(best), rungs[0]
    told = (
        f"{best.name}: retention {unit(base.retention)} to {unit(best.retention)} (gain "
        f"{unit(gain.estimate)}, 95\u00a0% {span(unit(gain.low), unit(gain.high))})"
        f"{_misses(base, best)}, {_price(base, best)}."
    )
    if best.retention < 0.5:
        told += " More than half of the margin over strangers stays lost."
    return told


def _misses(base: Rung, best: Rung) -> str:
    if not np.isfinite(base.fnmr):
        return ""
    if not np.isfinite(best.fnmr):
        return f", misses {percent(base.fnmr)} without it and not known with it"
    return f", misses {percent(base.fnmr)} to {percent(best.fnmr)}"


def _price(base: Rung, best: Rung) -> str:
    """What a remedy costs: time a picture, and pictures a person."""
    more = best.milliseconds - base.milliseconds
    told = f"for {decimal(more) if more >= 0.1 else 'less than 0.1'} ms a picture more"
    views = [views_wanted(name) for name in best.remedies if name.startswith("views-")]
    return f"{told} and {views[-1]} enrolled pictures a person" if views else told


def _helps(rung: Rung) -> bool:
    """Whether a rung is shown to raise retention, and neither shown nor seen to raise misses."""
    gain, misses = rung.retention_change, rung.fnmr_change
    if gain is None or not gain.low > 0 or gain.estimate < WORTHWHILE:
        return False
    if misses is None or not np.isfinite(misses.estimate):
        return True
    return not misses.low > 0 if np.isfinite(misses.low) else misses.estimate <= 0


def _gain(rung: Rung) -> Interval:
    assert rung.retention_change is not None
    return rung.retention_change


def _together(tried: Sequence[str]) -> tuple[str, ...]:
    views = [name for name in tried if name.startswith("views-")]
    return tuple(name for name in tried if name not in views[:-1])


def _measure(
    embedder: _Embedder, case: LadderCase, remedies: tuple[str, ...], fmr: float
) -> _Measured:
    recipe, prepare = _preparation(case, remedies)
    count = max([views_wanted(name) for name in remedies if name.startswith("views-")], default=1)
    wanted = (case.queries, case.standard, case.strangers, *case.template(count))
    queries, standard, strange, gallery, others = (
        _side(embedder, views, (recipe, prepare), remedies) for views in wanted
    )
    scoring = Scoring(count, strange if "score-norm" in remedies else None)
    mated, own = (score_all(side, gallery, scoring) for side in (queries, standard))
    non_mated, at_large = (score_all(side, others, scoring) for side in (queries, standard))
    people = 1 + max(view.person for view in case.views)
    strangers = strangers_from([at_large.strangers()], people, at_large.directions)
    threshold = threshold_at(strangers, fmr)
    scores = mated.of_subjects(case.subjects)
    columns = np.arange(people)
    return _Measured(
        Gap(_means(scores), non_mated.pair_means(case.subjects, people), columns),
        Gap(
            _means(own.of_subjects(case.subjects)),
            at_large.pair_means(case.subjects, people),
            columns,
        ),
        scores,
        threshold,
        frozenset(name for name in _used(recipe, remedies) if name in embedder.spent),
    )


def _preparation(case: LadderCase, remedies: tuple[str, ...]) -> tuple[str, Prepare]:
    """Name and function of what is done to every picture before fitting."""
    masks, turns = "mask" in remedies, "left-right" in remedies
    height = 0
    if "resolution" in remedies:
        sides = (case.queries, case.standard)
        heights = [float(np.median([v.picture.shape[0] for v in views])) for views in sides]
        height = round(min(heights))

    def prepare(view: View) -> NDArray[np.uint8]:
        picture = view.picture
        if masks and view.mask is not None:
            picture = fill_background(picture, view.mask)
        if turns and view.mirror:
            picture = mirrored(picture)
        return lowered(picture, height) if height else picture

    return f"{'mask ' * masks}{'turned ' * turns}{height}", prepare


def _side(
    embedder: _Embedder,
    views: Sequence[View],
    preparation: tuple[str, Prepare],
    remedies: tuple[str, ...],
) -> Side:
    """Vectors of some views, those of their mirror images where a remedy wants them."""
    recipe, prepare = preparation
    vectors = embedder.vectors(views, recipe, prepare)
    people = np.array([view.person for view in views])
    ids = np.array([view.image_id for view in views])
    free = np.array(["left-right" in remedies and view.mirror is None for view in views])
    if "flip-average" not in remedies and not free.any():
        return Side(vectors, people, ids)
    other = embedder.vectors(views, recipe + " flipped", lambda view: mirrored(prepare(view)))
    if "flip-average" in remedies:
        both = vectors + other
        both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-12)
        return Side(both, people, ids)
    return Side(vectors, people, ids, np.where(free[:, None], other, vectors))


def _used(recipe: str, remedies: tuple[str, ...]) -> set[str]:
    """The recipes a rung needs: its own, and that of the mirror images where it takes them."""
    flips = {"flip-average", "left-right"} & set(remedies)
    return {recipe, recipe + " flipped"} if flips else {recipe}


def _means(scores: Sequence[Floats]) -> Floats:
    return np.array([own.mean() if own.size else np.nan for own in scores])


def _rung(remedies: tuple[str, ...], base: _Measured, found: _Measured) -> Rung:
    misses = fnmr_by_subject(found.mated, found.threshold.value)
    means = [
        float(np.nanmean(np.asarray(part)))
        for gap in (found.cell, found.standard)
        for part in (gap.mated, gap.pairs)
    ]
    change = fnmr_change = None
    if remedies:
        change = paired_retention_interval((base.cell, base.standard), (found.cell, found.standard))
        fnmr_change = paired_population_fnmr_interval(
            (base.mated, base.threshold), (found.mated, found.threshold)
        )
    return Rung(
        remedies,
        retention=float(retention(*means)),
        fnmr=float(np.nanmean(misses)) if found.threshold.resolved else float("nan"),
        threshold=found.threshold,
        retention_change=change,
        fnmr_change=fnmr_change,
    )
