"""A run as a notebook shows it: the verdicts, the headline, and where the report is."""

from __future__ import annotations

from html import escape

from probe.runs.reading import Run
from probe.runs.stored import Finding

REPORT = "report.html"


def notebook_html(run: Run) -> str:
    """A few lines of HTML without style or script of their own.

    Args:
        run: a run that says its findings in words. One that is not finished is only named.
    """
    name = f"<code>{escape(str(run))}</code>"
    if run.manifest.status != "complete":
        return name
    lines = [_line(finding) for key in ("verdict", "headline", "deck") for finding in _of(run, key)]
    return "\n".join([*lines, f"<p>{_link(run) or name}</p>"])


def _of(run: Run, key: str) -> list[Finding]:
    return [finding for finding in run.findings if finding.key == key]


def _line(finding: Finding) -> str:
    """A sentence; that on a model begins with its name, and the headline stands out."""
    text = escape(str(finding.message))
    if finding.key == "headline":
        return f"<p><strong>{text}</strong></p>"
    model = f"<strong>{escape(str(finding.title))}</strong>: " if finding.title else ""
    return f"<p>{model}{text}</p>"


def _link(run: Run) -> str:
    """The address of the page beside the run; empty where it was not made."""
    path = run.path / REPORT
    if not path.is_file():
        return ""
    address = escape(path.as_posix())
    return f'<a href="{address}">{address}</a>'
