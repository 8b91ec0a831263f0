"""What `probe train` is asked for: the options of its command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option, as_tuple, check_options
from probe.options.machine import DEVICES, check_device
from probe.options.paths import check_folder, check_new_folder


@dataclass(frozen=True, kw_only=True)
class TrainingRequest:
    """What `probe train` is asked for."""

    recipe: Annotated[
        str | None,
        Option(
            "a file with a recipe or a matrix, or a shipped recipe by name; none: list those",
            positional=True, decides="content",
        ),
    ] = None  # fmt: skip
    data: Annotated[
        str | Sequence[str],
        Option("pictures to learn from, several together: market1501=DIR, table=FILE.csv, ...",
               "FORM=DIR", repeats=True, decides="content"),
    ] = ()  # fmt: skip
    target: Annotated[
        str | Sequence[str],
        Option("pictures of the domain to adapt to; who is on them is not looked at", "FORM=DIR",
               repeats=True, decides="content"),
    ] = ()  # fmt: skip
    styled: Annotated[
        str | Sequence[str],
        Option("styled copies of the target's pictures (`probe generate`); of several targets in "
               "their order",
               "DIR", repeats=True, decides="content", check=check_folder),
    ] = ()  # fmt: skip
    evaluate: Annotated[
        str | Sequence[str],
        Option("of a matrix: retrieval figures of every row on this data set, as `probe evaluate`",
               "FORM=DIR", repeats=True, decides="content"),
    ] = ()  # fmt: skip
    out: Annotated[
        str | Path | None,
        Option("folder of the training (default trainings/NAME)", "DIR", check=check_new_folder),
    ] = None
    resume: Annotated[bool, Option("go on with what is in --out")] = False
    settings: Annotated[
        str | Sequence[str],
        Option("change a value of the recipe, such as objective.m2=0.25", "NAME=VALUE",
               flag="--set", repeats=True, decides="value"),
    ] = ()  # fmt: skip
    device: Annotated[str, Option(", ".join(DEVICES), check=check_device)] = "auto"
    workers: Annotated[int, Option("processes that decode and augment", "N", least=0)] = 0
    threads: Annotated[
        int,
        Option("CPU threads of the network; 0 leaves it to torch", "N", least=0),
    ] = 0

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
