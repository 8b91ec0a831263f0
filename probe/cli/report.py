"""`probe report`: the report of a finished run, made again."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option
from probe.options.paths import check_new_folder, check_new_path
from probe.wording import Message


@dataclass(frozen=True)
class ReportRequest:
    """What `probe report` is asked for."""

    run: Annotated[Path, Option(Message("help-run-folder"))]
    out: Annotated[
        Path | None, Option(Message("help-report-out"), "PATH", check=check_new_path)
    ] = None
    site: Annotated[str | None, Option(Message("help-site"), "TEXT")] = None
    tables: Annotated[
        Path | None, Option(Message("help-report-tables"), "DIR", check=check_new_folder)
    ] = None
    force: Annotated[bool, Option(Message("help-report-force"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe report`."""
    from probe.cli.arguments import add_options

    add_options(parser, ReportRequest)


def call(args: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    from probe.api import StudyRun
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import result_line
    from probe.runs.reading import Run
    from probe.wording import wording_of

    words = wording_of()
    asked = request_from(ReportRequest, args)
    run = StudyRun(asked.run)
    files = run.report(asked.out, site=asked.site, force=asked.force)
    for kind, path in files.items():
        print(result_line(kind, path))
    if asked.tables is not None:
        from probe.reports import tables

        for path in tables.export(Run(asked.run), asked.tables, words.language):
            print(result_line(words.text("cli-report-table"), path))
    return 0
