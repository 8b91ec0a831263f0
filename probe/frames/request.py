"""Which people of frames are cut out: the options that `probe crop` and `probe match` share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.errors import UsageError
from probe.files.places import is_folder
from probe.frames.limits import Limits
from probe.options import MachineOptions, Option
from probe.wording import Message, refusal


@dataclass(frozen=True, kw_only=True)
class CroppingOptions(MachineOptions):
    """How frames are looked at, and which people in them get a crop."""

    every: Annotated[
        int, Option(Message("help-frames-every"), "N", within=(1, 1_000_000), decides="value")
    ] = 1
    fps: Annotated[
        float | None,
        Option(Message("help-frames-fps"),
               "NUMBER", between=(0, 1_000), decides="value"),
    ] = None  # fmt: skip
    least_score: Annotated[
        float, Option(Message("help-frames-least-score"), "0..1", within=(0, 1), decides="value")
    ] = 0.3
    least_height: Annotated[
        int,
        Option(Message("help-frames-least-height"), "PIXELS", within=(1, 100_000), decides="value"),
    ] = 48
    least_width: Annotated[
        int,
        Option(Message("help-frames-least-width"), "PIXELS", within=(1, 100_000), decides="value"),
    ] = 16
    least_sharpness: Annotated[
        float,
        Option(Message("help-frames-least-sharpness"),
               "NUMBER", within=(0, 1_000_000), decides="value"),
    ] = 0.0  # fmt: skip

    @property
    def limits(self) -> Limits:
        """What a person in a frame has to be."""
        sides = self.least_height, self.least_width
        return Limits(self.least_score, *sides, self.least_sharpness)


def check_fps(fps: float | None, cameras: Sequence[Path]) -> None:
    """Refuse `--fps` where it changes nothing.

    Raises:
        UsageError: none of the cameras is a folder.
    """
    if fps is not None and not any(map(is_folder, cameras)):
        raise refusal(
            UsageError,
            Message("frames-fps-of-folders"),
            place=cameras[0],
            hint=Message("frames-fps-leave-out"),
        )
