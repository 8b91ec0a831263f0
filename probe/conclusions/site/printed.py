"""Site advice for machines that want its sentences, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probe.wording import Wording


def with_texts(advice: Mapping[str, Any], words: Wording) -> dict[str, Any]:
    """Advice as stored (plain data), every sentence also as `text`, every note in words."""
    verdicts = [
        {
            **verdict,
            "sentences": [_with_text(sentence, words) for sentence in verdict["sentences"]],
        }
        for verdict in advice["verdicts"]
    ]
    notes = [words.stored(note) for note in advice["notes"]]
    return {**advice, "verdicts": verdicts, "notes": notes}


def _with_text(sentence: Mapping[str, Any], words: Wording) -> dict[str, Any]:
    if "text" in sentence:  # a run of schema version 1
        return dict(sentence)
    return {**sentence, "text": words.stored(sentence["message"])}
