"""Do the findings and the advice of a stored run follow from its figures? Words are not compared.

What a finding says (its key, its message with the values, its cells) must follow; how it is said
may have changed since. Runs of schema version 1 hold texts only, of which nothing is compared.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from probe.runs.stored import Finding

TOLERANCE = 1e-9
"""Largest difference of a value that counts as the same, as of the figures themselves (ours: far
below what is printed, above what the order of a sum changes in float64)."""

CROSSED = frozenset({"interaction", "departure"})
"""Keys of the findings about crossed factors."""

WORDS = frozenset(
    {"text", "message", "title", "note", "notes", "missing", "ends", "joint_low", "joint_high"}
)
"""Keys of site.json under which version 1 holds texts and version 2 messages, and those of limits
that hold together."""

COMPARED = frozenset({"versus", "advice"})
"""Keys of the findings that say which model is better: runs without AUC among their paired
differences went by retention."""

BEFORE_JOINT = frozenset({"headline", "deck", "factor", "usable", "advice"})
"""Keys of the findings that speak of the largest misses: runs without limits that hold together
went by the misses, and by the limits of each level."""

VERDICT = "verdict"
"""Key of the verdicts that open a report."""

LATER = frozenset({"break", "breaking", "rise", "sides", VERDICT})
"""Keys of findings that older runs lack; no table tells which runs are too old to hold any."""

LATER_OF_SITE = "break"
"""Key of the sentences that the advice of older runs lacks."""

BEFORE_VERDICTS = frozenset({"deck", "factor", "advice"})
"""Keys of the findings that say otherwise in runs that hold no verdict."""

BEFORE = {
    "headline-margin-wanted": "headline-margin",
    "headline-margin-kept": "headline-margin",
    "headline-margin-unmoved": "headline-margin-wanted",
    "advice-none-asked": "advice-none-held",
    "interval-of-units-alone": "interval-of-units",
    "interval-of-points-alone": "interval-of-points",
    "interval-signed-alone": "interval-signed",
    "advice-already-with": "advice-already",
    "versus-same-people-alone": "versus-same-people-alike",
    "versus-apart-than": "versus-apart",
    "deck-already-many": "deck-already-with",
}
"""Messages that runs of before hold under the id of a less exact one, with the same values."""

ADDED = frozenset({"alone", "most_model", "behind", "failing", "measured"})
"""Values of messages that runs of before do not hold."""


def findings_follow(
    stored: Sequence[Finding],
    computed: Sequence[Finding],
    *,
    older: frozenset[str] = frozenset(),
    otherwise: frozenset[str] = frozenset(),
) -> bool:
    """Whether stored findings are those that follow from the figures.

    Args:
        stored: of the run.
        computed: from its figures.
        older: keys of findings that the run is too old to have.
        otherwise: keys of findings that followed from other figures when the run was made.
    """
    kept = [finding for finding in stored if finding.key not in otherwise]
    follow = [finding for finding in computed if finding.key not in older | otherwise]
    return len(kept) == len(follow) and all(map(_same_finding, kept, follow))


def _same_finding(stored: Finding, computed: Finding) -> bool:
    first, second = stored.data(), computed.data()
    if isinstance(stored.message, str):
        names = ("key", "protocol", "cells")
        return same({n: first[n] for n in names}, {n: second[n] for n in names})
    message = _as_stored(first["message"], second["message"])
    return same(first, {**second, "message": message})


def _as_stored(stored: object, computed: object) -> object:
    """A computed message (plain data), said as before where the stored one is.

    Each part by itself: a run may be younger than one change of messages and older than another.
    """
    if isinstance(stored, Mapping) and isinstance(computed, Mapping):
        return {
            key: stored["id"]
            if key == "id" and part in BEFORE and stored.get("id") == BEFORE[part]
            else _as_stored(stored.get(key), part)
            for key, part in computed.items()
            if key in stored or key not in ADDED
        }
    if isinstance(stored, list | tuple) and isinstance(computed, list | tuple):
        pairs = zip(stored, computed, strict=False)
        return [*(_as_stored(*pair) for pair in pairs), *computed[len(stored) :]]
    return computed


def advice_follows(
    stored: Mapping[str, Any], computed: Mapping[str, Any], *, without_words: bool = False
) -> bool:
    """Whether stored advice for a site (plain data) is what follows from the cells.

    Args:
        stored: of the run.
        computed: from its cells.
        without_words: answers and cells alone are compared: the run says it otherwise.
    """
    sentences = _sentences(stored)
    if all(sentence.get("key") != LATER_OF_SITE for sentence in sentences):
        computed = _without_later(computed)
    if stored and (without_words or any("text" in sentence for sentence in sentences)):
        site = {key: value for key, value in stored["site"].items() if key in {"fmr", "limit"}}
        again = {key: computed["site"][key] for key in site}
        verdicts = _without_words(stored["verdicts"]), _without_words(computed["verdicts"])
        return same(site, again) and same(*verdicts)
    return same(stored, computed)


def _sentences(advice: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [sentence for one in advice.get("verdicts", ()) for sentence in one["sentences"]]


def _without_later(advice: Mapping[str, Any]) -> Mapping[str, Any]:
    """Advice without the sentences that older runs lack."""
    verdicts = [
        {**one, "sentences": [s for s in one["sentences"] if s["key"] != LATER_OF_SITE]}
        for one in advice.get("verdicts", ())
    ]
    return {**advice, "verdicts": verdicts} if verdicts else advice


def _without_words(data: object) -> object:
    if isinstance(data, Mapping):
        return {key: _without_words(part) for key, part in data.items() if key not in WORDS}
    if isinstance(data, list | tuple):
        return [_without_words(part) for part in data]
    return data


def same(first: object, second: object) -> bool:
    """Whether plain data agrees: numbers to `TOLERANCE`, everything else exactly."""
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return first.keys() == second.keys() and all(same(first[k], second[k]) for k in first)
    if isinstance(first, list | tuple) and isinstance(second, list | tuple):
        return len(first) == len(second) and all(map(same, first, second))
    if isinstance(first, float) and isinstance(second, float | int):
        return math.isclose(first, second, rel_tol=0, abs_tol=TOLERANCE) or first == second
    return bool(first == second)
