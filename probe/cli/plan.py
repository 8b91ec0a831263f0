"""`probe plan`: how many people and pictures a protocol needs."""

from __future__ import annotations

import argparse
from pathlib import Path


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

    from probe.protocol.finding import load_protocol
    from probe.statistics import plan

    protocol = load_protocol(args.protocol)
    takes = args.takes or protocol.takes
    sample = plan(args.fmr, args.width, takes, args.fnmr, args.correlation)
    conditions = len(protocol.conditions)
    pictures = sample.subjects * takes * conditions + sample.further_strangers * takes
    if args.json:
        print(json.dumps({**asdict(sample), "conditions": conditions, "pictures": pictures}))
    else:
        print(f"{protocol.title}: {conditions} conditions, {takes} takes")
        print(f"subjects            {sample.subjects:>6,}  in every condition")
        print(f"further strangers   {sample.further_strangers:>6,}  in the standard condition only")
        print(f"pictures            {pictures:>6,}")
        print(
            f"then FNMR around {args.fnmr:g} has a 95 % interval {sample.width:.3f} wide "
            f"(asked: {args.width:g}), and FMR {args.fmr:g} is resolved "
            f"({sample.people_for_fmr} people are enough for that)"
        )
        if protocol.photos and (place := protocol.photos.across):
            print(
                f"counted as if any two pictures were compared; across {place}s there are fewer "
                "comparisons of strangers, and it takes more people"
            )
    if args.sheet:
        from probe.reports.capture_sheet import write_sheet

        write_sheet(protocol, args.subjects or sample.subjects, takes, args.sheet)
        print(f"written {args.sheet}")
    return 0
