"""What matching cameras is asked for: the options of `probe match`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Annotated

from probe.contracts import Fit
from probe.errors import UsageError
from probe.frames.request import CroppingOptions
from probe.options import Option, as_tuple, check_options
from probe.options.paths import check_folder, check_new_folder
from probe.wording import Message, refusal

DETECTOR = "detector"
"""`--mask detector`: the masks that the detector gave with its boxes."""


@dataclass(frozen=True)
class MatchRequest(CroppingOptions):
    """What `probe match` is asked for: fields as they were given."""

    cameras: Annotated[
        Sequence[Path],
        Option("two cameras or more: videos, folders of frames, folders that probe crop wrote",
               repeats=True, decides="content"),
    ]  # fmt: skip
    out: Annotated[
        Path,
        Option("folder of crops, matches.json and matches.html; one that was begun is gone on with",
               "DIR", flag="--out", check=check_new_folder),
    ]  # fmt: skip
    backbones: Annotated[
        str | Sequence[str],
        Option("what to compare people by, as in `probe run`", "NAME[=WEIGHTS]",
               flag="--backbone", repeats=True, decides="content"),
    ]  # fmt: skip
    _: KW_ONLY
    detector: Annotated[
        str,
        Option("who finds people, as in `probe crop`; not needed where all is cut out already",
               "NAME[=FILE]", decides="content"),
    ] = ""  # fmt: skip
    mask: Annotated[
        str,
        Option(
            f"fill the background: {DETECTOR} (the detector's own masks), or as in `probe run`",
            "NAME[=WEIGHTS]", decides="content",
        ),
    ] = ""  # fmt: skip
    run: Annotated[
        Path | None,
        Option("a run of the same models, whose thresholds say what a score means",
               "RUN", check=check_folder, decides="content"),
    ] = None  # fmt: skip
    fit: Annotated[
        Fit | None,
        Option("how crops come to the input size (default: as the run has it, where one is named; "
               "else as each model was trained)",
               decides="value"),
    ] = None  # fmt: skip
    pictures: Annotated[
        int,
        Option("crops of a walk that are compared, evenly spread", "N", within=(1, 1_000),
               decides="value"),
    ] = 8  # fmt: skip
    ranks: Annotated[
        int, Option("walks that are kept of each query", "N", within=(1, 1_000), decides="value")
    ] = 10

    @property
    def backbone_names(self) -> tuple[str, ...]:
        """The models asked for, as `probe.embedding.registry` reads them."""
        return as_tuple(self.backbones)

    def check(self) -> None:
        """Refuse options that are not possible.

        Raises:
            UsageError: says which, and what to write instead.
        """
        check_options(self)
        if len(self.cameras) < 2:
            raise refusal(
                UsageError, Message("matching-one-camera"), hint=Message("matching-one-camera-step")
            )
        places = [path.resolve() for path in self.cameras]
        for place, given in zip(places, self.cameras, strict=True):
            if places.count(place) > 1:
                raise refusal(UsageError, Message("matching-camera-twice"), place=given)
