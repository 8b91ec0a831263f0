"""Numbers and permanent links of the figures of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count

from markupsafe import escape

CAPTION = re.compile(r"<figcaption>")
"""How a section's template begins what is a figure."""


class FigureNumbers:
    """Numbers figures from 1 on, in the order in which they are printed.

    Args:
        label: from a number to what stands before a caption, such as `Figure 3`.
    """

    def __init__(self, label: Callable[[int], str]) -> None:
        self._label = label
        self._numbers = count(1)

    def numbered(self, html: str, anchor: str) -> str:
        """A section's HTML with its captions numbered.

        Args:
            html: as its template printed it.
            anchor: of the section; figures are `fig-ANCHOR`, `fig-ANCHOR-2` and so on, so that
                their links stay when others come before them.
        """
        places: Iterator[int] = count(1)

        def head(_: re.Match[str]) -> str:
            k = next(places)
            name = escape(f"fig-{anchor}" + (f"-{k}" if k > 1 else ""))
            text = escape(self._label(next(self._numbers)))
            return f'<figcaption id="{name}"><a class="fignum" href="#{name}">{text}</a> '

        return CAPTION.sub(head, html)
