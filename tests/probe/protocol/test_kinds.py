"""Kinds of factors: one entry is a kind, and everything else asks for its properties."""

import ast
from pathlib import Path

import pytest

from probe.files.misfit import UnfitError
from probe.protocol import kinds
from probe.protocol.factor import Factor
from probe.protocol.kinds import KINDS, Scale, check_kind

ROOT = Path(__file__).parents[3]


def test_an_unknown_kind_is_told_the_ones_there_are():
    assert check_kind("ordered") == "ordered"
    with pytest.raises(UnfitError, match="'round' is no kind") as caught:
        check_kind("round")
    assert caught.value.hint == "valid names: circular, nominal, ordered"


def test_what_rises_or_turns_is_a_number():
    assert all(scale.numeric for scale in KINDS.values() if scale.rises or scale.turn)
    assert next(iter(KINDS)) == "nominal" == Factor(name="a", levels=(1, 2), standard=1).kind


def test_a_kind_more_is_an_entry_more(monkeypatch):
    monkeypatch.setitem(kinds.KINDS, "hours", Scale(numeric=True, turn=24.0))
    hour = Factor(name="hour", kind="hours", levels=(6, 0, 18), standard=6)
    assert hour.scale.turn == 24
    assert not hour.scale.rises


def test_no_other_module_knows_a_kind_by_name():
    """Comparisons of a `kind` with the name of one; what proposes a protocol writes them."""
    knowing = []
    for folder in ("probe", "reports"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
                named = any(isinstance(s, ast.Attribute) and s.attr == "kind" for s in sides)
                words = {s.value for s in sides if isinstance(s, ast.Constant)}
                if named and words & set(KINDS):
                    knowing.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert knowing == []
