"""The models of a run as a report shows them."""

from probe.reports.models import card_of, models_of
from probe.reports.source import Source


def test_models_stand_in_the_order_of_the_run_with_their_thresholds(run_of) -> None:
    run = run_of("five")
    models = models_of(Source(run))
    assert [model.name for model in models] == run.backbones
    for model in models:
        entry = run.manifest.threshold(model.name)
        assert model.threshold.value == entry.value
        assert 0 <= model.at <= 100


def test_a_model_without_a_threshold_says_why(run_of) -> None:
    for model in models_of(Source(run_of("few"))):
        assert model.at is None
        assert model.note


def test_the_card_is_told_without_what_is_empty(run_of) -> None:
    run = run_of("one_model")
    facts = dict(card_of(Source(run), run.manifest.backbones[0]))
    assert facts["input"] == "256 × 128"
    assert facts["dimension"] == "512"
    assert "demonstration" not in facts


def test_a_model_without_weights_has_none_and_no_digest(run_of) -> None:
    run = run_of("one_model")
    entry = run.manifest.backbones[0]
    bare = entry.model_copy(update={"card": {**entry.card, "sha256": None}})
    facts = dict(card_of(Source(run), bare))
    assert facts["weights"] == "none"
    assert "weights sha256" not in facts
