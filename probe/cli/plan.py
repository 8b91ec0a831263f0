"""`probe plan`: how many people and pictures a protocol needs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.protocol.model import Protocol
    from probe.statistics import Plan


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe plan`."""
    from probe.cli.arguments import add_json

    parser.add_argument("protocol", help="a protocol file or a shipped one by name")
    parser.add_argument("--fmr", type=float, default=0.01, help="false match rate (default 0.01)")
    parser.add_argument(
        "--width", type=float, default=0.2, help="width of the FNMR interval (default 0.2)"
    )
    parser.add_argument("--takes", type=int, help="pictures a person and condition")
    parser.add_argument(
        "--fnmr", type=float, default=0.1, help="expected false non-match rate (default 0.1)"
    )
    parser.add_argument(
        "--correlation",
        type=float,
        default=0.5,
        help="of failures of one person: 0 picture by picture, 1 all or nothing (default 0.5)",
    )
    parser.add_argument(
        "--subjects", type=int, metavar="N", help="people on the sheet (default: as planned)"
    )
    parser.add_argument("--sheet", type=Path, metavar="PDF", help="print a capture sheet")
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Print the numbers, and write the capture sheet."""
    import json
    from dataclasses import asdict

    from probe.errors import UsageError
    from probe.protocol.finding import load_protocol
    from probe.statistics import plan
    from probe.wording import wording_of

    for option in ("takes", "subjects"):
        count = getattr(args, option)
        if count is not None and count < 1:
            raise UsageError(f"--{option} {count}: at least 1 is needed")
    protocol = load_protocol(args.protocol)
    takes = args.takes or protocol.takes
    sample = plan(args.fmr, args.width, takes, args.fnmr, args.correlation)
    conditions = len(protocol.conditions)
    pictures = sample.subjects * takes * conditions + sample.further_strangers * takes
    if args.json:
        print(json.dumps({**asdict(sample), "conditions": conditions, "pictures": pictures}))
    else:
        for line in _lines(args, protocol, sample, takes, pictures):
            print(line)
    if args.sheet:
        from probe.reports.capture_sheet import write_sheet

        write_sheet(protocol, args.subjects or sample.subjects, takes, args.sheet)
        print(wording_of().text("cli-written", file=str(args.sheet)))
    return 0


def _lines(
    args: argparse.Namespace, protocol: Protocol, sample: Plan, takes: int, pictures: int
) -> list[str]:
    from probe.protocol.labels import text_value
    from probe.wording import wording_of

    words = wording_of()
    everywhere, standard = words.text("cli-plan-everywhere"), words.text("cli-plan-standard")
    counts = (
        (words.text("cli-plan-subjects"), sample.subjects, everywhere),
        (words.text("cli-plan-strangers"), sample.further_strangers, standard),
        (words.text("cli-plan-pictures"), pictures, ""),
    )
    title = text_value(protocol.title)
    conditions = len(protocol.conditions)
    lines = [words.text("cli-plan-protocol", title=title, conditions=conditions, takes=takes)]
    lines += [
        f"{name:<19} {words.numbers.count(count):>6}  {where}".rstrip()
        for name, count, where in counts
    ]
    rates = {"fnmr": args.fnmr, "width": sample.width, "asked": args.width, "fmr": args.fmr}
    lines.append(words.text("cli-plan-then", **rates, people=sample.people_for_fmr))
    if protocol.photos and (place := protocol.photos.across):
        lines.append(words.text("cli-plan-across", place=place))
    return lines
