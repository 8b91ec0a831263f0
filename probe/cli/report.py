"""`probe report`: the report of a finished run, made again."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe report`."""
    parser.add_argument("run", type=Path, help="a run directory")
    parser.add_argument(
        "--out", type=Path, metavar="PATH", help="a .html, .pdf or .json file, or a folder"
    )
    parser.add_argument(
        "--site",
        metavar="TEXT",
        help='recommend for a deployment: "distance=3..10 camera_height=2.3m orientation=any"; kept'
        " with the run",
    )
    parser.add_argument("--language", default="en", help="of titles and questions (default en)")
    parser.add_argument(
        "--tables", type=Path, metavar="DIR", help="also export every table as CSV and LaTeX"
    )


def call(args: argparse.Namespace) -> int:
    """Write the report and say where it is."""
    from probe.api import StudyRun

    run = StudyRun(args.run)
    for kind, path in run.report(args.out, language=args.language, site=args.site).items():
        print(f"{kind:<7} {path}")
    if args.tables is not None:
        from probe.reports import tables

        for path in tables.export(run, args.tables):
            print(f"table   {path}")
    return 0
