"""All findings of a study, in the order of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from probe.conclusions.findings.advice import advice
from probe.conclusions.findings.breaks import breaking, breaks
from probe.conclusions.findings.crossed import crossed
from probe.conclusions.findings.factor import factor
from probe.conclusions.findings.facts import Cells, Facts
from probe.conclusions.findings.headline import deck, headline
from probe.conclusions.findings.leaning import leaning
from probe.conclusions.findings.masked import masked
from probe.conclusions.findings.outcome import outcomes
from probe.conclusions.findings.parts import parts
from probe.conclusions.findings.rises import rises
from probe.conclusions.findings.sides import sides
from probe.conclusions.findings.standard import before
from probe.conclusions.findings.usable import usable
from probe.conclusions.findings.verdict import verdicts
from probe.conclusions.findings.versus import versus
from probe.runs.stored import Finding

if TYPE_CHECKING:
    import pandas as pd

    from probe.protocol.model import Protocol


def find(protocols: Mapping[str, Protocol], cells: pd.DataFrame, facts: Facts) -> list[Finding]:
    """The findings that follow from the cells of a study.

    Keys: `verdict` (of all models together, then one a backbone, its `title`), `headline`, `deck`,
    `before`, one `factor` and perhaps one `break`, `sides` and `rise` a protocol, one `usable` and
    perhaps one `breaking` a protocol and backbone (its `title` is the backbone), one `masked` a
    protocol and mask variant (its `title` is the variant), one `part` a protocol and backbone whose
    vectors have parts (its `title` is the backbone), one `interaction` (and perhaps a `departure`)
    a protocol with crossed factors and backbone (its `title`), one `versus` a protocol with several
    models, three `advice`, one `leaning` a backbone (its `title`) and one a pair of backbones.

    Args:
        protocols: by name, in the order of the run.
        cells: one row a cell, as stored in a run directory.
        facts: backbones, thresholds and counts.
    """
    study = Cells(protocols, cells, facts)
    results = outcomes(study)
    return [
        *verdicts(study),
        headline(study, results),
        deck(study, results),
        before(study),
        *leaning(study),
        *(factor(study, name) for name in protocols),
        *(finding for name in protocols for finding in breaks(study, name)),
        *(finding for name in protocols for finding in sides(study, name)),
        *(finding for name in protocols for finding in rises(study, name)),
        *(usable(study, name, backbone) for name in protocols for backbone in facts.backbones),
        *(
            finding
            for name in protocols
            for backbone in (facts.backbones if facts.decided else ())
            for finding in breaking(study, name, backbone)
        ),
        *(finding for name in protocols for finding in masked(study, name)),
        *(finding for name in protocols for finding in parts(study, name)),
        *(finding for name in protocols for finding in crossed(study, name)),
        *(finding for name in protocols for finding in versus(study, name)),
        *advice(study, results),
    ]
