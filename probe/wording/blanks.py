"""Blanks between Latin and the letters of a language that writes none between its own words."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from fluent.syntax import ast

Element: TypeAlias = "ast.TextElement | ast.Placeable"
"""What a sentence consists of."""

BLANK_BESIDE_LATIN = frozenset({"zh"})
"""Languages that put a blank between a Latin word or figure and a letter of their own."""


def keep_apart(node: object) -> None:
    """Have APART join the pieces of every sentence: what a value begins with is not known here."""
    if isinstance(node, ast.Pattern):
        node.elements = _apart(node.elements)
    if isinstance(node, ast.BaseNode):
        for part in vars(node).values():
            keep_apart(part)
    elif isinstance(node, list):
        for part in node:
            keep_apart(part)


def _apart(elements: list[Element]) -> list[Element]:
    """Every run of pieces that APART can take, in one call of it; selections stay between them."""
    joined: list[Element] = []
    pieces: list[Any] = []
    for element in elements:
        piece = _piece(element)
        if piece is None:
            joined += [*_called(pieces), element]
            pieces = []
        else:
            pieces.append(piece)
    return [*joined, *_called(pieces)]


def _piece(element: Element) -> Any:
    """An element of a sentence as what a function takes; None for a selection."""
    if isinstance(element, ast.TextElement):
        return ast.StringLiteral(re.sub(r'(["\\])', r"\\\1", element.value))
    selects = isinstance(element.expression, ast.SelectExpression | ast.Placeable)
    return None if selects else element.expression


def _called(pieces: list[Any]) -> list[Element]:
    if not pieces:
        return []
    if len(pieces) == 1 and isinstance(pieces[0], ast.StringLiteral):
        return [ast.TextElement(pieces[0].parse()["value"])]
    call = ast.FunctionReference(ast.Identifier("APART"), ast.CallArguments(pieces))
    return [ast.Placeable(call)]
