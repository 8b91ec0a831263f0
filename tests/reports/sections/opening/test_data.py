"""The opening: the verdict on each model, the headline of the run, and what stands below it."""

from dataclasses import replace

import pytest

from probe.reports.document import build
from probe.reports.source import Source
from probe.wording import Message


def test_the_headline_is_that_of_the_run(document_of) -> None:
    document = document_of("one_model")
    assert document.data("opening").headline == document.headline
    assert document.data("opening").deck.startswith("8 people, 11 conditions, 1 model.")


def test_what_stands_below_it_is_also_there_sentence_by_sentence(document_of) -> None:
    opening = document_of("five").data("opening")
    assert opening.points[0] == "8 people, 33 conditions, 2 models."
    assert len(opening.points) > 3
    assert " ".join(opening.points) == opening.deck


def test_the_page_opens_with_the_verdict_on_each_model(run_of, document_of) -> None:
    run = run_of("five")
    opening = document_of("five").data("opening")
    assert [verdict.model for verdict in opening.verdicts] == list(Source(run).shorts.values())
    for backbone, verdict in zip(run.backbones, opening.verdicts, strict=True):
        said = next(f for f in run.findings if f.key == "verdict" and f.title == backbone)
        assert verdict.answer == said.message.values["answer"]
        assert verdict.head in {"Use", "Do not use", "Not decided"}
        assert verdict.text.endswith(".")
    assert "held against the standard condition (" in opening.verdict


@pytest.mark.parametrize("answer", ["use", "avoid"])
def test_the_reason_does_not_repeat_the_head(run_of, monkeypatch, answer: str) -> None:
    """Also where it stands inside a sentence about the standard condition."""
    run = run_of("one_model")
    misses = Message("site-misses", {"rate": 0.3, "level": "10 m", "low": 0.2, "high": 0.4})
    inner = Message(f"site-{answer}", {"limit": 0.1, "misses": misses})
    reason = Message("site-already", {"sentence": inner, "rate": 0.2})
    message = Message("verdict-on-model", {"answer": answer, "reason": reason})
    found = [
        replace(finding, message=message) if finding.key == "verdict" and finding.title else finding
        for finding in run.findings
    ]
    monkeypatch.setattr(run, "findings", found)
    (verdict,) = build(run, chapter=()).data("opening").verdicts
    assert verdict.text.startswith({"use": "30\u00a0% missed", "avoid": "Up to 30\u00a0%"}[answer])
    assert verdict.text.endswith(
        "In the standard condition itself 20\u00a0% are missed, before anything changes."
    )


def test_a_run_of_before_opens_with_its_headline(run_of, monkeypatch) -> None:
    run = run_of("five")
    before = [finding for finding in run.findings if finding.key != "verdict"]
    monkeypatch.setattr(run, "findings", before)
    opening = build(run, chapter=()).data("opening")
    assert (opening.verdict, opening.verdicts) == ("", ())


def test_one_model_is_not_named(document_of) -> None:
    (verdict,) = document_of("one_model").data("opening").verdicts
    assert verdict.model == ""
