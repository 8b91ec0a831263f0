"""Imports between modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.house.modules import FOLDERS, Module
from benchmarks.house.syntax import Function


class Arrow(NamedTuple):
    """An import: who imports whom, and where it stands (`top`, `function` or `types`)."""

    source: str
    target: str
    where: str


def arrows_of(modules: Mapping[str, Module]) -> set[Arrow]:
    """Every import of one module of the house by another."""
    return {
        Arrow(module.name, target, where)
        for module in modules.values()
        for node, where in _imports(module.tree, "top")
        for target in _targets(node, module, modules)
        if target != module.name
    }


def _imports(node: ast.AST, where: str) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every import statement below a node, and where it stands."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, where
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for part in child.body:
                yield from _imports(ast.Module([part], []), "types")
            for part in child.orelse:
                yield from _imports(ast.Module([part], []), where)
        elif isinstance(child, Function | ast.Lambda):
            yield from _imports(child, "function")
        else:
            yield from _imports(child, where)


def _targets(
    node: ast.Import | ast.ImportFrom, module: Module, modules: Mapping[str, Module]
) -> Iterator[str]:
    """The modules of the house that an import statement names."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield from _longest(_plain(alias.name), modules)
        return
    base = _base(node, module)
    for alias in node.names:
        inner = _plain(f"{base}.{alias.name}")
        yield from [inner] if inner in modules else _longest(_plain(base), modules)


def _base(node: ast.ImportFrom, module: Module) -> str:
    """What is imported from, relative imports made absolute."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = node.level - 1 if module.is_package else node.level
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def _plain(name: str) -> str:
    """`probe.reports.html` as `reports.html`."""
    first, _, rest = name.partition(".")
    return rest if first == "probe" and rest.split(".")[0] in FOLDERS[1:] else name


def _longest(name: str, modules: Mapping[str, Module]) -> list[str]:
    """The module a dotted name leads to: itself, or the nearest above it that is there."""
    parts = name.split(".")
    names = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return [one for one in names if one in modules][:1]
