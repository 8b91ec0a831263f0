"""How numbers are printed: one rule for every page, table, sentence and exported file.

Python's `.2f`, JavaScript's `toFixed` and typst's `round` treat ties differently; every figure of
a report is therefore turned into text here, once, and only copied afterwards.

An end that says something of its own is printed only where it is reached: `100 %` and `0 %` of
shares, `1.00` of cosines, `1.000` and `.000` of AUC and p, 0 where an interval of a change ends.
What would round to it is `> 99 %`, `>.99`, `<.001`, `<+.01`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

NONE = "–"
"""Stands where there is no figure."""

GAP = "\u00a0"
"""No-break space between a number and its unit."""

_TINY = 1e-9
"""Counted into the tie: 0.145 is a binary fraction just below 14.5 hundredths (ours)."""

_SINGLE = 1e-6
"""By less than this the cosine of a vector with itself misses 1 in single precision (ours)."""


def rounded(x: float, places: int) -> int:
    """`x` in units of the last of so many decimals: the one rounding rule.

    Ties go away from zero, as one rounds on paper; what lies within 1e-9 of a tie counts as it, so
    that 29/200 is 15 hundredths and a change by it, too.
    """
    n = int(abs(x) * 10**places + 0.5 + _TINY)
    return -n if x < 0 else n


def to_places(x: float, places: int) -> float:
    """`x` to so many decimals, by `rounded`; a negative number of them rounds to tens, hundreds."""
    unit: float = 10.0**-places
    return rounded(x / unit, 0) * unit if places < 0 else rounded(x, places) / 10**places


def hundredths(x: float) -> int:
    """`x` in hundredths (see `rounded`): what two decimals and whole percents show."""
    return rounded(x, 2)


@dataclass(frozen=True)
class Numbers:
    """Numbers of a language; the defaults are English and hold where a language says nothing else.

    A language says otherwise by messages named after the fields: `number-point = ,`.

    Attributes:
        point: between the whole and the decimals.
        group: between thousands.
        minus, plus: signs.
        percent_sign: behind a percentage, with the space before it.
        leading_zero: `0`, where `.87` is written `0.87`.
    """

    point: str = "."
    group: str = ","
    minus: str = "−"
    plus: str = "+"
    percent_sign: str = f"{GAP}%"
    leading_zero: str = ""

    def decimal(self, x: float | None, places: int = 1) -> str:
        """`−2.3`: a number with a true minus sign; `–` for no figure."""
        if x is None or not math.isfinite(x):
            return NONE
        n = rounded(x, places)
        whole, part = divmod(abs(n), 10**places)
        text = f"{whole}{self.point}{part:0{places}d}" if places else str(whole)
        return (self.minus if n < 0 else "") + text

    def unit(self, x: float | None, places: int = 2) -> str:
        """`.87`, `1.00`, `−.04`: a figure of about 0..1, without its leading zero.

        `>.99` for what would round to 1, and `<−.99` to −1, but for the noise of single precision.
        """
        return self._short_of_one(x, places, _SINGLE) or self._without_zero(x, places)

    def proportion(self, x: float | None, places: int = 3) -> str:
        """`.993`, `>.999`, `<.001`: a figure whose 0 and 1 say something of their own: AUC, p."""
        if x is not None and abs(x) > _TINY and self._rounds_to(x, 0, places):
            least = self._without_zero(math.copysign(10**-places, x), places)
            return f"<{least}" if x > 0 else f">{least}"
        return self._short_of_one(x, places, _TINY) or self._without_zero(x, places)

    def signed(self, x: float | None, places: int = 2) -> str:
        """`+0.98`, `−0.31`: a number whose sign matters."""
        return (self.plus if x is not None and x > 0 else "") + self.decimal(x, places)

    def signed_unit(self, x: float | None, places: int = 2) -> str:
        """`+.87`, `−.04`, `.00`: a change of a figure of about 0..1."""
        return self._signed_where_it_shows(x, self.unit(x, places))

    def signed_end(self, x: float | None, places: int = 2) -> str:
        """`+.87`, `<+.01`, `>−.01`: an end of an interval of a change: one sees if it holds 0."""
        least = self._without_zero(10**-places, places)
        return self._beside_zero(x, places, least) or self.signed_unit(x, places)

    def percent(self, x: float | None) -> str:
        """`37 %` with a no-break space; never rounded to 0 or 100 unless it is exactly that."""
        return self.share(x, 0)

    def points(self, x: float | None, places: int = 0) -> str:
        """`15`, `−4`, `< 1`: a percentage without its sign; `< 0.1`, `> 99.9` with a decimal."""
        if x is None or not math.isfinite(x):
            return NONE
        size = abs(x)
        if size > 0 and self._rounds_to(size, 0, places + 2):
            text = f"<{GAP}{self.decimal(10**-places, places)}"
        elif size < 1 and self._rounds_to(size, 1, places + 2):
            text = f">{GAP}{self.decimal(100 - 10**-places, places)}"
        else:
            text = self.decimal(rounded(size, places + 2) / 10**places, places)
        return f"{self.minus}{text}" if x < 0 else text

    def signed_points(self, x: float | None) -> str:
        """`+15`, `−4`, `0`, `> +99`: a change of a percentage, in whole points."""
        if x is None or not math.isfinite(x):
            return NONE
        if abs(x) < 1 and self._rounds_to(x, 1, 2):
            return f">{GAP}{self.plus}99" if x > 0 else f"<{GAP}{self.minus}99"
        return self._signed_where_it_shows(x, self.decimal(hundredths(x), 0))

    def signed_points_end(self, x: float | None) -> str:
        """`+15`, `< +1`, `> −1`: the same of a change of a percentage, in whole points."""
        return self._beside_zero(x, 2, "1", GAP) or self.signed_points(x)

    def rate(self, x: float | None) -> str:
        """An asked error rate, `1 %` or `0.1 %`, with as many digits as it has."""
        return NONE if x is None else f"{self._all_digits(100 * x)}{self.percent_sign}"

    def count(self, n: float | None) -> str:
        """`1,236`."""
        return NONE if n is None else f"{int(n):,}".replace(",", self.group)

    def plain(self, x: float | None) -> str:
        """`0.05`, `10`: a number with as many digits as it has."""
        return NONE if x is None else self._all_digits(x)

    def share(self, x: float | None, places: int = 1) -> str:
        """`1.25 %`: a percentage with decimals, where whole percents hide what matters."""
        text = self.points(x, places)
        return text if text == NONE else f"{text}{self.percent_sign}"

    def significant(self, x: float | None, digits: int = 3) -> str:
        """`12.5`, `0.00123`: so many digits that count, for figures of any size."""
        return NONE if x is None else self._signs(f"{x:.{digits}g}")

    def scientific(self, x: float | None) -> str:
        """`1.2e-05`: a size of which only the order matters."""
        return NONE if x is None else f"{x:.1e}".replace(".", self.point)

    def _short_of_one(self, x: float | None, places: int, noise: float) -> str:
        """`>.99` of what would round to 1 and is not; empty for anything else."""
        if x is None or abs(x) >= 1 - noise or not self._rounds_to(x, 1, places):
            return ""
        most = self._without_zero(math.copysign(1 - 10**-places, x), places)
        return f">{most}" if x > 0 else f"<{most}"

    def _without_zero(self, x: float | None, places: int) -> str:
        text = self.decimal(x, places)
        sign = self.minus if text.startswith(self.minus) else ""
        size = text.removeprefix(sign)
        if size.startswith(f"0{self.point}"):
            return f"{sign}{self.leading_zero}{size[1:]}"
        return text

    def _rounds_to(self, x: float, end: int, places: int) -> bool:
        """Whether the size of a figure rounds to 0 or to 1."""
        return math.isfinite(x) and rounded(abs(x), places) == end * 10**places

    def _beside_zero(self, x: float | None, places: int, least: str, gap: str = "") -> str:
        """`<+.01` of what would round to 0 and is not; empty for anything else."""
        if x is None or abs(x) <= _TINY or not self._rounds_to(x, 0, places):
            return ""
        return f"<{gap}{self.plus}{least}" if x > 0 else f">{gap}{self.minus}{least}"

    def _all_digits(self, x: float) -> str:
        return self._signs(f"{x:.10g}")

    def _signs(self, text: str) -> str:
        return text.replace("-", self.minus).replace(".", self.point)

    def _signed_where_it_shows(self, x: float | None, text: str) -> str:
        shows = any(c not in f"0{self.point}" for c in text)
        if x is None or x <= 0 or not shows:
            return text
        return f">{self.plus}{text[1:]}" if text.startswith(">") else f"{self.plus}{text}"
