"""Reads an HTML report back: its heat maps, tables and text, with the standard library alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Map:
    protocol: str
    model: int
    rows: list[list[str]] = field(default_factory=list)


class Page(HTMLParser):
    """`maps` in the order of the page, `text` without scripts, `tags` with their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.maps: list[Map] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: Any = None
        self._text: list[str] = []
        self._inside: list[str] = []
        self._script: str | None = None
        self._map = self._body = self._cell = False
        self.feed(source)

    @property
    def text(self) -> str:
        return "".join(self._text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.append((tag, given))
        self._inside.append(tag)
        if tag in {"script", "style"}:
            self._script = given.get("id") or tag
        if tag == "table" and given.get("data-f"):
            self.maps.append(Map(str(given["data-f"]), int(str(given["data-m"]))))
            self._map = True
        if tag == "tbody":
            self._body = self._map
        if self._body and tag == "tr":
            self.maps[-1].rows.append([])
        if tag in {"td", "th", "p", "div", "h1", "h2", "h3", "span", "small", "dd", "dt"}:
            self._text.append(" ")
        self._cell = tag == "td" and self._body
        if self._cell:
            self.maps[-1].rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._script = None
        if tag == "table":
            self._body = self._map = False
        if tag == "td":
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._script == "data":
            self.data = json.loads(data)
        elif self._script is None:
            self._text.append(data)
            if self._cell:
                self.maps[-1].rows[-1][-1] += data
