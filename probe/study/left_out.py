"""What an independent computation leaves out, in words: what it is, and why."""

from __future__ import annotations

from collections.abc import Sequence

from probe.runs.paths import DIFFERENCES, EXAMINATION, INTERACTIONS, LEANINGS
from probe.wording import Message

ADJUSTED = Message("verify-left-adjusted")
CHANCES = Message("verify-left-chances")
SURVEYS = Message("verify-left-surveys")
CROSSED = Message("verify-left-crossed")
FURTHER = Message("verify-left-further")

WHAT = {
    f"{LEANINGS}: p_adjusted": ADJUSTED,
    f"{DIFFERENCES}: p_adjusted": ADJUSTED,
    f"{DIFFERENCES}: differs": ADJUSTED,
    f"{EXAMINATION}: concentration: misses_p": CHANCES,
    f"{EXAMINATION}: concentration: matches_p": CHANCES,
    f"{EXAMINATION}: flow: least": SURVEYS,
    f"{EXAMINATION}: flow: most": SURVEYS,
    INTERACTIONS: CROSSED,
}
"""A column that is left out -> what it holds."""


def explained(left_out: Sequence[str]) -> dict[Message, list[str]]:
    """What was left out -> its columns, in their order.

    Args:
        left_out: columns, as `Audit.left_out` has them.
    """
    groups: dict[Message, list[str]] = {}
    for column in left_out:
        groups.setdefault(WHAT.get(column, FURTHER), []).append(column)
    return groups
