"""Where it breaks: said where it was measured, with what is known of it."""

from probe.conclusions.findings.breaks import breaking, breaks
from probe.conclusions.findings.facts import Cells
from tests.probe.conclusions.planted import CLOTHES, DISTANCE, cells, facts, in_words, protocol

FAR = protocol(DISTANCE)


def said(rates, varied=FAR, cut=0.6, width=0.02):
    table = cells(varied, rates, width=width)
    asked = Cells({varied.name: varied}, table, facts(*rates, cut=cut))
    return [in_words(f).replace("\u00a0", " ") for f in breaks(asked, varied.name)]


def test_a_planted_crossing_is_said_with_its_interval():
    (sentence,) = said({"a": [0, 0, 0.05, 0.15, 0.6]})
    assert sentence == (
        "Misses cross 10 % at 7 m (95 % interval 6.4 m to 7.6 m). Between measured levels they are "
        "taken to change evenly."
    )


def test_every_model_and_either_side_of_the_standard():
    (sentence,) = said({"a": [0.2, 0, 0, 0, 0], "b": [0, 0, 0, 0, 0.2], "c": [0.0] * 5})
    assert "at 3 m with a (95 % interval 3.3 m to 2.8 m)" in sentence
    assert "; at 9 m with b (95 % interval 8.7 m to 9.2 m)." in sentence
    assert "with c" not in sentence


def test_what_is_not_shown_stays_open():
    (sentence,) = said({"a": [0, 0, 0, 0.05, 0.15]}, width=0.2)
    assert "at 9 m (95 % interval 4 m to beyond 10 m)" in sentence


def test_nothing_is_said_where_nothing_breaks_or_everything_does():
    assert said({"a": [0.0] * 5}) == []
    assert said({"a": [0.3] * 5}) == []
    assert said({"a": [0, 0, 0, 0, 0.9]}, cut=None) == []
    assert said({"a": [0, 0.9, 0.9]}, protocol(CLOTHES)) == []


def test_pictures_as_taken_are_no_level_to_measure_towards():
    text = DISTANCE.replace(
        "[2, 4, 6, 8, 10], standard: 4",
        "[2, 4, 6, 8, {value: 99, label: as taken, transform: none}], standard: 99",
    )
    taken = protocol(text)
    (sentence,) = said({"a": [0.9, 0.9, 0.9, 0.3, 0.0]}, taken)
    assert "at 8 m (" in sentence
    (sentence,) = said({"a": [0.9, 0.9, 0.3, 0.0, 0.0]}, taken)
    assert "at 7.3 m (" in sentence


def test_of_one_model_the_crossings_are_said_alone():
    rates = {"a": [0.2, 0, 0, 0, 0.2], "b": [0.0] * 5}
    asked = Cells({"distance": FAR}, cells(FAR, rates), facts("a", "b"))
    (finding,) = breaking(asked, "distance", "a")
    assert (finding.key, finding.title) == ("breaking", "a")
    assert in_words(finding).replace("\u00a0", " ") == (
        "misses cross 10 % at 9 m (95 % interval 8.7 m to 9.2 m); "
        "3 m (95 % interval 3.3 m to 2.8 m)"
    )
    assert {cell["backbone"] for cell in finding.cells} == {"a"}
    assert breaking(asked, "distance", "b") == []
