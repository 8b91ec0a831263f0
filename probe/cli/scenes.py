"""`probe scenes`: render a data set of people, with masks and keypoints beside it."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe scenes`."""
    from probe.cli.arguments import add_options
    from probe.options import MachineOptions

    parser.add_argument("out", type=Path, help="the folder; what is there already is kept")
    parser.add_argument("--people", type=int, default=100, help="identities (default 100)")
    parser.add_argument("--cameras", type=int, default=6, help="cameras (default 6)")
    parser.add_argument(
        "--layout",
        default="market1501",
        choices=["market1501", "tracks"],
        help="Market-1501's folders and file names, or single-camera tracks, one id a track",
    )
    parser.add_argument("--domain", default="A", choices=["A", "B", "AB"], help="light and sensor")
    parser.add_argument("--video", action="store_true", help="short walking sequences")
    parser.add_argument("--same-outfit", action="store_true", help="everybody dressed alike")
    parser.add_argument("--seed", type=int, default=0, help="another data set (default 0)")
    parser.add_argument(
        "--first-identity", type=int, default=0, metavar="N", help="number of the first person"
    )
    add_options(parser, MachineOptions, ("workers",))


def call(args: argparse.Namespace) -> int:
    """Render what is missing and say what is there."""
    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.options import MachineOptions
    from probe.scenes import DatasetPlan, write_data_set
    from probe.wording import Message, wording_of

    words = wording_of()
    plan = DatasetPlan(
        args.people,
        args.cameras,
        args.layout,
        args.domain,
        args.video,
        args.seed,
        args.same_outfit,
        args.first_identity,
    )
    progress = Console().progress(Message("progress-rendering"), "pictures")
    workers = request_from(MachineOptions, args).workers
    summary = write_data_set(args.out, plan, workers=workers, progress=progress)
    for folder, count in summary.pictures.items():
        print(f"{words.text('cli-scenes-pictures', count=count):>17}  {args.out / folder}")
    counts = {"people": summary.people, "cameras": summary.cameras, "kept": summary.kept}
    print(words.text("cli-scenes-summary", **counts))
    return 0
