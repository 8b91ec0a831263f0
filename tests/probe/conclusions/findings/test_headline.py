"""The strongest sentence that the figures carry stands above the others."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from probe.conclusions.findings import find
from probe.wording import Message, wording_of
from probe.wording.numbers import Numbers
from tests.probe.conclusions.planted import (
    CLOTHES,
    DISTANCE,
    TURN,
    cells,
    facts,
    in_words,
    protocol,
    sentences_of,
    threshold,
)

NUMBERS = Numbers()


def test_what_breaks_with_every_model_is_the_headline() -> None:
    far, clothes = protocol(DISTANCE), protocol(CLOTHES)
    table = pd.concat(
        [
            cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0.1, 0.5]}),
            cells(clothes, {"a": [0, 1, 1], "b": [0, 1, 1]}),
        ]
    )
    sentences = sentences_of([far, clothes], table, facts("a", "b"))
    assert sentences["headline"] == ["A change of distance breaks the match"]
    assert (
        "up to 80\u00a0% (95\u00a0% interval 77\u00a0% to 83\u00a0%) with a"
        " and 50\u00a0% (95\u00a0% interval 47\u00a0% to 53\u00a0%) with b" in sentences["deck"][0]
    )


def test_one_model_that_holds_takes_the_strong_headline_away() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0, 0.02]})
    (headline,) = sentences_of([far], table, facts("a", "b"))["headline"]
    assert "breaks" not in headline
    said = "After a change of distance a misses up to 80\u00a0% of pairs"
    assert headline == f"{said} (95\u00a0% interval 77\u00a0% to 83\u00a0%), b up to 2\u00a0%"


def test_of_many_models_the_headline_names_both_ends() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0, 0, 0, 0, 0.3], "b": [0, 0, 0, 0, 0.8], "c": [0, 0, 0, 0, 0.02]}
    (headline,) = sentences_of([far], cells(far, rates), facts("a", "b", "c"))["headline"]
    assert headline.endswith("; of 3 models c misses fewest, up to 2\u00a0%")
    assert "b misses up to 80\u00a0% of pairs" in headline


def test_a_wide_interval_takes_the_strong_headline_away() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0, 0, 0, 0, 0.3]}
    assert "breaks" in sentences_of([far], cells(far, rates), facts("a"))["headline"][0]
    wide = cells(far, rates, width=0.25)
    assert "breaks" not in sentences_of([far], wide, facts("a"))["headline"][0]


def test_without_misses_the_series_is_named_where_it_alone_differs() -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [0, 0, 0, 0, 0.1, 0.2, 0.8, 0.3]}, counted=False)
    sentences = sentences_of([turn], table, facts("a", cut=None))
    assert sentences["headline"] == ["A change of backpack leaves .60 of the margin over strangers"]


def test_each_model_is_named_with_what_it_misses_before_anything_changes() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.9, 0.75, 0.9, 0.9, 0.9], "b": [0.9, 0.15, 0.9, 0.9, 0.9]})
    sentences = sentences_of([far], table, facts("a", "b"))
    wanted = (
        "75\u00a0% (95\u00a0% interval 72\u00a0% to 78\u00a0%) of pairs of the same person are"
        " missed already with a and 15\u00a0%"
        " (95\u00a0% interval 12\u00a0% to 18\u00a0%) with b:"
    )
    assert wanted in sentences["deck"][0]


def test_many_models_that_miss_before_anything_changes_are_counted() -> None:
    far = protocol(DISTANCE)
    names = "abcdefg"
    table = cells(far, {name: [0.9, 0.15, 0.9, 0.9, 0.9] for name in names})
    (deck,) = sentences_of([far], table, facts(*names))["deck"]
    wanted = "7 of 7 models miss 15\u00a0% of pairs of the same person already: what a change costs"
    assert wanted in deck
    assert "a, b, c" not in deck


def test_without_thresholds_misses_are_refused_with_the_reason() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.8]}, counted=False)
    sentences = sentences_of([far], table, facts("a", cut=None, subjects=3))
    assert "needs at least 7 people, there are 3" in sentences["deck"][0]
    assert sentences["headline"] == ["A change of distance leaves .60 of the margin over strangers"]
    assert set(sentences["usable"]) == {"not resolved"}
    assert "miss" not in sentences["factor"][0]


def test_one_person_is_never_generalised() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.8]}, counted=False)
    table = table[table["kind"] == "mated"].assign(retention=np.nan)
    sentences = sentences_of([far], table, facts("a", cut=None, subjects=1))
    assert sentences["headline"] == ["A change of distance takes the cosine down to .71"]
    assert "new pictures of this person only" in sentences["deck"][0]
    assert "This speaks of one person only." in sentences["factor"][0]
    assert "No strangers were compared." in sentences["before"][0]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=5, max_size=5), st.booleans())
@example([0.0] * 5, True)
@example([0, 0, 0, 0.0, 0.12], True)
@example([0, 0, 0, 0.0, 2**-7], False)  # leaves >.99
def test_every_number_of_a_headline_stands_in_its_cells(rates: list[float], counted: bool) -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": rates}, counted=counted)
    sentences = find({"distance": far}, table, facts("a", cut=0.6 if counted else None))
    headline = next(finding for finding in sentences if finding.key == "headline")
    values = set()
    for cell in headline.cells:
        row = table[
            (table["kind"] == cell["kind"]) & (table["i"] == cell["i"]) & (table["j"] == cell["j"])
        ].iloc[0]
        figures = [cell["figure"]]
        if cell["figure"] == "fnmr":  # the interval of the worst level goes with it
            figures += ["fnmr_joint_low", "fnmr_joint_high"]
        for figure in figures:
            values |= {NUMBERS.unit(row[figure]), NUMBERS.percent(row[figure])}
    said = in_words(headline).replace("95\u00a0% interval", "interval")
    numbers = re.findall(r"[<>]?\u00a0?\d+\u00a0%|[<>]?−?\d?\.\d\d", said)
    assert set(numbers) <= values


def test_another_limit_changes_what_holds() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.2]})
    strict = facts("a")
    assert "misses up to" in sentences_of([far], table, strict)["deck"][0]
    assert "misses up to" not in sentences_of([far], table, replace(strict, limit=0.25))["deck"][0]


def test_the_model_misses_not_the_change() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.3]}, width=0.25)
    sentences = sentences_of([far], table, facts("a"))
    said = "After a change of distance the model misses up to 30\u00a0% of pairs"
    interval = "95\u00a0% interval 0\u00a0% to 68\u00a0%"
    assert sentences["headline"] == [f"{said} ({interval})"]
    assert f"{said} of the same person (10\u00a0m; {interval})." in sentences["deck"][0]


def test_a_fall_that_is_wanted_is_no_loss() -> None:
    clothes = protocol(CLOTHES)
    (headline,) = sentences_of([clothes], cells(clothes, {"a": [0, 1, 0.2]}), facts("a"))[
        "headline"
    ]
    assert headline == (
        "A change of clothing lowers the margin over strangers, as it should: .50 of it is left"
    )


def headline(document: str, rates: dict[str, list[float]]) -> str:
    """The headline of a study without thresholds."""
    one = protocol(document)
    known = facts(*rates, cut=None)
    (said,) = sentences_of([one], cells(one, rates, counted=False), known)["headline"]
    return said


def test_a_margin_that_does_not_fall_is_not_said_to() -> None:
    assert headline(DISTANCE, {"a": [0, 0, 0, 0, 0]}) == (
        "A change of distance takes nothing from the margin over strangers: 1.00 of it is left"
    )
    assert headline(DISTANCE, {"a": [0, 0, 0, 0, 0], "b": [0, 0, 0, 0, 0]}).endswith(
        "takes nothing from the margin over strangers: at least 1.00 of it is left, with a"
    )
    assert headline(CLOTHES, {"a": [0, 0, 0]}) == (
        "A change of clothing does not lower the margin over strangers, though it should:"
        " 1.00 of it is left"
    )
    fallen = headline(DISTANCE, {"a": [0, 0, 0, 0, 0.2]})
    assert fallen == "A change of distance leaves .90 of the margin over strangers"


def open_facts(*backbones, **changes):
    """Facts of models whose thresholds may pass many more strangers than they were set for."""
    given = facts(*backbones)
    entry = {"true_low": 0.0, "true_high": 0.2, "people_enough": 87, "resolves": 0.1, **changes}
    thresholds = tuple(one.model_copy(update=entry) for one in given.thresholds)
    return replace(given, thresholds=thresholds)


def test_models_at_rates_that_may_differ_are_not_compared_in_the_headline() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0, 0.02]})
    sentences = sentences_of([far], table, open_facts("a", "b"))
    assert sentences["headline"] == [
        "After a change of distance the models miss 2 to\u00a080\u00a0% of pairs at worst"
        " (for the highest, 95\u00a0% interval 77\u00a0% to 83\u00a0%)"
    ]
    deck = sentences["deck"][0]
    assert "it may be up to 20\u00a0% with a and up to 20\u00a0% with b." in deck
    assert "do not tell which model is better" in deck
    assert "about 87 people would do" in deck
    assert "10\u00a0% can be held (--fmr 0.1)" in deck


def test_the_deck_names_the_standard_condition() -> None:
    far, clothes = protocol(DISTANCE), protocol(CLOTHES)
    tables = [cells(far, {"a": [0.0] * 5}), cells(clothes, {"a": [0.0] * 3})]
    (deck,) = sentences_of([far, clothes], pd.concat(tables), facts("a"))["deck"]
    assert "held against the standard condition (4\u00a0m; white)." in deck


def test_a_single_model_keeps_its_headline_and_says_that_its_rate_is_open() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8]}, width=0.25)
    sentences = sentences_of([far], table, open_facts("a", resolves=None, true_low=0.02))
    deck = sentences["deck"][0]
    assert "of other strangers it may be 2\u00a0% to 20\u00a0%." in deck
    assert "which model" not in deck
    assert "can be held" not in deck


def test_thresholds_that_hold_their_rate_need_no_word() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0, 0.02]})
    sentences = sentences_of([far], table, open_facts("a", "b", true_high=0.025))
    assert "of other strangers" not in sentences["deck"][0]
    said = "After a change of distance a misses up to 80\u00a0% of pairs"
    interval = "(95\u00a0% interval 77\u00a0% to 83\u00a0%)"
    assert sentences["headline"] == [f"{said} {interval}, b up to 2\u00a0%"]


def test_a_model_that_is_not_set_up_is_said_before_anything_is_blamed() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0.1, 0.5]})
    fault = Message("setup-vectors-alike", {"cosine": 0.993})
    doubted = replace(facts("a", "b"), faults={"b": fault})
    assert sentences_of([far], table, doubted)["headline"] == [
        "b is not set up as it should be: different people have a mean cosine of .99; check "
        "weights and normalisation with `probe doctor`"
    ]


def test_a_rate_that_is_not_resolved_says_how_many_people_would_hold_it() -> None:
    far = protocol(DISTANCE)
    entry = threshold("a", None).model_copy(update={"people_enough": 87})
    asked = replace(facts("a"), thresholds=(entry,))
    sentences = sentences_of([far], cells(far, {"a": [0.0] * 5}, counted=False), asked)
    resolving = "no threshold could be set (1 % needs at least 7 people, there are 3). "
    holding = "So that 1\u00a0% holds among other people, too, it takes about 87 people."
    assert resolving + holding in sentences["deck"][0]


def test_sentences_that_need_one_another_are_one_point_of_the_deck() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0] * 5})
    found = find({far.name: far}, table, open_facts("a", "b"))
    (deck,) = [finding.message for finding in found if finding.key == "deck"]
    assert deck.id == "sentences"
    (point,) = [p for p in deck.values["parts"] if "about 87 people" in wording_of().either(p)]
    assert "of other strangers it may be" in wording_of().either(point)
