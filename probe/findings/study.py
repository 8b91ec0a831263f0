"""All sentences of a study, in the order of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from probe.findings.advice import advice
from probe.findings.crossed import crossed
from probe.findings.factor import factor
from probe.findings.facts import Cells, Facts
from probe.findings.headline import deck, headline
from probe.findings.leaning import leaning
from probe.findings.masked import masked
from probe.findings.outcome import outcomes
from probe.findings.standard import before
from probe.findings.usable import usable
from probe.findings.versus import versus
from probe.store import Finding

if TYPE_CHECKING:
    import pandas as pd

    from probe.protocol import Protocol


def find(protocols: Mapping[str, Protocol], cells: pd.DataFrame, facts: Facts) -> list[Finding]:
    """The sentences that follow from the cells of a study.

    Keys: `headline`, `deck`, `before`, one `factor` a protocol, one `usable` a protocol and
    backbone (its `title` is the backbone), one `masked` a protocol and mask variant (its `title` is
    the variant), one `interaction` (and perhaps a `departure`) a protocol with crossed factors and
    backbone (its `title`), one `versus` a protocol with several models, three `advice`, one
    `leaning` a backbone (its `title`) and one a pair of backbones.

    Args:
        protocols: by name, in the order of the run.
        cells: one row a cell, as stored in a run directory.
        facts: backbones, thresholds and counts.
    """
    asked = Cells(protocols, cells, facts)
    found = outcomes(asked)
    return [
        headline(asked, found),
        deck(asked, found),
        before(asked),
        *leaning(asked),
        *(factor(asked, name) for name in protocols),
        *(usable(asked, name, backbone) for name in protocols for backbone in facts.backbones),
        *(each for name in protocols for each in masked(asked, name)),
        *(each for name in protocols for each in crossed(asked, name)),
        *(each for name in protocols for each in versus(asked, name)),
        *advice(asked, found),
    ]
