"""Site advice for machines that want its sentences, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probe.wording import Wording


def with_answers(advice: Mapping[str, Any], words: Wording) -> dict[str, Any]:
    """Advice as stored, every `answer` also in words, as `head`; empty for no advice."""
    if not advice:
        return {}
    verdicts = [
        {**verdict, "head": words.text("site-answer", answer=verdict["answer"])}
        for verdict in advice["verdicts"]
    ]
    return {**advice, "verdicts": verdicts}


def with_texts(advice: Mapping[str, Any], words: Wording) -> dict[str, Any]:
    """Advice as stored (plain data) in words: every sentence as `text`, every answer as `head`,
    every note.
    """
    verdicts = [
        {
            **verdict,
            "sentences": [_with_text(sentence, words) for sentence in verdict["sentences"]],
        }
        for verdict in with_answers(advice, words)["verdicts"]
    ]
    notes = [words.stored(note) for note in advice["notes"]]
    return {**advice, "verdicts": verdicts, "notes": notes}


def _with_text(sentence: Mapping[str, Any], words: Wording) -> dict[str, Any]:
    if "text" in sentence:  # a run of schema version 1
        return dict(sentence)
    return {**sentence, "text": words.stored(sentence["message"])}
