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

    run = Run(args.run)
    verdict = verify(run)
    for problem in verdict.problems:
        print(f"differs: {problem}")
    if verdict.problems:
        print(f"{run.path}: {len(verdict.problems)} differences")
        return 1
    print(
        f"{run.path}: {len(run.manifest.files)} files unchanged, {verdict.figures:,} figures "
        "computed again from the stored vectors: all the same"
    )
    return 0
