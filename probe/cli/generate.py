"""`probe generate`: people drawn in other poses, or pictures in the styles of cameras."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from probe.options import Option
from probe.options.paths import check_folder, check_new_folder
from probe.wording import Message, refusal

COMMANDS = {
    "poses": "probe.cli.generate_poses:draw_poses",
    "styles": "probe.cli.generate_styles:draw_styles",
}
"""What a generator says that it draws -> the function that is asked to draw with it."""


@dataclass(frozen=True, kw_only=True)
class DrawingRequest:
    """What `probe generate` is asked for."""

    drawers: Annotated[
        Sequence[str],
        Option("folder of a training, FOLDER@STAGE, or official files: ENCODER+GENERATOR of "
               "FD-GAN, the generator of StarGAN", "TRAINING", repeats=True),
    ]  # fmt: skip
    data: Annotated[
        str | None, Option("pictures; for poses with keypoints; table=FILE.csv", "FORM=DIR")
    ] = None
    run: Annotated[
        Path | None,
        Option(
            "a finished run instead: its people turned through its conditions, or drawn in the "
            "styles of cameras, kept in the run and shown in its report", "DIR",
            check=check_folder,
        ),
    ] = None  # fmt: skip
    photos: Annotated[
        Path | None,
        Option("the photographs of the run, keypoints/NAME.json below", "DIR", check=check_folder),
    ] = None
    people: Annotated[int, Option("how many; of styles: shown on the sheet", "N", least=1)] = 8
    layout: Annotated[Literal["openpose18", "coco17", "body14"], Option("of the keypoints")] = (
        "openpose18"
    )
    statistics: Annotated[
        Literal["instance", "running"],
        Option("of styles: what normalises, each picture's own statistics (the official code) or "
               "those that training averaged"),
    ] = "instance"  # fmt: skip
    part: Annotated[
        Literal["train", "test"], Option("of styles: the part of the data set that is drawn")
    ] = "train"
    other_cameras: Annotated[
        bool, Option("of styles: leave out that of a picture's own camera (official: all)")
    ] = False
    judge: Annotated[
        str | None,
        Option("a backbone: cosine of what is drawn with the true picture, or with its source",
               "NAME[=WEIGHTS]"),
    ] = None  # fmt: skip
    judged: Annotated[int, Option("of styles: sources that the judge sees", "N", least=2)] = 200
    seed: Annotated[int, Option("of people and noise", "N", least=0)] = 0
    out: Annotated[
        Path,
        Option("folder for the sheet, the figures, and the styled set", "DIR",
               check=check_new_folder),
    ] = Path("generated")  # fmt: skip
    resume: Annotated[bool, Option("of styles: go on with the styled set in --out")] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe generate`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, DrawingRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Draw what the generators say that they draw."""
    from probe.backbones.generators import generator_of
    from probe.cli.arguments import request_from

    asked = request_from(DrawingRequest, args)
    _check_where(asked)
    specs = [generator_of(given) for given in asked.drawers]
    _check_kinds([spec.draws for spec in specs])
    drawers = [spec.open(given) for spec, given in zip(specs, asked.drawers, strict=True)]
    module, _, function = COMMANDS[specs[0].draws].partition(":")
    code: int = getattr(importlib.import_module(module), function)(
        drawers, asked, as_json=args.json
    )
    return code


def _check_where(asked: DrawingRequest) -> None:
    from probe.errors import UsageError

    if (asked.data is None) == (asked.run is None):
        raise refusal(
            UsageError, Message("command-data-or-run"), hint=Message("command-data-or-run-step")
        )


def _check_kinds(kinds: Sequence[str]) -> None:
    from probe.errors import UsageError

    if len(set(kinds)) > 1:
        raise refusal(
            UsageError, Message("command-poses-and-styles"), hint=Message("command-two-commands")
        )
