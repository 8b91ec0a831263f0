"""`$level`, `$series` and `$NAME` of a factor in the values of a protocol."""

from __future__ import annotations

import re
from collections.abc import Mapping

from probe.protocol.factor import Value, as_key

_PLACEHOLDER = re.compile(r"\$([A-Za-z_][A-Za-z0-9_-]*)")


def placeholders(value: Value) -> list[str]:
    """The names behind a `$` in a value."""
    return _PLACEHOLDER.findall(value) if isinstance(value, str) else []


def filled(value: Value, values: Mapping[str, Value]) -> Value:
    """A value with what its placeholders stand for; one that is nothing else keeps its type.

    Raises:
        KeyError: nothing is known of a name.
    """
    if not isinstance(value, str):
        return value
    whole = _PLACEHOLDER.fullmatch(value)
    if whole:
        return values[whole.group(1)]
    return _PLACEHOLDER.sub(lambda match: as_key(values[match.group(1)]), value)
