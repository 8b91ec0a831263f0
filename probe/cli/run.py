"""`probe run`: a protocol in, a run directory and its report out."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.api import StudyRun
    from probe.runs.manifest import ThresholdEntry
    from probe.wording import Wording


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe run`: the options of a study, and what is printed."""
    from probe.cli.arguments import add_json, add_options
    from probe.study.request import StudyRequest
    from probe.wording import wording_of

    add_options(parser, StudyRequest)
    no_report = wording_of().text("help-no-report")
    parser.add_argument("--no-report", action="store_true", help=no_report)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Run the study, write its report, say where it is."""
    from probe.api import StudyRun
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import FAILED_MODELS
    from probe.contracts.reporter import Console
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    run = StudyRun(run_study(request_from(StudyRequest, args), Console()).path)
    files = {} if args.no_report else run.report()
    if args.json:
        print(json.dumps(_payload(run, files)))
    else:
        _print_summary(run, files)
    return FAILED_MODELS if run.manifest.failed_backbones else 0


def _print_summary(run: StudyRun, files: dict[str, Path]) -> None:
    """What the run says in short, where everything is, and the next step."""
    from probe.cli.result_lines import failure_lines, result_line, typed
    from probe.wording import wording_of

    words = wording_of()
    lines = [*_findings(run, words), *_refused_thresholds(run, words), *_advice(run, words)]
    print(*lines, *failure_lines(run.manifest.failed_backbones), sep="\n")
    print(result_line(words.text("cli-run-folder"), run.path))
    for kind, path in files.items():
        print(result_line(kind, path))
    if not files:
        command = words.text("cli-run-next-report", folder=typed(run.path))
        print(result_line(words.text("cli-next"), command))


def _findings(run: StudyRun, words: Wording) -> list[str]:
    """The verdicts, then the headline and what stands below it."""
    lines = []
    for finding in run.findings:
        text = words.either(finding.message)
        if finding.key == "verdict" and finding.title:
            lines.append(words.text("cli-run-verdict", model=str(finding.title), sentence=text))
        elif finding.key in {"verdict", "headline", "deck"}:
            lines.append(text)
    return lines


def _refused_thresholds(run: StudyRun, words: Wording) -> list[str]:
    """Which models have no threshold and why, and the lowest rate that could be asked for.

    Where no model has one the verdicts have said why.
    """
    thresholds = run.manifest.thresholds
    refused = [entry for entry in thresholds if entry.value is None]
    lines = (
        []
        if len(refused) == len(thresholds)
        else [
            words.text(
                "cli-run-no-threshold",
                model=entry.backbone,
                mask=None if entry.variant == "unmasked" else entry.variant,
                reason=words.stored(entry.note),
            )
            for entry in refused
        ]
    )
    if refused:
        from probe.cli.result_lines import result_line
        from probe.statistics import least_rate

        scenes = any(protocol.source == "scene" for protocol in run.manifest.protocols)
        least = least_rate(refused[-1].comparisons, 2 if scenes else 1)
        if least < 0.5:
            rate = words.text("cli-run-next-rate", option=f"{least:g}")
            lines.append(result_line(words.text("cli-next"), rate))
    return lines


def _advice(run: StudyRun, words: Wording) -> list[str]:
    """The first sentence about each model at the site that was named."""
    lines = []
    for verdict in run.site.get("verdicts", ()):
        first = verdict["sentences"][0]
        sentence = words.stored(first["message"] if "message" in first else first["text"])
        lines.append(words.text("cli-run-site", model=verdict["backbone"], sentence=sentence))
    return lines


def _payload(run: StudyRun, files: dict[str, Path]) -> dict[str, object]:
    from probe.conclusions.site.printed import with_texts
    from probe.wording import wording_of

    words = wording_of()
    return {
        "run": str(run.path),
        "reports": {kind: str(path) for kind, path in files.items()},
        "backbones": run.backbones,
        "variants": list(run.manifest.variants),
        "notes": [words.stored(note) for note in run.manifest.notes],
        "thresholds": [_threshold(entry) for entry in run.manifest.thresholds],
        "further_thresholds": [_threshold(entry) for entry in run.manifest.further_thresholds],
        "site": with_texts(run.site, words) if run.site else None,
        "failures": len(run.manifest.failures),
        "failed_backbones": [one.model_dump() for one in run.manifest.failed_backbones],
        "embedded": {entry.name: entry.embedded for entry in run.manifest.backbones},
        "cached": {entry.name: entry.cached for entry in run.manifest.backbones},
    }


def _threshold(entry: ThresholdEntry) -> dict[str, object]:
    """A threshold with its note in words."""
    from probe.wording import wording_of

    return {**entry.model_dump(), "note": wording_of().stored(entry.note)}
