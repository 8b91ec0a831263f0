"""Site advice for machines that want its sentences, too."""

from probe.conclusions.site import advise
from probe.conclusions.site.printed import with_texts
from probe.wording import wording_of
from tests.probe.conclusions.site.planted_runs import in_words, notes_of


def test_every_sentence_stands_beside_its_message(make_run):
    advice = advise(make_run("distance"), "distance=any")
    data = with_texts(advice.data(), wording_of())
    (verdict,) = data["verdicts"]
    sentences = advice.verdicts[0].sentences
    assert [part["text"] for part in verdict["sentences"]] == [in_words(part) for part in sentences]
    assert [part["message"] for part in verdict["sentences"]] == [
        part.message.data() for part in sentences
    ]
    assert data["notes"] == notes_of(advice)
    assert verdict["head"] == wording_of().text("site-answer", answer=verdict["answer"])


def test_texts_of_an_older_run_stay():
    sentence = {"text": "May be used.", "cells": []}
    advice = {"verdicts": [{"answer": "use", "sentences": [sentence]}], "notes": ["as it was"]}
    (verdict,) = with_texts(advice, wording_of())["verdicts"]
    assert verdict == {"answer": "use", "sentences": [sentence], "head": "may be used"}
