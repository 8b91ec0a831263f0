"""The files of a run that go with it into another tool: its report and its tables."""

from __future__ import annotations

from pathlib import Path

from probe.runs.paths import CELLS, DIFFERENCES, FINDINGS, LEANINGS, MANIFEST, RATES, protocol_file
from probe.runs.reading import Run

REPORTS = ("report.html", "report.pdf", "report.json")


def files_to_go(run: Run) -> tuple[Path, ...]:
    """The report, the manifest, tables of figures and protocols; those that are there.

    Neither vectors, pictures and masks of people nor scores of single pairs are among them. The
    report shows a few small pictures, unless the run kept none.
    """
    names = [MANIFEST, *REPORTS, FINDINGS, CELLS, RATES, DIFFERENCES, LEANINGS]
    names += [protocol_file(entry.name) for entry in run.manifest.protocols]
    return tuple(path for name in names if (path := run.path / name).is_file())
