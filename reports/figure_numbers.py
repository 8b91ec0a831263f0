"""Numbers and permanent links of the figures of a report: the same on the page and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count

from markupsafe import escape

from probe.reports.document import Filled, Part

CAPTION = re.compile(r"<figcaption>")
"""How a section's template begins what is a figure."""


def first_numbers(parts: tuple[Part, ...]) -> Mapping[tuple[str, str], int]:
    """Number of the first figure of every section, from 1 on in the order of the report.

    Args:
        parts: of the report, also those that one of its prints leaves out.

    Returns:
        From a part's anchor and a section's name to the number; of a section without a figure, that
        of the next one.
    """
    numbers: dict[tuple[str, str], int] = {}
    following = 1
    for part in parts:
        for filled in part.sections:
            numbers[part.anchor, filled.name] = following
            following += _figures(filled)
    return numbers


def count_figures(parts: tuple[Part, ...]) -> int:
    """How many figures a report has."""
    return sum(_figures(filled) for part in parts for filled in part.sections)


def _figures(filled: Filled) -> int:
    return 0 if filled.data is None else filled.section.figures(filled.data)


def numbered(html: str, anchor: str, first: int, label: Callable[[int], str]) -> str:
    """A section's HTML with its captions numbered.

    Args:
        html: as its template printed it.
        anchor: of the section; figures are `fig-ANCHOR`, `fig-ANCHOR-2` and so on, so that their
            links stay when others come before them.
        first: number of its first figure.
        label: from a number to what stands before a caption, such as `Figure 3`.
    """
    places: Iterator[int] = count(1)

    def head(_: re.Match[str]) -> str:
        k = next(places)
        name = escape(f"fig-{anchor}" + (f"-{k}" if k > 1 else ""))
        text = escape(label(first + k - 1))
        return f'<figcaption id="{name}"><a class="fignum" href="#{name}">{text}</a> '

    return CAPTION.sub(head, html)
