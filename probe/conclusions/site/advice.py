"""Which models of a run may be used at a site, from its stored cells alone."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import combinations
from typing import Any

from probe.conclusions.findings.evidence import evidence
from probe.conclusions.findings.facts import Cells, Facts
from probe.conclusions.findings.recommendation import stricter
from probe.conclusions.findings.versus import advice_on_models
from probe.conclusions.site.asked import Site, parse_site
from probe.conclusions.site.evidence import Ground, grounds
from probe.conclusions.site.verdict import Verdict, verdict
from probe.embedding.setup_faults import setup_fault, setup_faults
from probe.errors import UsageError
from probe.protocol.labels import condition_value, title_value
from probe.runs.manifest import ThresholdEntry
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.rows import DifferenceRow, rows_of
from probe.runs.stored import Finding
from probe.statistics import FEWEST_FALSE_MATCHES, shortage
from probe.statistics.threshold import allowed_false_matches
from probe.wording import Message, Value, refusal, stored_message

ORDER = ("use", "promising", "doubtful", "unmeasured", "undecided", "avoid")


@dataclass(frozen=True)
class SiteAdvice:
    """What a run says about a site.

    Attributes:
        site: what was asked.
        verdicts: one a model, in the order of the run.
        notes: how the site was read and what the verdicts leave open; they rest on no cell.
        unfit: models that could not finish the run, or are not set up: they meet no requirement.
    """

    site: Site
    verdicts: tuple[Verdict, ...]
    notes: tuple[Message, ...]
    unfit: tuple[str, ...] = ()

    def sorted(self) -> list[Verdict]:
        """The verdicts, models that may be used first."""
        return sorted(self.verdicts, key=lambda verdict: ORDER.index(verdict.answer))

    def data(self) -> dict[str, Any]:
        """As plain data for JSON; figures that are not known are None."""
        return {
            "site": _plain(self.site),
            "verdicts": [_plain(verdict) for verdict in self.verdicts],
            "notes": [note.data() for note in self.notes],
        }


def advise(run: Run, site: str, *, variant: str = UNMASKED) -> SiteAdvice:
    """Whether each model of a run may be used at a site.

    Every figure is a stored cell against the standard condition; nothing is computed anew and
    nothing is claimed outside the measured levels.

    Args:
        run: a finished run.
        site: see `parse_site`.
        variant: mask variant.

    Raises:
        UsageError: the site cannot be read, or the run has no such mask variant.
        RunError: the run is not finished.
    """
    if variant not in run.manifest.variants:
        raise refusal(
            UsageError,
            Message(
                "run-no-name",
                {"noun": Message("run-noun", {"noun": "variant"}), "name": repr(variant)},
            ),
            hint=Message("run-has", {"names": tuple(run.manifest.variants)}),
        )
    asked = parse_site(site, run.protocols)
    images = run.images[run.images["status"] == "ok"]
    facts = Facts(
        backbones=tuple(run.backbones),
        thresholds=run.manifest.thresholds,
        subjects=images.loc[images["role"] == "subject", "subject"].nunique(),
        pictures=images["image_id"].nunique(),
        limit=asked.limit,
        variant=variant,
        differences=rows_of(DifferenceRow, run.differences),
        faults=setup_faults(run.manifest.backbones),
    )
    cells = Cells(run.protocols, run.cells, facts)
    ground = grounds(asked, run.protocols)
    verdicts = tuple(
        verdict(cells, asked, ground, name, evidence(cells, ground, name)) for name in run.backbones
    )
    unfit = dict(_unfit(run))
    notes = (*unfit.values(), *_notes(run, cells, asked, ground))
    return SiteAdvice(asked, verdicts, notes, tuple(unfit))


def _unfit(run: Run) -> Iterator[tuple[str, Message]]:
    """Models that could not finish, or whose set-up is in doubt, each with what is said of it."""
    for failed in run.manifest.failed_backbones:
        values: dict[str, Value] = {"model": failed.name, "reason": failed.reason}
        yield failed.name, Message("note-failed-model", values)
    for entry in run.manifest.backbones:
        if (fault := setup_fault(entry.notes)) is not None:
            yield entry.name, Message("site-not-set-up", {"model": entry.name, "fault": fault})


def _notes(
    run: Run, cells: Cells, site: Site, site_grounds: tuple[Ground, ...]
) -> Iterator[Message]:
    yield from (wish.note for wish in site.wishes if wish.note)
    protocols = [run.protocols[ground.protocol] for ground in site_grounds]
    standard = tuple(dict.fromkeys(condition_value(p, p.standard) for p in protocols))
    yield Message("site-enrolled", {"conditions": standard})
    if apart := _apart(run, site, site_grounds):
        yield Message("site-one-at-a-time", {"factors": apart})
    if ends := _ends(run, site_grounds):
        yield Message("site-all-ends", {"ends": Message("parts-joined", {"parts": ends})})
    entries = [e for n in cells.facts.backbones if (e := cells.facts.threshold(n))]
    if any(row["figure"] == "auc" for row in cells.facts.differences):  # not in older runs
        yield from advice_on_models(cells, [ground.protocol for ground in site_grounds])
    if site.fmr is not None and entries and entries[0].comparisons:
        yield from _other_rate(run, site.fmr, entries[0])


def _apart(run: Run, site: Site, site_grounds: tuple[Ground, ...]) -> tuple[Message, ...]:
    """The factors that leave their standard level at the site but never two at once."""
    moved = []
    for wish in site.wishes:
        for ground in site_grounds:
            axes = {axis.name: axis for axis in run.protocols[ground.protocol].axes}
            levels = ground.reaches.get(wish.factor)
            if levels and set(levels.used) != {axes[wish.factor].standard_key}:
                moved.append(wish.factor)
                break
    together = [set(ground.reaches) for ground in site_grounds]
    lonely = [
        pair
        for pair in combinations(moved, 2)
        if not any(set(pair) <= factors for factors in together)
    ]
    names = dict.fromkeys(name for pair in lonely for name in pair)
    headings = {
        axis.name: axis.heading
        for ground in site_grounds
        for axis in run.protocols[ground.protocol].axes
    }
    return tuple(title_value(headings[name]) for name in names)


def _ends(run: Run, site_grounds: tuple[Ground, ...]) -> tuple[Message, ...]:
    """Where the measured levels of each factor end."""
    ends = (
        Message("site-ends-of", {"factor": title_value(axis.heading), "ends": levels.ends})
        for ground in site_grounds
        for axis in run.protocols[ground.protocol].axes
        if (levels := ground.reaches.get(axis.name)) and levels.ends
    )
    return tuple(dict.fromkeys(ends))


def _other_rate(run: Run, asked: float, entry: ThresholdEntry) -> Iterator[Message]:
    """What it means that the thresholds were set for another false match rate."""
    if math.isclose(asked, entry.fmr):
        return
    rates: dict[str, Value] = {"set": entry.fmr, "asked": asked}
    if stricter(entry.fmr, asked):
        yield Message("site-stricter", rates)
        return
    # Rendered strangers wear their own clothes: each pair of people is compared in both roles.
    directions = 2 if any(p.source == "scene" for p in run.manifest.protocols) else 1
    matches = allowed_false_matches(asked, entry.comparisons) // directions
    if matches >= FEWEST_FALSE_MATCHES:
        yield Message("site-run-again", {**rates, "option": f"{asked:g}"})
        return
    people = entry.strangers if entry.tuned_on is None else entry.tuned_on
    reason = stored_message(shortage(asked, people, entry.comparisons, directions))
    yield Message("site-unresolved", {**rates, "reason": reason})


def _plain(value: object) -> object:
    """A value JSON can hold."""
    if isinstance(value, Message | Finding):
        return _plain(value.data())
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value
