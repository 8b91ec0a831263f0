"""`probe verify`: compute every figure of a run again from its vectors."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option


@dataclass(frozen=True)
class VerificationRequest:
    """What `probe verify` is asked for."""

    run: Annotated[Path, Option("a run directory")]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe verify`."""
    from probe.cli.arguments import add_options

    add_options(parser, VerificationRequest)


def call(args: argparse.Namespace) -> int:
    """0 when everything agrees, 1 when anything differs."""
    from probe.cli.arguments import request_from
    from probe.runs.reading import Run
    from probe.study.verification import verify
    from probe.wording import wording_of

    words = wording_of()
    run = Run(request_from(VerificationRequest, args).run)
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
