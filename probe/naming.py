"""The nearest valid name, for messages that help with a typing error."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, valid: Iterable[str]) -> str:
    """`did you mean 'x'?`, or the list of valid names when none is near.

    Args:
        name: what was written.
        valid: the names that exist.
    """
    names = sorted({str(each) for each in valid})
    close = get_close_matches(name, names, n=1, cutoff=0.6) or get_close_matches(
        name.lower(), [each.lower() for each in names], n=1, cutoff=0.6
    )
    if close:
        written = next(each for each in names if each.lower() == close[0].lower())
        return f"did you mean {written!r}?"
    if not names:
        return "there are none to choose from"
    shown = ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")
    return f"valid names: {shown}"
