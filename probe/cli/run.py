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
    """Declare the arguments of `probe run`."""
    parser.add_argument(
        "protocol", help="a protocol file, a shipped one by name, or a folder of protocols"
    )
    parser.add_argument("--photos", type=Path, metavar="DIR", help="folder of photographs")
    parser.add_argument(
        "--backbone",
        action="append",
        default=[],
        metavar="NAME[=WEIGHTS]",
        help="what to compare, once for each: NAME, NAME=WEIGHTS, timm:NAME, onnx:FILE, CARD.yaml",
    )
    parser.add_argument(
        "--mask",
        action="append",
        default=[],
        metavar="NAME[=WEIGHTS]",
        help="run again with the background filled, once for each: scene (exact, rendered people), "
        "grabcut, files=DIR, sam=CHECKPOINT",
    )
    parser.add_argument(
        "--attention", action="store_true", help="show where the models look (takes longer)"
    )
    parser.add_argument(
        "--remedies",
        action="store_true",
        help="try what helps against the costliest change (mirroring, masks, more views, ...)",
    )
    parser.add_argument("--subjects", type=int, metavar="N", help="people to render (default 8)")
    parser.add_argument(
        "--fmr",
        type=_rates,
        action="extend",
        metavar="RATE[,RATE]",
        help="false match rates: the first decides, errors are stated at the others too where the "
        "strangers resolve them (default 0.01,0.001)",
    )
    parser.add_argument(
        "--split-strangers",
        action="store_true",
        help="set thresholds on one half of the people, measure false matches on the other",
    )
    parser.add_argument(
        "--site",
        metavar="TEXT",
        help='recommend for a deployment: "distance=3..10 camera_height=2.3m orientation=any"',
    )
    _add_running(parser)


def _add_running(parser: argparse.ArgumentParser) -> None:
    """What is kept, and what computes it."""
    parser.add_argument("--out", type=Path, default=Path("runs"), metavar="DIR", help="for runs")
    parser.add_argument("--resume", action="store_true", help="continue an unfinished run")
    parser.add_argument("--no-pictures", action="store_true", help="keep no picture in the run")
    parser.add_argument("--no-report", action="store_true", help="store the run only")
    parser.add_argument(
        "--pixelate-faces", action="store_true", help="make heads unrecognisable in the report"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument(
        "--engine", default="auto", choices=["auto", "torch", "onnxruntime", "openvino"]
    )
    parser.add_argument("--bf16", action="store_true", help="bfloat16, with the measured change")
    parser.add_argument("--workers", type=int, metavar="N", help="threads and processes to use")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="cache folder")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def _rates(text: str) -> list[float]:
    """`0.01` or `0.01,0.001`."""
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no false match rate: 1 % is written 0.01, several 0.01,0.001"
        ) from None


def call(args: argparse.Namespace) -> int:
    """Run the study, write its report, say where it is."""
    from probe.api import StudyRun
    from probe.cli.console import Console
    from probe.contracts import Runtime
    from probe.study.request import FMR, FURTHER_FMR, StudyRequest
    from probe.study.steps import run_study

    fmr, *further = args.fmr or (FMR, *FURTHER_FMR)
    request = StudyRequest(
        protocol=args.protocol,
        backbones=tuple(args.backbone),
        masks=tuple(args.mask),
        attention=args.attention,
        remedies=args.remedies,
        photos=args.photos,
        subjects=args.subjects,
        out=args.out,
        fmr=fmr,
        further_fmr=tuple(further),
        split_strangers=args.split_strangers,
        resume=args.resume,
        pictures=not args.no_pictures,
        pixelate_faces=args.pixelate_faces,
        cache=args.cache,
        runtime=Runtime(args.device, args.engine, "bfloat16" if args.bf16 else "float32"),
        workers=args.workers,
        site=args.site,
    )
    run = StudyRun(run_study(request, Console()).path)
    files = {} if args.no_report else run.report()
    if args.json:
        print(json.dumps(_told(run, files)))
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
            print(f"{entry.backbone}{masked}: {entry.note}")
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


def _told(run: StudyRun, files: dict[str, Path]) -> dict[str, object]:
    from probe.conclusions.site.printed import with_texts
    from probe.wording import wording_of

    return {
        "run": str(run.path),
        "reports": {kind: str(path) for kind, path in files.items()},
        "backbones": run.backbones,
        "variants": list(run.manifest.variants),
        "notes": list(run.manifest.notes),
        "thresholds": [entry.model_dump() for entry in run.manifest.thresholds],
        "further_thresholds": [entry.model_dump() for entry in run.manifest.further_thresholds],
        "site": with_texts(run.site, wording_of()) if run.site else None,
        "failures": len(run.manifest.failures),
        "embedded": {entry.name: entry.embedded for entry in run.manifest.backbones},
        "cached": {entry.name: entry.cached for entry in run.manifest.backbones},
    }
