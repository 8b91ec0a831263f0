"""How a command prints its results: a short label, then what it is about."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe.embedding.failure import ModelFailure
    from probe.runs.manifest import FailedBackbone

LABEL_WIDTH = 7
"""Columns that a label takes, so that what follows stands one below the other (ours)."""


FAILED_MODELS = 1
"""Exit code of a command that a model could not finish; the others have their figures."""


def failure_lines(failures: Iterable[ModelFailure | FailedBackbone]) -> list[str]:
    """Models that could not finish, each with its reason and the next step."""
    from probe.wording import wording_of

    words = wording_of()
    lines = []
    for one in failures:
        lines.append(words.text("note-failed-model", model=one.name, reason=one.reason))
        lines += [result_line(words.text("cli-next"), one.hint)] if one.hint else []
    return lines


def result_line(label: str, text: object) -> str:
    """A line such as `run     runs/turn/20260131T120000Z-1a2b`."""
    from probe.wording.columns import left

    return f"{left(label, LABEL_WIDTH)} {text}"


def typed(given: object) -> str:
    """A path or a name as it is typed in a command: in quotes where a shell would part it."""
    return shlex.quote(str(given))
