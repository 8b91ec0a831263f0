"""Lines of modules and of functions."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.house.modules import Module
from benchmarks.house.syntax import Function, last_line


class Length(NamedTuple):
    """A function and how many lines it has, from `def` to its end."""

    lines: int
    place: str


def lengths_of(module: Module) -> list[Length]:
    """Every function of a module, nested ones too."""
    return [
        Length(last_line(node) - node.lineno + 1, f"{module.place}:{node.lineno} {name}")
        for node, name in _functions(module.tree, "")
    ]


def _functions(node: ast.AST, above: str) -> Iterator[tuple[Function, str]]:
    for child in ast.iter_child_nodes(node):
        name = above
        if isinstance(child, Function | ast.ClassDef):
            name = f"{above}.{child.name}" if above else child.name
        if isinstance(child, Function):
            yield child, name
        yield from _functions(child, name)


class Lines(NamedTuple):
    """Lines of a text: all, those with code, and those with nothing but a comment."""

    all: int
    code: int
    comments: int


def lines_of(module: Module) -> Lines:
    """The lines of a module; docstrings and blank lines are no code."""
    blank = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    code: set[int] = set()
    comments: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        lines = range(token.start[0], token.end[0] + 1)
        if token.type == tokenize.COMMENT:
            comments.update(lines)
        elif token.type not in blank:
            code.update(lines)
    return Lines(
        module.text.count("\n"), len(code - _docstring_lines(module.tree)), len(comments - code)
    )


def _docstring_lines(tree: ast.Module) -> set[int]:
    """Lines of all texts that stand alone: docstrings of modules, classes, functions and values."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, last_line(node) + 1)
    }
