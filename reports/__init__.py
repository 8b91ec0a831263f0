"""A finished run becomes pages: HTML, PDF and JSON that carry the same numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from probe.files.places import is_folder
from probe.wording import Message, nearest, refusal

if TYPE_CHECKING:
    from probe.reports.document import Document
    from probe.runs.reading import Run

FORMATS = ("html", "pdf", "json")

__all__ = ["FORMATS", "write"]


def write(
    run: Run,
    out: Path | None = None,
    formats: Sequence[str] = FORMATS,
    language: str = "en",
    *,
    force: bool = False,
) -> dict[str, Path]:
    """Write the report of a finished run.

    Args:
        run: what is drawn; nothing is computed again.
        out: a folder, or the path of a single report (`out.html`); the run's folder by default.
        formats: some of `html`, `pdf`, `json`; a path with one of these suffixes asks for it alone.
        language: code of the language it is printed in.
        force: whether files outside of the run that no report lies in are replaced.

    Returns:
        The written file of every format.

    Raises:
        UsageError: an unknown format, a language there are no words in, or a file of another kind
            in the place of a report.
        RunError: the run is not complete, or a file of it is missing or damaged.
    """
    from probe.files.atomic import write_bytes
    from probe.files.own_files import check_others_kept
    from probe.reports.document import build
    from probe.runs.writer import note_derived
    from probe.wording import wording_of

    paths = _paths(run.path, out, formats)
    _check_complete(run)
    check_others_kept((path for path in paths.values() if path.parent != run.path), force)
    wording_of(language)
    document = build(run, language)
    prints = _rendered(document, paths)
    for name, path in paths.items():
        write_bytes(path, prints[name])
    inside = {path.name: prints[name] for name, path in paths.items() if path.parent == run.path}
    if inside:
        note_derived(run, inside)
    return paths


def _paths(folder: Path, out: Path | None, formats: Sequence[str]) -> dict[str, Path]:
    from probe.errors import UsageError

    for name in formats:
        if name not in FORMATS:
            raise refusal(
                UsageError,
                Message("drawn-no-format", {"name": repr(name)}),
                hint=nearest(name, FORMATS),
            )
    suffix = out.suffix.removeprefix(".") if out else ""
    if out and suffix in FORMATS and not is_folder(out):
        return {suffix: out}
    return {name: (out or folder) / f"report.{name}" for name in formats}


def _check_complete(run: Run) -> None:
    from probe.errors import RunError

    status = run.manifest.status
    if status != "complete":
        raise refusal(
            RunError,
            Message("run-not-complete", {"status": status, "so": "report"}),
            place=run.path,
            hint=Message("step-finish-run"),
        )


def _rendered(document: Document, formats: Collection[str]) -> dict[str, bytes]:
    """The bytes of every format; the PDF, which takes longest, is set beside the others."""
    from probe.reports import html, json, pdf

    waits = pdf.start(document) if "pdf" in formats else None
    prints = {}
    if "html" in formats:
        prints["html"] = html.render(document).encode("utf-8")
    if "json" in formats:
        prints["json"] = json.render(document).encode("utf-8")
    if waits is not None:
        prints["pdf"] = waits()
    return prints
