"""Which models of a run may be used at a site, from its stored cells alone."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from probe.conclusions.findings.facts import Cells, Facts
from probe.conclusions.site.asked import Site, parse_site
from probe.conclusions.site.evidence import Ground, evidence, grounds
from probe.conclusions.site.verdict import Verdict, stricter, verdict
from probe.errors import UsageError
from probe.runs.manifest import ThresholdEntry
from probe.runs.store import UNMASKED, Run
from probe.statistics import FEWEST_FALSE_MATCHES, shortage
from probe.statistics.threshold import allowed_false_matches
from probe.wording.numbers import listed, rate

ORDER = ("use", "promising", "doubtful", "unmeasured", "undecided", "avoid")


@dataclass(frozen=True)
class SiteAdvice:
    """What a run says about a site.

    Attributes:
        site: what was asked.
        verdicts: one a model, in the order of the run.
        notes: how the site was read and what the verdicts leave open; they rest on no cell.
    """

    site: Site
    verdicts: tuple[Verdict, ...]
    notes: tuple[str, ...]

    def sorted(self) -> list[Verdict]:
        """The verdicts, models that may be used first."""
        return sorted(self.verdicts, key=lambda each: ORDER.index(each.answer))

    def told(self) -> dict[str, Any]:
        """As plain data for JSON; figures that are not known are None."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


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
        have = listed(run.manifest.variants)
        raise UsageError(f"the run has no mask variant {variant!r}", hint=f"it has {have}")
    asked = parse_site(site, run.protocols)
    images = run.images[run.images["status"] == "ok"]
    facts = Facts(
        backbones=tuple(run.backbones),
        thresholds=run.manifest.thresholds,
        subjects=images.loc[images["role"] == "subject", "subject"].nunique(),
        pictures=images["image_id"].nunique(),
        limit=asked.limit,
        variant=variant,
    )
    cells = Cells(run.protocols, run.cells, facts)
    found = grounds(asked, run.protocols)
    verdicts = tuple(
        verdict(cells, asked, found, name, evidence(cells, found, name)) for name in run.backbones
    )
    return SiteAdvice(asked, verdicts, tuple(_notes(run, cells, asked, found)))


def _notes(run: Run, cells: Cells, site: Site, found: tuple[Ground, ...]) -> Iterator[str]:
    yield from (wish.note for wish in site.wishes if wish.note)
    standard = [p.label(p.standard) for p in (run.protocols[g.protocol] for g in found)]
    yield (
        "People are enrolled in the standard condition "
        f"({'; '.join(dict.fromkeys(standard))}), and everything the site does not name stays as "
        "it was there."
    )
    if apart := _apart(run, site, found):
        yield (
            f"Changed one at a time: what {apart} do together was not measured; together they can "
            "cost more."
        )
    if ends := _ends(cells, found):
        yield f"{ends}."
    entries = [e for n in cells.facts.backbones if (e := cells.facts.threshold(n))]
    if site.fmr is not None and entries and entries[0].comparisons:
        yield from _other_rate(run, site.fmr, entries[0])


def _apart(run: Run, site: Site, found: tuple[Ground, ...]) -> str:
    """The factors that leave their standard level at the site but never two at once."""
    moved = []
    for wish in site.wishes:
        for ground in found:
            axes = {axis.name: axis for axis in run.protocols[ground.protocol].axes}
            told = ground.reaches.get(wish.factor)
            if told and set(told.used) != {axes[wish.factor].standard_key}:
                moved.append(wish.factor)
                break
    together = [set(ground.reaches) for ground in found]
    lonely = [
        pair for pair in combinations(moved, 2) if not any(set(pair) <= known for known in together)
    ]
    names = dict.fromkeys(name for pair in lonely for name in pair)
    return listed(name.replace("_", " ") for name in names) if names else ""


def _ends(cells: Cells, found: tuple[Ground, ...]) -> str:
    told = dict.fromkeys(
        f"{factor.replace('_', ' ')}: {reach.ends}"
        for ground in found
        for factor, reach in ground.reaches.items()
        if reach.ends
    )
    text = "; ".join(told)
    return text[:1].upper() + text[1:]


def _other_rate(run: Run, asked: float, entry: ThresholdEntry) -> Iterator[str]:
    """What it means that the thresholds were set for another false match rate."""
    if math.isclose(asked, entry.fmr):
        return
    if stricter(entry.fmr, asked):
        yield (
            f"The thresholds were set for {rate(entry.fmr)}: at {rate(asked)} no more is missed "
            "than said here, and more strangers pass."
        )
        return
    # Rendered strangers wear their own clothes: each pair of people is compared in both roles.
    directions = 2 if any(p.source == "scene" for p in run.manifest.protocols) else 1
    matches = allowed_false_matches(asked, entry.comparisons) // directions
    if matches >= FEWEST_FALSE_MATCHES:
        yield (
            f"The advice rests on thresholds for {rate(entry.fmr)}; these strangers resolve "
            f"{rate(asked)} too: run the study again with --fmr {asked:g} first."
        )
        return
    people = entry.strangers if entry.tuned_on is None else entry.tuned_on
    told = shortage(asked, people, entry.comparisons, directions).replace(" %", "\u00a0%")
    yield f"The thresholds were set for {rate(entry.fmr)}; {told}."


def _plain(value: Any) -> Any:
    """A value JSON can hold."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value
