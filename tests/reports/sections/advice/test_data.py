"""Advice: the run's three pieces, each under its heading."""

from probe.reports.sections.advice.data import to_json
from probe.wording import wording_of


def test_the_advice_is_that_of_the_run_in_its_order(run_of, document_of) -> None:
    run = run_of("five")
    sentences = document_of("five").data("advice").sentences
    assert [head for head, _ in sentences] == [
        "The models in short",
        "Where it holds",
        "Where it does not",
    ]
    printed = [wording_of().either(f.message) for f in run.findings if f.key == "advice"]
    assert [text for _, text in sentences] == printed


def test_every_piece_is_also_there_sentence_by_sentence(document_of) -> None:
    advice = document_of("five").data("advice")
    assert [" ".join(points) for points in advice.points] == [t for _, t in advice.sentences]
    assert max(len(points) for points in advice.points) > 1


def test_a_run_without_advice_has_an_empty_list() -> None:
    assert to_json(None, ()) == {"advice": []}
