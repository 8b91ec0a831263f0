"""The opening: the verdict on each model, the headline of the run, and what stands below it."""

from probe.reports.document import build
from probe.reports.source import Source


def test_the_headline_is_that_of_the_run(run_of) -> None:
    document = build(run_of("one_model"))
    assert document.data("opening").headline == document.headline
    assert document.data("opening").deck.startswith("8 people, 11 conditions, 1 model.")


def test_the_page_opens_with_the_verdict_on_each_model(run_of) -> None:
    run = run_of("five")
    opening = build(run).data("opening")
    assert [verdict.model for verdict in opening.verdicts] == list(Source(run).shorts.values())
    for backbone, verdict in zip(run.backbones, opening.verdicts, strict=True):
        said = next(f for f in run.findings if f.key == "verdict" and f.title == backbone)
        assert verdict.answer == said.message.values["answer"]
        assert verdict.head in {"Use", "Do not use", "Not decided"}
        assert verdict.text.endswith(".")
    assert "held against the standard condition (" in opening.verdict


def test_a_run_of_before_opens_with_its_headline(run_of, monkeypatch) -> None:
    run = run_of("five")
    before = [finding for finding in run.findings if finding.key != "verdict"]
    monkeypatch.setattr(run, "findings", before)
    opening = build(run).data("opening")
    assert (opening.verdict, opening.verdicts) == ("", ())


def test_one_model_is_not_named(run_of) -> None:
    (verdict,) = build(run_of("one_model")).data("opening").verdicts
    assert verdict.model == ""
