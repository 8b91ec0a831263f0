"""Paths that stand in data (a protocol, a manifest, an ONNX file): they stay below their folder.

The one rule for all of them: data comes from anybody, and must not choose which files of this
machine are opened, quoted or deleted. What a user writes on the command line is another matter.
"""

from __future__ import annotations

import re
from pathlib import Path

from probe.errors import ProbeError
from probe.wording import Message, refusal

_STEPS = re.compile(r"[/\\]")


def stays_below(given: str) -> bool:
    """Whether a path as written names something below its folder: no root, drive, `..`, zero."""
    parts = _STEPS.split(given)
    named = bool(given) and "\0" not in given
    return named and parts[0] != "" and ":" not in parts[0] and ".." not in parts


def path_in_data(folder: Path, given: str, error: type[ProbeError], place: object) -> Path:
    """The file that a path in data means.

    Args:
        folder: that it is below.
        given: the path as written.
        error: raised where it leads out.
        place: where it is written, for the message.

    Raises:
        ProbeError: of the kind given: it leads out of the folder, by itself or over a link.
    """
    path = folder / given
    if not stays_below(given) or not path.resolve().is_relative_to(folder.resolve()):
        raise refusal(
            error,
            Message("path-leads-out", {"given": repr(given), "folder": str(folder)}),
            place=place,
            hint=Message("path-leads-out-step"),
        )
    return path
