"""JSON that comes from outside: one error for whatever is wrong with it."""

from __future__ import annotations

import json
from typing import Any


def parse_json(text: str | bytes) -> Any:
    """What a text of JSON holds.

    Raises:
        ValueError: it is none (a `json.JSONDecodeError` knows the line), is no UTF-8, or its lists
            lie so deep in each other that nobody wrote them.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("its lists lie too deep in each other") from None
