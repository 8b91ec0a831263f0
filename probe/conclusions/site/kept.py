"""The site a run was asked about: its advice, kept with the run so that every report shows it."""

from __future__ import annotations

from typing import Any

from probe.conclusions.site.advice import advise
from probe.errors import RunError
from probe.runs.reading import Run
from probe.runs.writer import RunWriter, add_json
from probe.wording import Message, refusal

SITE_FILE = "site.json"


def write_site(writer: RunWriter, site: str) -> None:
    """Store the advice for a site in a run that is being written, once its cells are there."""
    writer.json(SITE_FILE, advise(Run(writer.path), site).data())


def keep_site(run: Run, site: str) -> Run:
    """Store the advice for a site in a finished run, in place of one that was kept before.

    Returns:
        The run read back.

    Raises:
        UsageError: the site cannot be read.
        RunError: the run is not finished.
    """
    run = Run(run.path)  # as it is stored: what the API gives is words
    if run.manifest.status != "complete":
        raise refusal(
            RunError,
            Message("run-not-complete", {"status": run.manifest.status, "so": "advise"}),
            place=run.path,
            hint=Message("step-finish-run"),
        )
    return add_json(run, SITE_FILE, advise(run, site).data(), site=site)


def computed(run: Run) -> dict[str, Any]:
    """The advice that the site of a run should hold; empty where none was asked for."""
    kept = run.site
    return advise(run, kept["site"]["text"]).data() if kept else {}
