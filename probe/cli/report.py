"""`probe report`: the report of a finished run, made again."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe report`."""
    from probe.cli.arguments import add_options
    from probe.study.request import StudyRequest

    parser.add_argument("run", type=Path, help="a run directory")
    parser.add_argument(
        "--out", type=Path, metavar="PATH", help="a .html, .pdf or .json file, or a folder"
    )
    add_options(parser, StudyRequest, ("site",))
    parser.add_argument(
        "--language",
        default="en",
        help="of everything the report says; titles and levels follow where the protocol has them"
        " in it (default en, the only one so far)",
    )
    parser.add_argument(
        "--tables", type=Path, metavar="DIR", help="also export every table as CSV and LaTeX"
    )


def call(args: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    from probe.api import StudyRun
    from probe.cli.result_lines import result_line
    from probe.runs.reading import Run
    from probe.wording import wording_of

    words = wording_of()
    run = StudyRun(args.run)
    site = getattr(args, "site", None)
    for kind, path in run.report(args.out, language=args.language, site=site).items():
        print(result_line(kind, path))
    if args.tables is not None:
        from probe.reports import tables

        for path in tables.export(Run(args.run), args.tables):
            print(result_line(words.text("cli-report-table"), path))
    return 0
