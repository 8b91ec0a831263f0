"""The conditions of a chapter, labelled."""

from probe.reports.axis import axis_of


def test_titles_and_labels_come_in_the_language_of_the_axis(run_of) -> None:
    protocol = run_of("one_model").protocols["clothing"]
    assert protocol.title.language("ja") == "服装"
    assert axis_of(protocol, "ja").full[0] == "白いスウェット"
