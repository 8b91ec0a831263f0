"""The figures of `examination.json`, of one backbone on one protocol."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np

from probe.audit.cells import Figures
from probe.audit.comparisons import Comparisons
from probe.audit.counts import count_errors
from probe.audit.evidence import evidence_figures
from probe.audit.galleries import found_figures, single_rate
from probe.audit.groups import People, Rows, group_figures
from probe.audit.intervals import misses
from probe.audit.rates import added_variance
from probe.audit.scores import Floats
from probe.audit.standing import Cell, Standing
from probe.audit.threshold import threshold_of

Section: TypeAlias = "dict[tuple[str | int | float, ...], Figures]"
"""Rows of a section, by the values that name them within a backbone and protocol."""

MOST_PEOPLE = 150
FEWEST_PEOPLE = 5
RATES = tuple(digit / size for size in (1000, 100, 10) for digit in (1, 2, 5))
GALLERIES = (10, 100, 1000)
RANKS = {"rank_1": 1, "rank_5": 5}
FPIR = 0.1
CAMERAS = (10, 30, 100, 300)


def examination_figures(standing: Standing) -> dict[str, Section]:
    """Section -> its rows."""
    subjects = len(standing.album.subjects)
    cells = dict(changed_cells(standing)) if subjects >= FEWEST_PEOPLE else {}
    sections: dict[str, Section] = defaultdict(dict)
    if subjects < FEWEST_PEOPLE or standing.album.conditions < 2:
        return sections
    examined = min(subjects, MOST_PEOPLE)
    sections["examined"][()] = {"subjects": examined, "left_out": subjects - examined}
    for condition, cell in cells.items():
        sections["curves"] |= _curve(standing, condition, cell)
        sections["identification"] |= _searches(standing, condition, cell)
    if cells and (figures := evidence_figures(list(cells.values()))):
        sections["calibration"][()] = figures
    if math.isfinite(standing.thresholds[0].value):
        sections["people"] |= _people(standing, list(cells.values()))
        sections["flow"] |= _counts(standing, list(cells.values()))
        for attribute in standing.album.groups if cells else ():
            for section, rows in _groups(standing, list(cells.values()), attribute).items():
                sections[section] |= rows
    return sections


def changed_cells(standing: Standing) -> Iterator[tuple[int, Cell]]:
    """Changed conditions against the standard one, of the first people of either kind."""
    for condition in range(standing.album.conditions):
        if condition == standing.album.standard:
            continue
        cell = standing.against_standard(condition)
        own, met = _first_people(cell.mated), _first_people(cell.at_large)
        if len(own) and len(met):
            yield condition, Cell(own, met, None)


def _first_people(met: Comparisons) -> Comparisons:
    a, b = (
        np.where(side < met.subjects, side, side - met.subjects) for side in (met.first, met.second)
    )
    return met.where((a < MOST_PEOPLE) & (b < MOST_PEOPLE))


def _curve(standing: Standing, condition: int, cell: Cell) -> Section:
    return {
        (condition, rate): figures
        for rate in RATES
        if (figures := _misses_at(standing, cell, rate))
    }


def _misses_at(standing: Standing, cell: Cell, rate: float) -> Figures:
    """Misses at the threshold of the cell's own strangers; empty where it is not resolved."""
    threshold = threshold_of(cell.at_large, standing.album, rate, None)
    if math.isnan(threshold.value):
        return {}
    rates = np.array(list(cell.miss_rates(threshold.value).values()))
    people = standing.album.people
    low, high = misses(rates, added_variance(cell, threshold, people, rates))
    return {"value": float(rates.mean()), "low": low, "high": high}


def missed_on_curve(cell: Cell, false_matches: float) -> float:
    """Misses at the threshold above which a share of the cell's strangers lies; NaN where there is
    no such threshold.
    """
    scores = np.sort(cell.at_large.scores)[::-1]
    above = round(false_matches * len(scores))
    if not above < len(scores) or not np.isclose(np.mean(scores > scores[above]), false_matches):
        return math.nan
    return float(np.mean(list(cell.miss_rates(float(scores[above])).values())))


def _searches(standing: Standing, condition: int, cell: Cell) -> Section:
    rows: Section = {}
    for gallery in GALLERIES:
        if len(cell.at_large) >= 5 * (gallery - 1):
            for name, rank in RANKS.items():
                rows[condition, name, gallery] = found_figures(cell, gallery, rank)
        if figures := _misses_at(standing, cell, single_rate(FPIR, gallery)):
            rows[condition, "fnir", gallery] = {**figures, "fpir": FPIR}
    return rows


def _people(standing: Standing, cells: list[Cell]) -> Section:
    threshold = standing.thresholds[0].value
    missed, passed = missed_by(cells, threshold), passed_by(cells, threshold)
    examined = {person for one in cells for person in one.by_subject} | set(passed)
    everybody = range(len(standing.album.people))
    subjects = len(standing.album.subjects)
    examined |= {k for k in everybody if (k if k < subjects else k - subjects) < MOST_PEOPLE}
    return {
        (standing.album.people[k],): {
            "missed": missed.get(k, math.nan),
            "carries_misses": _share(missed, k),
            "matched": passed.get(k, math.nan),
            "carries_matches": _share(passed, k),
        }
        for k in examined
    }


def missed_by(cells: list[Cell], threshold: float) -> dict[int, float]:
    """Every subject's miss rate: the mean over the conditions in which they were compared."""
    rates: dict[int, list[float]] = defaultdict(list)
    for cell in cells:
        for person, rate in cell.miss_rates(threshold).items():
            rates[person].append(rate)
    return {person: float(np.mean(values)) for person, values in rates.items()}


def passed_by(cells: list[Cell], threshold: float) -> dict[int, float]:
    """Everybody's share of false matches: the mean over the other people they met."""
    outcomes: dict[tuple[int, int], list[Floats]] = defaultdict(list)
    for cell in cells:
        for (a, b), scores in cell.at_large.by_pair().items():
            outcomes[min(a, b), max(a, b)].append((scores > threshold).astype(float))
    shares: dict[int, list[float]] = defaultdict(list)
    for (a, b), parts in outcomes.items():
        share = float(np.mean(np.concatenate(parts)))
        shares[a].append(share)
        shares[b].append(share)
    return {person: float(np.mean(values)) for person, values in shares.items()}


def _share(carried: dict[int, float], person: int) -> float:
    whole = sum(carried.values())
    return carried.get(person, math.nan) / whole if whole else math.nan


def _counts(standing: Standing, cells: list[Cell]) -> Section:
    threshold = standing.thresholds[0].value
    missed, passed = missed_by(cells, threshold), passed_by(cells, threshold)
    both = sorted(set(missed) & set(passed))
    if not both:
        return {}
    own = np.array([missed[k] for k in both])
    other = np.array([passed[k] for k in both])
    met = [cell.at_large for cell in cells]
    return {
        (people,): count_errors(own, other, _together(met), threshold, people) for people in CAMERAS
    }


def _groups(standing: Standing, cells: list[Cell], attribute: str) -> Rows:
    threshold, album = standing.thresholds[0].value, standing.album
    groups = {k: album.groups[attribute][name] for k, name in enumerate(album.people)}
    met = _together([cell.at_large for cell in cells])
    return group_figures(attribute, People(groups, missed_by(cells, threshold), met, threshold))


def _together(parts: list[Comparisons]) -> Comparisons:
    """The comparisons of several conditions."""
    return Comparisons(
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.first for part in parts]),
        np.concatenate([part.second for part in parts]),
        np.concatenate([part.images for part in parts]),
        parts[0].subjects,
        parts[0].directed,
    )
