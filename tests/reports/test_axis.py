"""The conditions of a chapter, labelled."""

from probe.reports.axis import axis_of, label_width, long_labels


def test_titles_and_labels_come_in_the_language_of_the_axis(run_of) -> None:
    protocol = run_of("one_model").protocols["clothing"]
    assert protocol.title.language("ja") == "服装"
    assert axis_of(protocol, "ja").full[0] == "白いスウェット"


def test_letters_that_take_two_columns_count_twice(run_of) -> None:
    protocol = run_of("five").protocols["background"]
    axes = {language: axis_of(protocol, language) for language in ("en", "ja", "zh")}
    assert axes["ja"].labels == ("パネルなし", "モニター", "パネルあり")
    assert {language: label_width(axis) for language, axis in axes.items()} == {
        "en": 7 * len("black monitor") + 10,
        "ja": 7 * 2 * len("パネルなし") + 10,
        "zh": 7 * 2 * len("黑色显示器") + 10,
    }
    assert axes["zh"].upright


def test_only_long_labels_keep_four_heat_maps_from_standing_in_a_row(run_of) -> None:
    protocols = run_of("five").protocols
    long = {name for name, p in protocols.items() if long_labels(axis_of(p, "ja"))}
    assert long == {"clothing"}
