"""Advice says where models hold and fail, and claims nothing else."""

import re

from tests.probe.conclusions.planted import CLOTHES, DISTANCE, cells, facts, protocol, sentences_of


def test_nothing_missed_is_said_of_the_measured_levels_only() -> None:
    far = protocol(DISTANCE)
    sentences = sentences_of([far], cells(far, {"a": [0.0] * 5}), facts("a"))
    assert sentences["headline"] == [
        "No pair was missed after any measured change of distance"
        " (95\u00a0% interval 0\u00a0% to 3\u00a0%)"
    ]
    assert "Nothing was measured beyond 10\u00a0m." in sentences["advice"][1]


def test_no_model_is_called_better() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.9], "b": [0.0] * 5})
    sentences = sentences_of([far], table, facts("a", "b"))
    everything = " ".join(text for texts in sentences.values() for text in texts)
    assert "paired comparison" in sentences["advice"][0]
    assert not re.search(r"\b(best|worse|outperform\w*|superior|winner)\b", everything)


def test_models_are_told_by_the_worst_case_of_the_headline() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0.9, 0.2], "b": [0, 0, 0, 0, 0.1]})
    # Retention is lowest elsewhere: it is another figure, and no second worst case.
    table.loc[(table["backbone"] == "a") & (table["i"] == 4), "retention"] = 0.01
    sentences = sentences_of([far], table, facts("a", "b"))
    told = "a misses up to 90\u00a0% (distance, 8\u00a0m); b misses up to 10\u00a0% (distance, 10"
    assert told in sentences["advice"][0]


def test_models_stand_in_the_order_in_which_they_were_given_and_are_not_ranked() -> None:
    far = protocol(DISTANCE)
    for order in ("ab", "ba"):
        missed = {name: [0, 0, 0, 0, 0.9 if name == "a" else 0.1] for name in order}
        text = sentences_of([far], cells(far, missed), facts(*order))["advice"][0]
        places = [text.index(f"{name} misses up to") for name in order]
        assert places == sorted(places)


def test_of_many_models_both_ends_are_named_and_said_to_be_no_ranking() -> None:
    far = protocol(DISTANCE)
    many = {name: [0, 0, 0, 0, (5 - k) / 10] for k, name in enumerate("abcde")}
    text = sentences_of([far], cells(far, many), facts(*many))["advice"][0]
    assert "Of 5 models e misses up to 10\u00a0%" in text
    assert "the fewest; a misses up to 50\u00a0%" in text
    assert text.endswith("and no ranking.")


def test_of_misses_before_anything_changes_the_model_with_most_is_named() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.9, 0.2, 0.9, 0.9, 0.9], "b": [0.9, 0.6, 0.9, 0.9, 0.9]})
    text = sentences_of([far], table, facts("a", "b"))["advice"][2]
    assert "up to 60\u00a0% are missed in the standard condition itself with b." in text
    one = sentences_of([far], table[table["backbone"] == "a"], facts("a"))["advice"][2]
    assert "up to 20\u00a0% are missed in the standard condition itself." in one


def test_where_only_a_fall_is_wanted_nothing_is_said_to_have_failed() -> None:
    clothes = protocol(CLOTHES)
    sentences = sentences_of([clothes], cells(clothes, {"a": [0, 1, 1]}), facts("a"))
    _, holds, fails = sentences["advice"]
    assert holds.startswith("No factor that should leave the match unchanged was measured:")
    assert fails.startswith("Not, without a second cue, where people dress alike:")
    assert "Nor" not in fails
