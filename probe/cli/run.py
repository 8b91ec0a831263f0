"""`probe run`: a protocol in, a run directory and its report out."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.api import StudyRun
    from probe.runs.manifest import ThresholdEntry


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe run`: the options of a study, and what is printed."""
    from probe.cli.arguments import add_json, add_options
    from probe.study.request import StudyRequest

    add_options(parser, StudyRequest)
    parser.add_argument("--no-report", action="store_true", help="store the run only")
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Run the study, write its report, say where it is."""
    from probe.api import StudyRun
    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    run = StudyRun(run_study(request_from(StudyRequest, args), Console()).path)
    files = {} if args.no_report else run.report()
    if args.json:
        print(json.dumps(_payload(run, files)))
    else:
        _say(run, files)
    return 0


def _say(run: StudyRun, files: dict[str, Path]) -> None:
    from probe.wording import wording_of

    words = wording_of()
    unresolved: ThresholdEntry | None = None
    for finding in run.findings:
        if finding.key in {"headline", "deck"}:
            print(words.either(finding.message))
    for entry in run.manifest.thresholds:
        if entry.value is None:
            masked = "" if entry.variant == "unmasked" else f" (mask {entry.variant})"
            print(f"{entry.backbone}{masked}: {words.stored(entry.note)}")
            unresolved = entry
    if unresolved is not None:
        from probe.statistics import least_rate

        scenes = any(protocol.source == "scene" for protocol in run.manifest.protocols)
        least = least_rate(unresolved.comparisons, 2 if scenes else 1)
        if least < 0.5:
            print(f"next    the lowest rate these strangers resolve: --fmr {least:g}")
    for verdict in run.site.get("verdicts", ()):
        said = words.stored(verdict["sentences"][0]["message"])
        print(f"{verdict['backbone']}, at the site: {said}")
    print(f"run     {run.path}")
    for kind, path in files.items():
        print(f"{kind:<7} {path}")
    if not files:
        print(f"next    probe report {run.path}")


def _payload(run: StudyRun, files: dict[str, Path]) -> dict[str, object]:
    from probe.conclusions.site.printed import with_texts
    from probe.wording import wording_of

    return {
        "run": str(run.path),
        "reports": {kind: str(path) for kind, path in files.items()},
        "backbones": run.backbones,
        "variants": list(run.manifest.variants),
        "notes": list(run.manifest.notes),
        "thresholds": [_threshold(entry) for entry in run.manifest.thresholds],
        "further_thresholds": [_threshold(entry) for entry in run.manifest.further_thresholds],
        "site": with_texts(run.site, wording_of()) if run.site else None,
        "failures": len(run.manifest.failures),
        "embedded": {entry.name: entry.embedded for entry in run.manifest.backbones},
        "cached": {entry.name: entry.cached for entry in run.manifest.backbones},
    }


def _threshold(entry: ThresholdEntry) -> dict[str, object]:
    """A threshold with its note in words."""
    from probe.wording import wording_of

    return {**entry.model_dump(), "note": wording_of().stored(entry.note)}
