"""A stored number becomes text in one place."""

import math

import pytest

from probe.reports.figure import Columns, Printer, number
from probe.reports.words import Words
from probe.wording import Message, wording_of


@pytest.fixture
def printer() -> Printer:
    return Printer(Words(wording_of("en"), "cosine"))


@pytest.mark.parametrize(
    ("row", "value"),
    [({"x": 2}, 2.0), ({"x": 0.5}, 0.5), ({"x": math.nan}, None), ({"x": None}, None),
     ({"x": "1"}, None), ({}, None)],
)  # fmt: skip
def test_only_finite_numbers_are_figures(row, value) -> None:
    assert number(row, "x") == value


def test_a_figure_has_its_interval_only_where_both_ends_are_known(printer) -> None:
    columns = Columns("m", "low", "high", "note")
    both = printer.figure({"m": 0.87, "low": 0.81, "high": 0.93, "note": ""}, columns, printer.unit)
    assert (both.text, both.interval) == (".87", ".81 to\u00a0.93")
    one = printer.figure({"m": 0.87, "low": 0.81, "high": math.nan}, columns, printer.unit)
    assert one.interval == ""


def test_notes_are_said_whether_messages_or_texts(printer) -> None:
    message = Message("note-no-threshold")
    assert printer.note(message) == printer.note(message.json()) == "there is no threshold"
    assert printer.note("an older text") == "an older text"
    assert printer.note(None) == ""


def test_a_floored_rarity_says_that_nobody_scored_as_high(printer) -> None:
    assert printer.rarity({"log10_fmr": -3.1, "log10_fmr_floored": True}).text == "<\u00a0−3.1"
    assert printer.rarity({"log10_fmr": -2.3, "log10_fmr_floored": False}).text == "−2.3"
