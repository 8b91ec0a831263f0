"""Numbers and names as they are printed: one rule for every page, table and sentence.

Python's `.2f`, JavaScript's `toFixed` and typst's `round` treat ties differently; every figure of
a report is therefore turned into text here, once, and only copied afterwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

NONE = "–"
"""Stands where there is no figure."""

GAP = "\u00a0"
"""No-break space between a number and its unit."""

_TINY = 1e-9


def hundredths(x: float) -> int:
    """`x` in hundredths, ties away from zero (binary fractions just below a tie count as it)."""
    n = int(abs(x) * 100 + 0.5 + _TINY)
    return -n if x < 0 else n


def unit(x: float | None) -> str:
    """`.87`, `1.00`, `−.04`: two decimals and no leading zero; `–` for no figure."""
    if x is None or not math.isfinite(x):
        return NONE
    n = hundredths(x)
    text = f"{abs(n) // 100}.{abs(n) % 100:02d}"
    return ("−" if n < 0 else "") + text.removeprefix("0")


def decimal(x: float | None, places: int = 1) -> str:
    """`−2.3`: a number with a true minus sign; `–` for no figure."""
    if x is None or not math.isfinite(x):
        return NONE
    n = int(abs(x) * 10**places + 0.5 + _TINY)
    text = f"{n // 10**places}.{n % 10**places:0{places}d}"
    return ("−" if x < 0 and n else "") + text


def signed(x: float, places: int = 2) -> str:
    """`+0.98`, `−0.31`: a number whose sign matters."""
    return ("+" if x > 0 else "") + decimal(x, places)


def percent(x: float | None) -> str:
    """`37 %` with a no-break space; never rounded to 0 or 100 unless it is exactly that."""
    if x is None or not math.isfinite(x):
        return NONE
    if 0 < x < 0.005:
        return f"<{GAP}1{GAP}%"
    if 0.995 <= x < 1:
        return f">{GAP}99{GAP}%"
    return f"{hundredths(x)}{GAP}%"


def rate(x: float) -> str:
    """An asked error rate, `1 %` or `0.1 %`, with as many digits as it has."""
    return f"{100 * x:.10g}{GAP}%"


def count(n: int) -> str:
    """`1,236`."""
    return f"{n:,}"


def span(low: str, high: str) -> str:
    """`.81 to .93`, from two printed figures."""
    return f"{low} to{GAP}{high}"


def units(values: Iterable[float]) -> str:
    """`.59`, or `.59 to .62`: the lowest and the highest, once where they print alike."""
    return _between([unit(value) for value in sorted(values)])


def percents(values: Iterable[float]) -> str:
    """`97 %`, or `97 to 99 %`: the lowest and the highest, once where they print alike."""
    told = [percent(value) for value in sorted(values)]
    sign = f"{GAP}%"
    return _between([told[0].removesuffix(sign) if told[0] != told[-1] else told[0], told[-1]])


def _between(told: Sequence[str]) -> str:
    return told[0] if told[0] == told[-1] else span(told[0], told[-1])


def listed(items: Iterable[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    told = list(items)
    return told[0] if len(told) == 1 else ", ".join(told[:-1]) + f" {word} {told[-1]}"


def amount(n: int, one: str, many: str | None = None) -> str:
    """`1 person`, `8 people`: a count with its noun."""
    return f"{count(n)} {one if n == 1 else many or one + 's'}"


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Shown names of backbones: the part after the architecture when all share one.

    `osnet_x0_25.msmt17` and `osnet_x0_25.market1501` are shown as `msmt17` and `market1501`.
    """
    heads = {name.partition(".")[0] for name in names}
    tails = [name.partition(".")[2] for name in names]
    if len(names) > 1 and len(heads) == 1 and all(tails) and len(set(tails)) == len(names):
        return dict(zip(names, tails, strict=True))
    return {name: name for name in names}
