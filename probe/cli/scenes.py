"""`probe scenes`: render a data set of people, with masks and keypoints beside it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from probe.options import MachineOptions, Option
from probe.options.paths import check_new_folder
from probe.wording import Message

OPTIONS = (
    "out", "people", "cameras", "layout", "domain", "video", "same_outfit", "seed",
    "first_identity", "any_size", "workers",
)  # fmt: skip


@dataclass(frozen=True)
class DataSetRequest(MachineOptions):
    """What `probe scenes` is asked for: `OPTIONS`, and of what it inherits no other."""

    out: Annotated[Path, Option(Message("help-scenes-out"), check=check_new_folder)]
    people: Annotated[int, Option(Message("help-scenes-people"), "N", within=(2, 1_000_000))] = 100
    cameras: Annotated[int, Option(Message("help-scenes-cameras"), "N", within=(1, 99))] = 6
    layout: Annotated[Literal["market1501", "tracks"], Option(Message("help-scenes-layout"))] = (
        "market1501"
    )
    domain: Annotated[Literal["A", "B", "AB"], Option(Message("help-scenes-domain"))] = "A"
    video: Annotated[bool, Option(Message("help-scenes-video"))] = False
    same_outfit: Annotated[bool, Option(Message("help-scenes-same-outfit"))] = False
    seed: Annotated[int, Option(Message("help-scenes-seed"), "N", within=(0, 2**31 - 1))] = 0
    first_identity: Annotated[
        int, Option(Message("help-scenes-first-identity"), "N", within=(0, 2**30))
    ] = 0
    any_size: Annotated[bool, Option(Message("help-scenes-any-size"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe scenes`."""
    from probe.cli.arguments import add_options

    add_options(parser, DataSetRequest, OPTIONS)


def call(args: argparse.Namespace) -> int:
    """Render what is missing and say what is there."""
    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.scenes import DatasetPlan, write_data_set
    from probe.wording import wording_of

    words = wording_of()
    asked = request_from(DataSetRequest, args)
    plan = DatasetPlan(
        asked.people,
        asked.cameras,
        asked.layout,
        asked.domain,
        asked.video,
        asked.seed,
        asked.same_outfit,
        asked.first_identity,
    )
    if not asked.any_size:
        plan.check_size()
    console = Console()
    cost = {"count": plan.count, "megabytes": plan.megabytes}
    console.step(Message("progress-data-set", cost))
    progress = console.progress(Message("progress-rendering"), "pictures")
    summary = write_data_set(asked.out, plan, workers=asked.workers, progress=progress)
    for folder, count in summary.pictures.items():
        print(f"{words.text('cli-scenes-pictures', count=count):>17}  {asked.out / folder}")
    counts = {"people": summary.people, "cameras": summary.cameras, "kept": summary.kept}
    print(words.text("cli-scenes-summary", **counts))
    return 0
