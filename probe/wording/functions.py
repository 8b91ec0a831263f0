"""What sentences call to print their values: `{ PERCENT($rate) }`, `{ LIST($models) }`.

| function | prints |
|---|---|
| UNIT(x), places: 2 | `.87`; `>.99` of .998 |
| PROPORTION(x), places: 3 | `.870`; `<.001` and `>.999`: AUC, p |
| SIGNED(x), places: 2 | `+0.98` |
| DECIMAL(x), places: 1 | `-2.3` with a true minus sign |
| PERCENT(x) | `37 %` of 0.37 |
| POINTS(x) | `15`, hundredths without a sign or unit |
| SIGNEDUNIT(x), places: 2 | `+.15`, `.00` |
| SIGNEDEND(x), places: 2 | `+.15`, `<+.01`: an end of an interval |
| SIGNEDPOINTS(x) | `+15`, hundredths that were added |
| RATE(x) | `0.1 %`, an asked rate with the digits it has |
| COUNT(n) | `1,236` |
| SHARE(x), places: 1 | `1.3 %`: a percentage with decimals |
| SIGNIFICANT(x), digits: 3 | `12.5`, `0.00123` |
| SCIENTIFIC(x) | `1.2e-05` |
| PLAIN(x) | `0.05`, `10`: a number as it was given |
| UNITS(list), PERCENTS(list) | `.59 to .62`: the lowest and the highest |
| LIST(list), LIST(list, word: "or") | `a, b and c` |
| APART(a, "和", b) | `a 和 b`, `甲和乙`: texts with a blank wherever Latin meets Chinese |
| JOIN(list), JOIN(list, with: "; ") | the parts with a space (or this) between them |
| LOWERED(text), CAPITAL(text) | the first letter small, or large; abbreviations and names stay |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from probe.wording.numbers import Numbers


class Missing:
    """Stands for a figure that is not known."""


Join = Callable[[str, str, str], str]
"""Id of a joining message, the text so far, the next: the text with both."""


def functions(numbers: Numbers, join: Join) -> dict[str, Callable[..., Any]]:
    """The functions that sentences of a language may call.

    Args:
        numbers: how the language prints numbers.
        join: renders the messages that join two texts (`list-and`, `range`, ...).
    """

    def between(texts: Sequence[str]) -> str:
        first, last = texts[0], texts[-1]
        return first if first == last else join("range", first, last)

    def listed(items: Sequence[str], word: str = "and") -> str:
        if not items:
            raise ValueError("a list without parts")
        text = str(items[0])
        for item in items[1:-1]:
            text = join("list-comma", text, str(item))
        return join(f"list-{word}", text, str(items[-1])) if len(items) > 1 else text

    def percents(values: Sequence[float]) -> str:
        low, high = (numbers.percent(end) for end in _ends(values))
        return between([low.removesuffix(numbers.percent_sign) if low != high else low, high])

    printers: Mapping[str, Callable[..., str]] = {
        "UNIT": numbers.unit,
        "PROPORTION": numbers.proportion,
        "SIGNED": numbers.signed,
        "SIGNEDUNIT": numbers.signed_unit,
        "SIGNEDEND": numbers.signed_end,
        "DECIMAL": numbers.decimal,
        "PERCENT": numbers.percent,
        "POINTS": numbers.points,
        "SIGNEDPOINTS": numbers.signed_points,
        "RATE": numbers.rate,
        "COUNT": numbers.count,
        "PLAIN": numbers.plain,
    }
    # Runs that were made before these functions hold their figures as texts.
    once_texts: Mapping[str, Callable[..., str]] = {
        "SHARE": numbers.share,
        "SIGNIFICANT": numbers.significant,
        "SCIENTIFIC": numbers.scientific,
    }
    return {
        **{name: _printer(printer) for name, printer in printers.items()},
        **{name: _printer(printer, texts=True) for name, printer in once_texts.items()},
        "UNITS": lambda values: between([numbers.unit(end) for end in _ends(values)]),
        "PERCENTS": percents,
        "LIST": listed,
        "JOIN": lambda items, **names: str(names.get("with", " ")).join(map(str, items)),
        "APART": apart,
        "LOWERED": lowered,
        "CAPITAL": capital,
    }


def _printer(printer: Callable[..., str], *, texts: bool = False) -> Callable[..., str]:
    def function(value: Any, **options: Any) -> str:
        if isinstance(value, str):
            if texts:
                return value
            raise TypeError(f"{value!r} is no number")
        figure = None if isinstance(value, Missing) else value
        return printer(figure, **{name: int(number) for name, number in options.items()})

    return function


def _ends(values: Sequence[float]) -> tuple[float, float]:
    if not values:
        raise ValueError("a range without figures")
    return min(values), max(values)


LATIN_BESIDE_HAN = re.compile(
    r"(?<=[A-Za-z0-9%\u00b0\u2032.])(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9.<>+\u2212])"
)
"""Between a Latin letter or a figure (also `>0.99`, `−0.13`) and a Chinese one, where Chinese puts
a blank (as W3C's *Requirements for Chinese Text Layout* asks)."""


def apart(*texts: str) -> str:
    """Texts one after another, with a blank where one ends in Latin and the next is Chinese.

    Within a text nothing is changed: it may be a name.
    """
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a number is printed by a function, such as COUNT, UNIT or PERCENT")
    whole = str(texts[0])
    for text in map(str, texts[1:]):
        blank = LATIN_BESIDE_HAN.match(whole[-1:] + text[:1], 1)
        whole += (" " if blank else "") + text
    return whole


def lowered(title: str) -> str:
    """A title within a sentence: its first letter small, unless it is an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def capital(text: str) -> str:
    """A text as the start of a sentence: its first letter large, unless it begins with a name.

    A first word with a stop or an underscore inside (`arcface.demo`, `osnet_x0_25`) is a name.
    """
    first = text.partition(" ")[0].rstrip(",.:;")
    return text if any(sign in first for sign in "._") else text[:1].upper() + text[1:]
