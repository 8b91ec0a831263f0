"""Runs as text: what pycocotools writes, and what it never does."""

import pytest

from probe.frames.annotated.runs import runs_of


def written(runs):
    """`rleToString` of pycocotools, step by step as its C code does it."""
    text = ""
    for at, run in enumerate(runs):
        value, more = run - (runs[at - 2] if at > 2 else 0), True
        while more:
            bits, value = value & 0x1F, value >> 5
            more = value != -1 if bits & 0x10 else value != 0
            text += chr((bits | 0x20 if more else bits) + 48)
    return text


@pytest.mark.parametrize(
    "runs", [(3360, 192, 288), (0, 5), (1,), (7, 40_000, 3, 12, 1_000_000, 1), (5, 1, 9, 1, 2, 1)]
)
def test_runs_come_back(runs):
    assert runs_of(written(runs)) == runs


def test_a_text_of_pycocotools():
    """`encode` of a 4 x 4 mask whose middle 2 x 2 is set: runs 5, 2, 2, 2, 5."""
    assert runs_of("52203") == (5, 2, 2, 2, 5)


@pytest.mark.parametrize("text", ["!", "Q", "o" * 40, "0" * 3 + "O", "\u2603"])
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match="no runs of pycocotools"):
        runs_of(text)
