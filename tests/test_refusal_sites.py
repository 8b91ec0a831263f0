"""Refusals are made of messages, so that everybody reads them in their language.

What is left in English stands below, with the reason.
"""

import ast
from importlib import resources
from pathlib import Path

import pytest

from probe import errors

pytestmark = pytest.mark.checkout

ROOMS = (
    "backbones", "cli", "comparison", "conclusions", "contracts", "embedding", "evidence",
    "exports", "files", "frames", "masking", "matching", "options", "pictures", "protocol",
    "remedies", "reports", "retrieval", "runs", "scenes", "statistics", "study", "transforms",
)  # fmt: skip

LINKED = {"backbones", "reports"}
"""Rooms that lie beside the package in the repository."""

KINDS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ProbeError)
}

ONLY_PYTHON = "keywords and types of a call: the command line gives none that are wrong"
SLIP_OF_CODE = "arrays that do not go together: a caller inside probe, not an input, is wrong"

CONTRACT = "code of a plug-in or a call of Python that breaks the contract; its author reads it"
PARTS = "parts of a recipe whose kinds do not go together: a new kind was left unfinished"

LEFT = {
    "options/calls.py": (2, ONLY_PYTHON),
    "options/checking.py": (1, ONLY_PYTHON),
    "comparison/scores.py": (2, SLIP_OF_CODE),
    "evidence/conditions.py": (3, SLIP_OF_CODE),
    "evidence/maps.py": (1, SLIP_OF_CODE),
    "evidence/shapley.py": (1, SLIP_OF_CODE),
    "evidence/shares.py": (3, SLIP_OF_CODE),
    "masking/composites.py": (2, SLIP_OF_CODE),
    "masking/mask_set.py": (1, SLIP_OF_CODE),
    "pictures/labelled.py": (1, SLIP_OF_CODE),
    "embedding/embed.py": (2, SLIP_OF_CODE),
    "embedding/loaded.py": (3, CONTRACT),
    "embedding/pair_work.py": (3, CONTRACT),
    "embedding/wrapped.py": (2, CONTRACT),
    "retrieval/evaluate.py": (1, SLIP_OF_CODE),
    "retrieval/figures.py": (6, SLIP_OF_CODE),
    "retrieval/paired.py": (1, SLIP_OF_CODE),
    "retrieval/rules.py": (2, SLIP_OF_CODE),
    "statistics/bias.py": (1, SLIP_OF_CODE),
    "statistics/decision.py": (1, SLIP_OF_CODE),
    "statistics/gap.py": (5, SLIP_OF_CODE),
    "statistics/interaction/cellmeans.py": (2, SLIP_OF_CODE),
    "statistics/interaction/crossing.py": (1, SLIP_OF_CODE),
    "statistics/intervals.py": (3, SLIP_OF_CODE),
    "statistics/paired.py": (3, SLIP_OF_CODE),
    "statistics/pictures.py": (1, SLIP_OF_CODE),
    "statistics/rates.py": (4, SLIP_OF_CODE),
    "statistics/separation.py": (1, SLIP_OF_CODE),
    "statistics/strangers.py": (3, SLIP_OF_CODE),
    "statistics/threshold.py": (1, SLIP_OF_CODE),
    "backbones/_torch/attribution/evidence.py": (2, SLIP_OF_CODE),
    "backbones/_torch/attribution/part_evidence.py": (1, SLIP_OF_CODE),
    "backbones/_training/data.py": (1, PARTS),
    "backbones/_training/objective.py": (1, PARTS),
}
"""Module -> how many refusals it says in English, and why."""


def rooms():
    """Folders of the rooms."""
    probe = Path(str(resources.files("probe")))
    return {
        room: Path(str(resources.files(f"probe.{room}"))) if room in LINKED else probe / room
        for room in ROOMS
    }


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
        "UsageError('a')\nRunError(f'{a} b', place=c)\nMaskError('a' + b)\n"
        "PictureError('a' if b else c)\nUsageError(error.message)\nValueError('a')\nUsageError(a)"
    )
    assert [node.lineno for node in said_in_english(ast.parse(code))] == [1, 2, 3, 4]


def test_refusals_of_these_rooms_are_made_of_messages():
    found = {}
    for room, folder in rooms().items():
        paths = sorted(folder.rglob("*.py"))
        assert paths, room
        for path in paths:
            count = len(list(said_in_english(ast.parse(path.read_text("utf-8")))))
            if count:
                found[f"{room}/{path.relative_to(folder).as_posix()}"] = count
    assert found == {place: count for place, (count, _) in LEFT.items()}, (
        "make it of a message: probe.wording.refusal(Kind, Message(...), place=..., hint=...)"
    )
