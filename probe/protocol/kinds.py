"""The kinds of factors: what their levels are, and what may be said of what lies between them.

A new kind is one entry here. Everything else asks a factor's scale for these properties, and knows
no kind by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from probe.files.misfit import UnfitError
from probe.wording import Message, nearest


@dataclass(frozen=True)
class Scale:
    """What the levels of a kind of factor are.

    Attributes:
        numeric: levels are numbers, so that ranges between them can be named.
        rises: levels rise in the order of the file, and the change along a factor has a direction.
        turn: after so much, in the factor's unit, it comes back to where it began; 0 for never.
    """

    numeric: bool = False
    rises: bool = False
    turn: float = 0.0


KINDS = {
    "nominal": Scale(),
    "ordered": Scale(numeric=True, rises=True),
    "circular": Scale(numeric=True, turn=360.0),  # orientation, in degrees
}
"""The scales by what a protocol writes under `kind`; without one a factor is `nominal`."""


def check_kind(kind: str) -> str:
    """The kind itself.

    Raises:
        ValueError: there is none of this name.
    """
    if kind not in KINDS:
        raise UnfitError(Message("protocol-no-kind", {"kind": repr(kind)}), nearest(kind, KINDS))
    return kind
