"""Print the counts of a checkout, or its walk: `python -m benchmarks.house ROOT`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.house.print_house import print_house
from benchmarks.house.print_walk import print_walk
from benchmarks.house.walk import record


def main() -> int:
    """Print the counts of a checkout, or its walk."""
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        description="count a checkout's rooms, arrows and climbs",
        usage="%(prog)s ROOT [--list] | ROOT --walk -- COMMAND ...",
    )
    parser.add_argument("root", type=Path)
    parser.add_argument("--list", action="store_true", help="list what is only counted otherwise")
    parser.add_argument("--walk", action="store_true", help="run a command and follow it")
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    given, words = sys.argv[1:], []
    if "--" in given:
        given, words = given[: given.index("--")], given[given.index("--") + 1 :]
    args = parser.parse_args(given)
    root = args.root.resolve()
    if not (root / "probe").is_dir():
        parser.error(f"{root} is no checkout: it has no folder probe")
    if args.record:
        record(root, words, args.record)
    elif args.walk:
        try:
            print_walk(root, words)
        except RuntimeError as error:
            parser.exit(1, f"{error}\n")
    else:
        print_house(root, args.list)
    return 0


if __name__ == "__main__":
    sys.exit(main())
