"""`probe verify`: compute every figure of a run again from its vectors."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe verify`."""
    parser.add_argument("run", type=Path, help="a run directory")


def call(args: argparse.Namespace) -> int:
    """0 when everything agrees, 1 when anything differs."""
    from probe.runs.reading import Run
    from probe.study.verification import verify
    from probe.wording import wording_of

    words = wording_of()
    run = Run(args.run)
    verdict = verify(run)
    for problem in verdict.problems:
        print(words.text("cli-verify-differs", problem=words(problem)))
    folder = str(run.path)
    if verdict.problems:
        print(words.text("cli-verify-different", folder=folder, count=len(verdict.problems)))
        return 1
    counts = {"files": len(run.manifest.files), "figures": verdict.figures}
    print(words.text("cli-verify-same", folder=folder, **counts))
    return 0
