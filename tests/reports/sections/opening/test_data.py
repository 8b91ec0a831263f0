"""The opening: the headline of the run, and what stands below it."""

from probe.reports.document import build


def test_the_headline_is_that_of_the_run(run_of) -> None:
    document = build(run_of("one_model"))
    assert document.data("opening").headline == document.headline
    assert document.data("opening").deck.startswith("8 people, 11 conditions, 1 model.")
