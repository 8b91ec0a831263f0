"""Public names without docstring, vague names."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.house.modules import Module
from benchmarks.house.syntax import Function

VAGUE = ("found", "told", "each", "own", "known", "mend", "climb")


def undocumented(module: Module) -> tuple[int, list[str]]:
    """How many public functions, classes and methods there are; those without a docstring."""
    public = list(_public(module.tree.body, "")) if module.is_public else []
    return len(public), [
        f"{module.place}:{node.lineno} {name}"
        for node, name in public
        if not ast.get_docstring(node)
    ]


def _public(body: list[ast.stmt], above: str) -> Iterator[tuple[Function | ast.ClassDef, str]]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node, above + node.name
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{above}{node.name}.")
        elif isinstance(node, ast.If | ast.Try):
            yield from _public(node.body, above)


class Uses(NamedTuple):
    """How often an identifier is given to something, and how often it stands in the code."""

    given: int
    all: int


def vague_names(modules: Iterable[Module]) -> dict[str, Uses]:
    """Uses of the vague identifiers: as variable, parameter, function, class or attribute."""
    given: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    for module in modules:
        for node in ast.walk(module.tree):
            name, gives = _identifier(node)
            if name in VAGUE:
                everywhere[name] += 1
                given[name] += gives
    return {name: Uses(given[name], everywhere[name]) for name in VAGUE}


def _identifier(node: ast.AST) -> tuple[str, bool]:
    """The identifier of a node, and whether the node gives it to something."""
    if isinstance(node, ast.Name):
        return node.id, isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.Attribute):
        return node.attr, isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.arg):
        return node.arg, True
    if isinstance(node, ast.keyword):
        return node.arg or "", False
    if isinstance(node, ast.alias):
        return node.asname or node.name.rpartition(".")[2], node.asname is not None
    if isinstance(node, Function | ast.ClassDef):
        return node.name, True
    if isinstance(node, ast.ExceptHandler):
        return node.name or "", bool(node.name)
    return "", False
