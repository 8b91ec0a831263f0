"""Where it breaks: said where it was measured, with what is known of it."""

import pytest

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
        "Misses cross 10 % at 7 m (95 % interval 6.4 m to 7.6 m) going up; at no measured level "
        "going down. Between measured levels they are taken to change evenly."
    )


def test_every_model_and_either_side_of_the_standard():
    (sentence,) = said({"a": [0.2, 0, 0, 0, 0.2], "b": [0, 0, 0, 0, 0.2], "c": [0.0] * 5})
    assert "at 9 m with a (95 % interval 8.7 m to 9.18 m) going up; at 3 m with a (" in sentence
    assert "(95 % interval 3.3 m to 2.82 m) going down; at 9 m with b (" in sentence
    assert "; at no measured level with b going down." in sentence
    assert "with c" not in sentence


def test_a_side_on_which_no_model_breaks_is_said_once():
    (sentence,) = said({"a": [0, 0, 0, 0, 0.2], "b": [0, 0, 0, 0, 0.3], "c": [0.0] * 5})
    assert sentence.count("at no measured level") == 1
    assert "; at no measured level going down." in sentence


def test_a_factor_that_goes_one_way_has_no_sides():
    one_way = protocol(DISTANCE.replace("standard: 4", "standard: 2"))
    (sentence,) = said({"a": [0, 0, 0.05, 0.15, 0.6]}, one_way)
    assert "at 7 m (95 % interval 6.4 m to 7.6 m). Between" in sentence
    other_way = protocol(DISTANCE.replace("standard: 4", "standard: 10"))
    (sentence,) = said({"a": [0.6, 0.15, 0.05, 0, 0]}, other_way)
    assert "at 5 m (95 % interval 5.6 m to 4.4 m). Between" in sentence


def test_what_is_not_shown_stays_open():
    (sentence,) = said({"a": [0, 0, 0, 0.05, 0.15]}, width=0.2)
    assert "at 9 m (95 % interval 4 m to beyond 10 m)" in sentence


@pytest.mark.parametrize("level", [112, 0.125, 1234567])
def test_a_measured_level_is_what_the_protocol_says(level):
    """It has all its digits, however wide the interval is."""
    text = DISTANCE.replace(
        "[2, 4, 6, 8, 10], standard: 4", f"[0, {level}, 3e7], standard: {level}"
    )
    at_once = protocol(text)
    (sentence,) = said({"a": [0.0, 0.1, 0.9]}, at_once, width=0.05)
    assert f"at {level} m (95 % interval {level} m to " in sentence


def test_a_crossing_has_the_digits_that_its_interval_allows():
    """Between 112 and 232 it is 151.6; the closer end lies .14 or 12 away."""
    height = protocol(
        DISTANCE.replace("[2, 4, 6, 8, 10], standard: 4", "[112, 232], standard: 112")
    )
    (narrow,) = said({"a": [0.0, 0.303]}, height, width=0.0005)
    assert "at 151.6 m (95 % interval 151.31 m to 151.7 m)" in narrow
    (wide,) = said({"a": [0.0, 0.303]}, height, width=0.04)
    assert "at 152 m (95 % interval 128 m to 161 m)" in wide


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
    assert "at 7.33 m (" in sentence


LIGHT = """
name: light
title: Light
question: Darker or brighter?
factors: [{name: light, unit: EV, kind: ordered, levels: LEVELS, standard: 0}]
photos: {pattern: "{subject}/{take}.*"}
transform: {exposure: {stops: $level}}
"""
AS_TAKEN = "{value: 0, label: as taken, transform: none}"


def light(levels, transform="{exposure: {stops: $level}}"):
    text = LIGHT.replace("LEVELS", levels)
    return protocol(text.replace("{exposure: {stops: $level}}", transform))


def test_pictures_as_taken_lie_between_levels_of_both_sides():
    """They are a measure there, and a side's crossing lies between them and the next level."""
    written = [light(f"[-4, -2, {AS_TAKEN}, 1, 3]"), light("[-4, -2, 0, 1, 3]")]
    rates = {"a": [0.9, 0.3, 0, 0.2, 0.9]}
    first, second = (said(rates, varied) for varied in written)
    assert first == second
    assert "at 0.5 EV (95 % interval 0.35 EV to 0.59 EV) going up; at " in first[0]
    assert "at −0.67 EV (95 % interval −0.47 EV to −0.74 EV) going down." in first[0]


def test_levels_with_transforms_of_their_own_have_two_sides():
    """Framing: a box too small, as it is, too large."""
    varied = light(
        "[{value: -1, transform: {framing: {scale: 70}}}, " + AS_TAKEN + ","
        "{value: 2, transform: {framing: {scale: 140}}}]",
        "mirror",
    )
    (sentence,) = said({"a": [0.0, 0.0, 0.2]}, varied)
    assert "at 1 EV (" in sentence
    assert ") going up; at no measured level going down." in sentence


def test_at_an_end_a_number_at_which_the_transform_does_nothing_is_a_measure():
    """A blur of 0 is one; `as taken` under the number 100 of a quality is none."""
    rates = {"a": [0.0, 0.2, 0.9]}
    (sentence,) = said(rates, light(f"[{AS_TAKEN}, 2, 4]", "{defocus: {disc: $level}}"))
    assert "at 1 EV (" in sentence
    (sentence,) = said(rates, light(f"[{AS_TAKEN}, 2, 4]", "{low_light: {lux: $level}}"))
    assert "at 2 EV (" in sentence


def test_of_one_model_the_crossings_are_said_alone():
    rates = {"a": [0.2, 0, 0, 0, 0.2], "b": [0.0] * 5}
    asked = Cells({"distance": FAR}, cells(FAR, rates), facts("a", "b"))
    (finding,) = breaking(asked, "distance", "a")
    assert (finding.key, finding.title) == ("breaking", "a")
    assert in_words(finding).replace("\u00a0", " ") == (
        "misses cross 10 % at 9 m (95 % interval 8.7 m to 9.18 m) going up; "
        "3 m (95 % interval 3.3 m to 2.82 m) going down"
    )
    assert {cell["backbone"] for cell in finding.cells} == {"a"}
    assert breaking(asked, "distance", "b") == []
