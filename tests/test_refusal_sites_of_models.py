"""Refusals of pictures, models and trainings are made of messages, so that all read them.

Walks the code of these rooms; what is left in English stands below: what only a slip in a program
can raise.
"""

import ast
from importlib import resources
from pathlib import Path

import pytest

from probe import errors

pytestmark = pytest.mark.checkout

PROBE = Path(str(resources.files("probe")))
ROOMS = {
    **{
        room: PROBE / room
        for room in ("pictures", "frames", "scenes", "embedding", "retrieval", "statistics")
    },
    "backbones": Path(str(resources.files("probe.backbones"))),
}

KINDS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ProbeError)
}

SHAPES = "arrays that do not go together: a caller in a program is wrong, no input"
CONTRACT = "code of a plug-in or a call of Python that breaks the contract; its author reads it"
PARTS = "parts of a recipe whose kinds do not go together: a new kind was left unfinished"

LEFT = {
    "pictures/labelled.py": (1, SHAPES),
    "embedding/embed.py": (2, SHAPES),
    "embedding/loaded.py": (3, CONTRACT),
    "embedding/pairwise.py": (3, CONTRACT),
    "embedding/wrapped.py": (2, CONTRACT),
    "retrieval/evaluate.py": (1, SHAPES),
    "retrieval/figures.py": (6, SHAPES),
    "retrieval/paired.py": (1, SHAPES),
    "retrieval/rules.py": (2, SHAPES),
    "statistics/bias.py": (1, SHAPES),
    "statistics/decision.py": (1, SHAPES),
    "statistics/gap.py": (5, SHAPES),
    "statistics/interaction/cellmeans.py": (2, SHAPES),
    "statistics/interaction/crossing.py": (1, SHAPES),
    "statistics/intervals.py": (3, SHAPES),
    "statistics/paired.py": (3, SHAPES),
    "statistics/pictures.py": (1, SHAPES),
    "statistics/rates.py": (4, SHAPES),
    "statistics/separation.py": (1, SHAPES),
    "statistics/strangers.py": (3, SHAPES),
    "statistics/threshold.py": (1, SHAPES),
    "backbones/_torch/attribution/evidence.py": (2, SHAPES),
    "backbones/_torch/attribution/part_evidence.py": (1, SHAPES),
    "backbones/_training/data.py": (1, PARTS),
    "backbones/_training/objective.py": (1, PARTS),
}
"""Module -> how many refusals it says in English, and why."""


def said_in_english(tree):
    """Calls of an error's class whose first argument is a text, in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and is_text(node.args[0]):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in KINDS:
                yield node


def is_text(node):
    """Whether an expression is a text that stands in the code, whole or in part."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    if isinstance(node, ast.IfExp):
        return is_text(node.body) or is_text(node.orelse)
    return isinstance(node, ast.JoinedStr)


def test_what_is_a_text_of_the_code_is_seen():
    code = (
        "UsageError('a')\nRunError(f'{a} b', place=c)\nUsageError(error.message)\nValueError('a')"
    )
    assert [node.lineno for node in said_in_english(ast.parse(code))] == [1, 2]


def test_refusals_of_these_rooms_are_made_of_messages():
    found = {}
    for room, folder in ROOMS.items():
        paths = sorted(folder.rglob("*.py"))
        assert paths, room
        for path in paths:
            count = len(list(said_in_english(ast.parse(path.read_text("utf-8")))))
            if count:
                found[f"{room}/{path.relative_to(folder).as_posix()}"] = count
    assert found == {place: count for place, (count, _) in LEFT.items()}, (
        "make it of a message: probe.wording.refusal(Kind, Message(...), place=..., hint=...)"
    )
