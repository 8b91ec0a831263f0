"""JSON that comes from outside: one error for whatever is wrong with it."""

from __future__ import annotations

import json
from typing import Any

from probe.wording import wording_of


def parse_json(text: str | bytes) -> Any:
    """What a text of JSON holds.

    Raises:
        ValueError: it is none (a `json.JSONDecodeError` knows the line), is no UTF-8, or its lists
            lie so deep in each other that nobody wrote them.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError(wording_of().text("json-too-deep")) from None
