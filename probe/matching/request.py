"""What matching cameras is asked for: the options of `probe match`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Annotated

from probe.contracts import Fit
from probe.errors import UsageError
from probe.frames.request import CroppingOptions
from probe.options import ClusterOptions, Option, as_tuple, check_options
from probe.options.paths import check_folder, check_new_folder
from probe.wording import Message, refusal

DETECTOR = "detector"
"""`--mask detector`: the masks that the detector gave with its boxes."""


@dataclass(frozen=True)
class MatchRequest(CroppingOptions, ClusterOptions):
    """What `probe match` is asked for: fields as they were given."""

    cameras: Annotated[
        Sequence[Path], Option(Message("help-match-cameras"), repeats=True, decides="content")
    ]
    out: Annotated[
        Path, Option(Message("help-match-out"), "DIR", flag="--out", check=check_new_folder)
    ]
    backbones: Annotated[
        str | Sequence[str],
        Option(
            Message("help-match-backbone"),
            "NAME[=WEIGHTS]",
            flag="--backbone",
            repeats=True,
            decides="content",
        ),
    ]
    _: KW_ONLY
    detector: Annotated[
        str, Option(Message("help-match-detector"), "NAME[=FILE]", decides="content")
    ] = ""
    mask: Annotated[
        str,
        Option(
            Message("help-match-mask", {"detector": DETECTOR}), "NAME[=WEIGHTS]", decides="content"
        ),
    ] = ""
    run: Annotated[
        Path | None, Option(Message("help-match-run"), "RUN", check=check_folder, decides="content")
    ] = None
    fit: Annotated[Fit | None, Option(Message("help-match-fit"), decides="value")] = None
    pictures: Annotated[
        int,
        Option(Message("help-match-pictures"), "N", within=(1, 1_000),
               decides="value"),
    ] = 8  # fmt: skip
    ranks: Annotated[
        int, Option(Message("help-match-ranks"), "N", within=(1, 1_000), decides="value")
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
        self.check_for_cluster()
        if len(self.cameras) < 2:
            raise refusal(
                UsageError, Message("matching-one-camera"), hint=Message("matching-one-camera-step")
            )
        places = [path.resolve() for path in self.cameras]
        for place, given in zip(places, self.cameras, strict=True):
            if places.count(place) > 1:
                raise refusal(UsageError, Message("matching-camera-twice"), place=given)
