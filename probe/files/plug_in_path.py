"""The path that a plug-in is named with: `NAME=PATH`, or NAME alone."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from probe.errors import ProbeError
from probe.wording import Message, refusal


class TakesPath(Protocol):
    """What a spec says of its path (see `probe.contracts.MaskerSpec`)."""

    @property
    def argument(self) -> str:
        """What the path is; empty where none is taken."""
        ...

    @property
    def optional(self) -> bool:
        """Whether it can be left out."""
        ...

    @property
    def hint(self) -> Message | str:
        """Where it comes from."""
        ...


def plug_in_path(
    name: str, written: str | None, spec: TakesPath, option: str, error: type[ProbeError]
) -> Path | None:
    """The path a plug-in was given; None where it was left out.

    Args:
        name: of the plug-in.
        written: behind the equals sign; None without one.
        spec: whether it takes a path, and must have one.
        option: of the command line, for the next step, such as `--mask`.
        error: what is raised.

    Raises:
        error: a path that is not taken, or that is missing.
    """
    path = None if written is None else Path(written)
    if path is not None and not spec.argument:
        raise refusal(
            error, Message("plug-in-no-file", {"name": name}), place=path, hint=f"{option} {name}"
        )
    if path is None and spec.argument and not spec.optional:
        raise refusal(
            error,
            Message("plug-in-needs", {"name": name, "what": spec.argument.lower()}),
            hint=spec.hint or f"{option} {name}={spec.argument}",
        )
    return path
