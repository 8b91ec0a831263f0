"""Who carries the errors: every person's share, and the chance of such a concentration."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from probe.comparison.examination.examined import Examined
from probe.comparison.examination.record import number
from probe.runs.examination import ConcentrationRecord, PersonRecord
from probe.statistics.zoo import matches_concentrated, misses_concentrated


def carriers(examined: Examined) -> Iterator[PersonRecord]:
    """Everybody examined, those who carry most of the misses first, then further strangers."""
    count = len(examined.names)
    missed = np.append(examined.missed, np.full(count - examined.subjects, np.nan))
    matched = examined.matched
    misses, matches = float(np.nansum(missed)), float(np.nansum(matched))
    order = sorted(range(count), key=lambda k: (k >= examined.subjects, -np.nan_to_num(missed[k])))
    for k in order:
        if not examined.chosen[k]:
            continue
        yield {
            **examined.model,
            "person": examined.names[k],
            "missed": number(missed[k]),
            "carries_misses": number(missed[k] / misses) if misses else None,
            "matched": number(matched[k]),
            "carries_matches": number(matched[k] / matches) if matches else None,
        }


def concentration(examined: Examined) -> ConcentrationRecord:
    """The chance of both concentrations, were all people alike."""
    return {
        **examined.model,
        "misses_p": number(misses_concentrated(examined.miss_table)),
        "matches_p": number(matches_concentrated(*examined.pair_shares)),
    }
