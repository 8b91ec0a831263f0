"""`probe verify`: compute every figure of a run again from its vectors."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.options import Option
from probe.wording import Message

if TYPE_CHECKING:
    from probe.audit.agreement import ColumnAgreement
    from probe.audit.audit import Audit
    from probe.runs.reading import Run
    from probe.wording import Wording


@dataclass(frozen=True)
class VerificationRequest:
    """What `probe verify` is asked for."""

    run: Annotated[Path, Option(Message("help-run-folder"))]
    independent: Annotated[bool, Option(Message("help-verify-independent"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe verify`."""
    from probe.cli.arguments import add_options

    add_options(parser, VerificationRequest)


def call(args: argparse.Namespace) -> int:
    """0 when everything agrees, 1 when anything differs."""
    from probe.cli.arguments import request_from
    from probe.pictures.photo_folder import readable
    from probe.runs.reading import Run
    from probe.study.verification import verify
    from probe.wording import wording_of

    words = wording_of()
    request = request_from(VerificationRequest, args)
    run = Run(request.run)
    if request.independent:
        return _independent(Run(request.run, checked=False), words)
    verdict = verify(run)
    for problem in verdict.problems:
        print(words.text("cli-verify-differs", problem=words(problem)))
    folder = str(run.path)
    if foreign := run.foreign_files():
        print(words.text("cli-verify-foreign", count=len(foreign), first=readable(foreign[0])))
    if verdict.problems:
        print(words.text("cli-verify-different", folder=folder, count=len(verdict.problems)))
        return 1
    counts = {"files": len(run.manifest.files), "figures": verdict.figures}
    print(words.text("cli-verify-same", folder=folder, **counts))
    return 0


def _independent(run: Run, words: Wording) -> int:
    """Print how far an independent computation agrees; 1 when anything differs.

    Args:
        run: read without a look at hashes: what was changed is named, and looked into.
        words: say it.
    """
    from probe.audit.audit import audit
    from probe.study.left_out import explained

    result = audit(run)
    problems = [words.text("verify-changed", file=file) for file in run.changed_files()]
    problems += [_difference(column, words) for column in result.differing]
    for line in _agreement_lines(result, words):
        print(line)
    for what, columns in explained(result.left_out).items():
        print(words.text("cli-verify-left-out", what=words(what), columns=tuple(columns)))
    for problem in problems:
        print(words.text("cli-verify-differs", problem=problem))
    folder = str(run.path)
    if problems:
        print(words.text("cli-verify-different", folder=folder, count=len(problems)))
        return 1
    figures = sum(column.compared for column in result.columns)
    digits = min((column.digits for column in result.columns), default=0)
    print(words.text("cli-verify-independent", folder=folder, figures=figures, digits=digits))
    if result.left_out:
        print(words.text("cli-verify-left-step"))
    return 0


def _agreement_lines(result: Audit, words: Wording) -> list[str]:
    """One line a file: columns that agree, and to how many digits."""
    lines = []
    for table in dict.fromkeys(column.table for column in result.columns):
        columns = [c for c in result.columns if c.table == table and not c.differing]
        if columns:
            fewest = min(columns, key=lambda column: column.digits)
            counts = {
                "columns": len({column.column for column in columns}),
                "figures": sum(column.compared for column in columns),
                "digits": fewest.digits,
            }
            names = {"table": table, "fewest": fewest.column}
            lines.append(words.text("cli-verify-agrees", **counts, **names))
    return lines


def _difference(column: ColumnAgreement, words: Wording) -> str:
    """What differs, by how much at most, and where."""
    return words.text(
        "cli-verify-column",
        table=column.table,
        column=column.column,
        count=column.differing,
        figures=column.compared,
        row=column.row,
        stored=str(column.stored),
        computed=str(column.computed),
    )
