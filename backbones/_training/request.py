"""What `probe train` is asked for: the options of its command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option, as_tuple, check_options
from probe.options.machine import DEVICES, check_device
from probe.options.paths import check_folder, check_new_folder
from probe.wording import Message


@dataclass(frozen=True, kw_only=True)
class TrainingRequest:
    """What `probe train` is asked for."""

    recipe: Annotated[
        str | None, Option(Message("help-train-recipe"), positional=True, decides="content")
    ] = None
    data: Annotated[
        str | Sequence[str],
        Option(Message("help-train-data"), "FORM=DIR", repeats=True, decides="content"),
    ] = ()
    target: Annotated[
        str | Sequence[str],
        Option(Message("help-train-target"), "FORM=DIR", repeats=True, decides="content"),
    ] = ()
    styled: Annotated[
        str | Sequence[str],
        Option(
            Message("help-train-styled"), "DIR", repeats=True, decides="content", check=check_folder
        ),
    ] = ()
    evaluate: Annotated[
        str | Sequence[str],
        Option(Message("help-train-evaluate"), "FORM=DIR", repeats=True, decides="content"),
    ] = ()
    out: Annotated[
        str | Path | None, Option(Message("help-train-out"), "DIR", check=check_new_folder)
    ] = None
    resume: Annotated[bool, Option(Message("help-train-resume"))] = False
    settings: Annotated[
        str | Sequence[str],
        Option(
            Message("help-train-set"), "NAME=VALUE", flag="--set", repeats=True, decides="value"
        ),
    ] = ()
    device: Annotated[
        str, Option(Message("help-device", {"devices": DEVICES}), check=check_device)
    ] = "auto"
    workers: Annotated[int, Option(Message("help-train-workers"), "N", least=0)] = 0
    threads: Annotated[int, Option(Message("help-train-threads"), "N", least=0)] = 0

    @property
    def sources(self) -> tuple[str, ...]:
        """The data sets that are learnt from."""
        return as_tuple(self.data)

    @property
    def targets(self) -> tuple[str, ...]:
        """The data sets that are adapted to."""
        return as_tuple(self.target)

    @property
    def styled_sets(self) -> tuple[str, ...]:
        """The folders of styled copies."""
        return as_tuple(self.styled)

    @property
    def evaluated(self) -> tuple[str, ...]:
        """The data sets that rows of a matrix are evaluated on."""
        return as_tuple(self.evaluate)

    def check(self) -> None:
        """Refuse options that are not possible.

        Raises:
            UsageError: says which, and what to write instead.
        """
        check_options(self)
