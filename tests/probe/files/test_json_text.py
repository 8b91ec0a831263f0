"""JSON from outside ends in values or in one kind of error, wherever it is read."""

import json
import re
from pathlib import Path

import pytest

from probe.files.json_text import parse_json

ROOT = Path(__file__).parents[3]

ELSEWHERE = {
    "probe/files/json_text.py",
    "probe/scenes/worker.py",  # what its own process sends
    "probe/wording/message.py",  # below this room; it catches the same
    "probe/comparison/examination/record.py",  # text that was made a moment before
}


def test_values_come_back():
    assert parse_json('{"a": [1, null, "x"]}') == {"a": [1, None, "x"]}
    assert parse_json(b'"\xc3\xa9"') == "\u00e9"


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_lists_that_lie_too_deep_are_a_value_error(opening):
    with pytest.raises(ValueError, match="too deep in each other"):
        parse_json(opening * 100_000)


def test_what_is_no_json_is_a_value_error():
    with pytest.raises(json.JSONDecodeError):
        parse_json("{")
    with pytest.raises(ValueError, match="Exceeds the limit"):
        parse_json("9" * 5000)
    with pytest.raises(UnicodeDecodeError):
        parse_json(b'"\xff"')


@pytest.mark.checkout
def test_no_other_module_reads_json_without_it():
    reads = re.compile(r"\bjson\.loads\(")
    found = {
        path.relative_to(ROOT).as_posix()
        for room in ("probe", "backbones", "reports")
        for path in (ROOT / room).rglob("*.py")
        if reads.search(path.read_text("utf-8"))
    }
    assert {name for name in found if not Path(name).is_symlink()} - ELSEWHERE == set()
