"""`Any` in annotations, and `getattr` with a default."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from benchmarks.house.modules import Module
from benchmarks.house.syntax import Function, last_name

MODEL_WORDS = re.compile(
    r"(?i)model|network|module$|backbone|embedder|segmenter|masker|predictor|scorer|^net$|origin"
)
"""Last names of expressions that stand for a network, a masker, or where a picture comes from."""


def annotations_of(tree: ast.Module) -> Iterator[ast.expr]:
    """Every annotation: of arguments, results and variables; written as text or not."""
    for node in ast.walk(tree):
        given = None
        if isinstance(node, ast.arg | ast.AnnAssign):
            given = node.annotation
        elif isinstance(node, Function):
            given = node.returns
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            given = ast.parse(given.value, mode="eval").body
        if given is not None:
            yield given


def any_in(annotation: ast.expr) -> int:
    """How often an annotation says `Any`."""
    return sum(last_name(node) == "Any" for node in ast.walk(annotation))


def mappings_to_any(annotation: ast.expr, kinds: tuple[str, ...]) -> int:
    """How often it says `dict[str, Any]`, or another of the kinds named."""
    return sum(
        isinstance(node, ast.Subscript)
        and last_name(node.value) in kinds
        and isinstance(node.slice, ast.Tuple)
        and [last_name(part) for part in node.slice.elts] == ["str", "Any"]
        for node in ast.walk(annotation)
    )


def defaulted_getattrs(module: Module) -> list[tuple[bool, str]]:
    """`getattr` with a default: whether what is asked is like a model, and where it stands."""
    return [
        (bool(MODEL_WORDS.search(_asked_name(node))), f"{module.place}:{node.lineno}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and last_name(node.func) == "getattr" and len(node.args) == 3
    ]


def _asked_name(call: ast.Call) -> str:
    """Of `getattr(some.name, ...)` the name, also through a `getattr` inside."""
    asked = call.args[0]
    return _asked_name(asked) if isinstance(asked, ast.Call) and asked.args else last_name(asked)
