"""Columns of figures as compact JSON: typed arrays that a page or a program unpacks."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

import numpy as np

from probe.reports.section import Json

SHORT = 1 << 16
"""Distinct texts up to which the place of each takes two bytes, and then four."""


def coded(texts: Sequence[str]) -> Mapping[str, Json]:
    """Texts of which many are equal: `texts`, each once, and which one stands where.

    Returns:
        `texts`; `codes`, base64 of unsigned integers, little-endian, of `bytes` bytes each.
    """
    places: dict[str, int] = {}
    codes = [places.setdefault(text, len(places)) for text in texts]
    size = 2 if len(places) <= SHORT else 4
    return {"texts": list(places), "bytes": size, "codes": _base64(codes, f"<u{size}")}


def steps(values: Sequence[int]) -> str:
    """Colour steps -1..50 as base64 of one byte each, 0 for none."""
    return _base64([value + 1 for value in values], "u1")


def _base64(values: Sequence[int], kind: str) -> str:
    return base64.b64encode(np.array(values, kind).tobytes()).decode("ascii")
