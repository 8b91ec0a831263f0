"""`probe generate`: people drawn in other poses, or pictures in the styles of cameras."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from probe.options import Option
from probe.options.paths import check_folder, check_folder_or_address, check_new_folder
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
        Sequence[str], Option(Message("help-generate-drawers"), "TRAINING", repeats=True)
    ]
    data: Annotated[str | None, Option(Message("help-generate-data"), "FORM=DIR")] = None
    run: Annotated[Path | None, Option(Message("help-generate-run"), "DIR", check=check_folder)] = (
        None
    )
    photos: Annotated[
        Path | None, Option(Message("help-generate-photos"), "DIR", check=check_folder_or_address)
    ] = None
    people: Annotated[int, Option(Message("help-generate-people"), "N", least=1)] = 8
    layout: Annotated[
        Literal["openpose18", "coco17", "body14"], Option(Message("help-generate-layout"))
    ] = "openpose18"
    statistics: Annotated[
        Literal["instance", "running"], Option(Message("help-generate-statistics"))
    ] = "instance"
    part: Annotated[Literal["train", "test"], Option(Message("help-generate-part"))] = "train"
    other_cameras: Annotated[bool, Option(Message("help-generate-other-cameras"))] = False
    judge: Annotated[str | None, Option(Message("help-generate-judge"), "NAME[=WEIGHTS]")] = None
    judged: Annotated[int, Option(Message("help-generate-judged"), "N", least=2)] = 200
    seed: Annotated[int, Option(Message("help-generate-seed"), "N", least=0)] = 0
    out: Annotated[Path, Option(Message("help-generate-out"), "DIR", check=check_new_folder)] = (
        Path("generated")
    )
    resume: Annotated[bool, Option(Message("help-generate-resume"))] = False


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
