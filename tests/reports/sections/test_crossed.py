"""Crossed factors: nothing for one factor; maps of both for two."""

from probe.reports.document import build


def test_a_protocol_of_one_factor_has_no_crossed_section(run_of) -> None:
    (part, *_) = build(run_of("one_model")).chapters
    assert part.data("crossed") is None


def test_a_run_of_before_interactions_were_stored_has_none_either(run_of) -> None:
    run = run_of("crossed")
    assert run.interactions is None
    assert build(run).chapters[0].data("crossed") is None
