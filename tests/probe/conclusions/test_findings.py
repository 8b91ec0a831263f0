"""Sentences follow from their cells: planted figures in, the strongest true sentence out."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.conclusions.findings import Facts, find
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.usable import usable
from probe.files.strict_yaml import parse_yaml
from probe.protocol.model import Protocol, protocol_of
from probe.runs.manifest import ThresholdEntry
from probe.wording import wording_of
from probe.wording.numbers import Numbers

NUMBERS = Numbers()


def said(finding):
    return wording_of().either(finding.message)


def protocol(text: str) -> Protocol:
    return protocol_of(parse_yaml(text, "test.yaml"))


DISTANCE = """
name: distance
title: Distance
question: Closer or farther?
factors: [{name: distance, unit: m, kind: ordered, levels: [2, 4, 6, 8, 10], standard: 4}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""
TURN = """
name: turn
title: Orientation
question: Turned?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270], standard: 180}
series:
  name: backpack
  levels: [{value: "off", label: without backpack}, {value: "on", label: with backpack}]
  standard: "off"
photos: {pattern: "{subject}/{series}/{level}/{take}.*"}
"""
CLOTHES = """
name: clothes
title: Clothing
question: Clothes?
expectation: sensitive
factors: [{name: clothing, levels: [white, grey, red], standard: white}]
photos: {pattern: "{subject}/{level}/{take}.*"}
"""


def threshold(backbone: str, value: float | None = 0.6) -> ThresholdEntry:
    return ThresholdEntry(
        backbone=backbone,
        variant="unmasked",
        fmr=0.01,
        value=value,
        false_matches=10,
        comparisons=1000,
        subjects=20,
        strangers=20,
        resolved=value is not None,
        note="" if value is not None else "1 % needs at least 7 people, there are 3",
    )


def facts(*backbones: str, cut: float | None = 0.6, subjects: int = 20) -> Facts:
    return Facts(
        backbones=backbones,
        thresholds=tuple(threshold(name, cut) for name in backbones),
        subjects=subjects,
        pictures=100,
    )


def cells(
    told: Protocol,
    fnmr: dict[str, list[float]],
    *,
    alike: float | None = 0.9,
    known: bool = True,
    width: float = 0.02,
) -> pd.DataFrame:
    """Cells whose misses against the standard are `fnmr[backbone][condition]`."""
    s = told.standard.index
    rows = []
    for backbone, rates in fnmr.items():
        for i in range(len(rates)):
            for j in range(len(rates)):
                rate = rates[max(i, j, key=lambda k: rates[k])] if s in (i, j) else 0.0
                base = {
                    "protocol": told.name,
                    "backbone": backbone,
                    "variant": "unmasked",
                    "i": i,
                    "j": j,
                }
                rows.append(base | {"kind": "mated"} | _mated(rate, width, known=known))
                rows.append(
                    base
                    | {"kind": "at_large", "mean": 0.3, "fmr_observed": 0.01 if known else np.nan}
                )
                if alike is not None:
                    rows.append(base | {"kind": "alike", "mean": 0.8, "fmr_observed": alike})
    return pd.DataFrame(rows)


def _mated(rate: float, width: float, *, known: bool) -> dict[str, float]:
    kept = 1 - 0.5 * rate
    return {
        "mean": 0.95 - 0.3 * rate,
        "low": 0.9 - 0.3 * rate,
        "high": 0.99 - 0.3 * rate,
        "fnmr": rate if known else np.nan,
        "fnmr_low": max(0.0, rate - width) if known else np.nan,
        "fnmr_high": min(1.0, rate + width) if known else np.nan,
        "retention": kept,
        "retention_low": kept - 0.05,
        "retention_high": kept + 0.05,
    }


def told(protocols: list[Protocol], table: pd.DataFrame, known: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in find({p.name: p for p in protocols}, table, known):
        found.setdefault(each.key, []).append(said(each))
    return found


def test_what_breaks_with_every_model_is_the_headline() -> None:
    far, clothes = protocol(DISTANCE), protocol(CLOTHES)
    table = pd.concat(
        [
            cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0.1, 0.5]}),
            cells(clothes, {"a": [0, 1, 1], "b": [0, 1, 1]}),
        ]
    )
    found = told([far, clothes], table, facts("a", "b"))
    assert found["headline"] == ["A change of distance breaks the match"]
    assert "80\u00a0% with a and 50\u00a0% with b" in found["deck"][0]


def test_one_model_that_holds_takes_the_strong_headline_away() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0, 0, 0, 0, 0.02]})
    (headline,) = told([far], table, facts("a", "b"))["headline"]
    assert "breaks" not in headline
    assert headline == "A change of distance misses up to 80\u00a0% with a"


def test_a_wide_interval_takes_the_strong_headline_away() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0, 0, 0, 0, 0.3]}
    assert "breaks" in told([far], cells(far, rates), facts("a"))["headline"][0]
    wide = cells(far, rates, width=0.25)
    assert "breaks" not in told([far], wide, facts("a"))["headline"][0]


def test_misses_at_the_standard_are_not_blamed_on_the_change() -> None:
    far = protocol(DISTANCE)
    found = told([far], cells(far, {"a": [0.9, 0.5, 0.9, 0.9, 0.9]}), facts("a"))
    assert found["headline"] == ["50\u00a0% of pairs are missed before anything changes"]
    assert "A change of distance misses" not in found["deck"][0]
    assert "Before anything changes, misses are already 50\u00a0% with a." in found["factor"][0]


def test_only_the_series_is_named_when_turning_alone_holds() -> None:
    turn = protocol(TURN)
    rates = {"a": [0, 0, 0, 0, 0.5, 0.6, 0.7, 0.8]}
    found = told([turn], cells(turn, rates), facts("a"))
    assert found["headline"] == ["A change of backpack breaks the match"]
    assert "Without backpack, no pair of the same person was missed" in found["factor"][0]
    assert "With backpack, a misses 80\u00a0% (270°)." in found["factor"][0]


CROSSED = """
name: crossed
title: Orientation and distance
question: Turned, farther away?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 180], standard: 180}
  - {name: distance, unit: m, kind: ordered, levels: [4, 8], standard: 4}
photos: {pattern: "{subject}/{orientation}/{distance}/{take}.*"}
"""


@pytest.mark.parametrize(
    ("rates", "known", "text"),
    [
        ([0.3, 0.2, 0, 0.1], True, "A change of orientation breaks the match"),
        ([0, 0.3, 0, 0], True, "A change of orientation and distance breaks the match"),
        ([0, 0, 0, 0.8], False, "A change of distance leaves .60 of the margin over strangers"),
    ],
)
def test_only_what_differs_at_the_level_is_named_of_crossed_factors(rates, known, text) -> None:
    crossed = protocol(CROSSED)
    cut = 0.6 if known else None
    found = told([crossed], cells(crossed, {"a": rates}, known=known), facts("a", cut=cut))
    assert found["headline"] == [text]


def test_without_misses_the_series_is_named_where_it_alone_differs() -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [0, 0, 0, 0, 0.1, 0.2, 0.8, 0.3]}, known=False)
    found = told([turn], table, facts("a", cut=None))
    assert found["headline"] == ["A change of backpack leaves .60 of the margin over strangers"]


def test_each_model_is_named_with_what_it_misses_before_anything_changes() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0.9, 0.75, 0.9, 0.9, 0.9], "b": [0.9, 0.15, 0.9, 0.9, 0.9]})
    found = told([far], table, facts("a", "b"))
    wanted = "75\u00a0% of pairs of the same person are missed already with a and 15\u00a0% with b:"
    assert wanted in found["deck"][0]


def test_nothing_missed_is_said_of_the_measured_levels_only() -> None:
    far = protocol(DISTANCE)
    found = told([far], cells(far, {"a": [0.0] * 5}), facts("a"))
    assert found["headline"] == ["No measured change of distance missed a single pair"]
    assert "Nothing was measured beyond 10\u00a0m." in found["advice"][1]


def test_a_fall_is_wanted_of_sensitive_factors() -> None:
    clothes = protocol(CLOTHES)
    found = told([clothes], cells(clothes, {"a": [0, 0.9, 0.8]}), facts("a"))
    assert found["factor"][0].startswith("Here a fall is what one wants.")
    assert "a rejects 90\u00a0% (grey)" in found["factor"][0]
    assert "breaks" not in found["headline"][0]
    assert "Not where" not in found["advice"][2]


def test_without_thresholds_misses_are_refused_with_the_reason() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.8]}, known=False)
    found = told([far], table, facts("a", cut=None, subjects=3))
    assert "needs at least 7 people, there are 3" in found["deck"][0]
    assert found["headline"] == ["A change of distance leaves .60 of the margin over strangers"]
    assert set(found["usable"]) == {"not resolved"}
    assert "miss" not in found["factor"][0]


def test_one_person_is_never_generalised() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.8]}, known=False)
    table = table[table["kind"] == "mated"].assign(retention=np.nan)
    found = told([far], table, facts("a", cut=None, subjects=1))
    assert found["headline"] == ["A change of distance takes the cosine down to .71"]
    assert "new pictures of this person only" in found["deck"][0]
    assert "This speaks of one person only." in found["factor"][0]
    assert "No strangers were compared." in found["before"][0]


def test_strangers_dressed_alike_stand_beside_strangers_at_large() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0.0] * 5}
    found = told([far], cells(far, rates, alike=0.97), facts("a"))
    for key in ("deck", "advice"):
        text = found[key][-1]
        assert "97\u00a0% of strangers dressed alike pass" in text
        assert "1\u00a0% of strangers at large do" in text
    assert "above the threshold" in found["before"][0]
    none = told([far], cells(far, rates, alike=None), facts("a"))
    assert "How strangers dressed alike fare was not measured." in none["deck"][0]


def test_no_model_is_called_better() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.9], "b": [0.0] * 5})
    found = told([far], table, facts("a", "b"))
    everything = " ".join(text for texts in found.values() for text in texts)
    assert "paired comparison" in found["advice"][0]
    assert not re.search(r"\b(best|worse|outperform\w*|superior|winner)\b", everything)


def test_twelve_models_are_told_as_a_range() -> None:
    far = protocol(DISTANCE)
    rates = {f"m{k:02d}": [0, 0, 0, 0, k / 20] for k in range(12)}
    found = told([far], cells(far, rates), facts(*rates))
    assert (
        "the 12 models missed from 0\u00a0% (m00) to 55\u00a0% (m11, 10\u00a0m)"
        in found["factor"][0]
    )
    assert "3 of 12 stay at or under 10\u00a0%" in found["factor"][0]
    assert max(len(text) for texts in found.values() for text in texts) < 600


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=5, max_size=5), st.booleans())
def test_every_number_of_a_headline_stands_in_its_cells(rates: list[float], known: bool) -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": rates}, known=known)
    found = find({"distance": far}, table, facts("a", cut=0.6 if known else None))
    headline = next(each for each in found if each.key == "headline")
    values = set()
    for cell in headline.cells:
        row = table[
            (table["kind"] == cell["kind"]) & (table["i"] == cell["i"]) & (table["j"] == cell["j"])
        ].iloc[0]
        values |= {NUMBERS.unit(row[cell["figure"]]), NUMBERS.percent(row[cell["figure"]])}
    numbers = re.findall(r"[<>]?\u00a0?\d+\u00a0%|−?\d?\.\d\d", said(headline))
    assert set(numbers) <= values


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1), st.integers(1, 4), st.floats(0.11, 1))
def test_planted_range_is_found_and_never_exceeded(low: int, high: int, over: float) -> None:
    far = protocol(DISTANCE)
    rates = [0.05 if low <= k <= high else over for k in range(5)]
    asked = Cells({"distance": far}, cells(far, {"a": rates}), facts("a"))
    text = said(usable(asked, "distance", "a"))
    keys = [level.key for level in far.factors[0].levels]
    if low == high:
        assert text == f"{keys[low]}\u00a0m only"
    else:
        whole = ", all measured" if (low, high) == (0, 4) else ""
        assert text == f"{keys[low]} to {keys[high]}\u00a0m{whole}"


@pytest.mark.parametrize(
    ("rates", "text"),
    [
        ([0, 0, 0, 0], "all round"),
        ([1, 0, 0, 0], "90° to 270°"),
        ([0, 1, 0, 0], "180° to 0°"),
        ([1, 1, 0, 1], "180° only"),
        ([0, 1, 0, 1], "180° only"),
        ([0, 0, 1, 0], "none"),
    ],
)
def test_arcs_wrap_around(rates: list[float], text: str) -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [*rates, *rates]})
    assert said(usable(Cells({"turn": turn}, table, facts("a")), "turn", "a")) == text


def test_series_are_told_apart_only_where_they_differ() -> None:
    turn = protocol(TURN)
    table = cells(turn, {"a": [0, 0, 0, 0, 1, 1, 1, 1]})
    asked = Cells({"turn": turn}, table, facts("a"))
    assert said(usable(asked, "turn", "a")) == "without backpack: all round; with backpack: none"


def test_findings_rest_on_cells_that_exist() -> None:
    far, turn = protocol(DISTANCE), protocol(TURN)
    table = pd.concat(
        [
            cells(far, {"a": [0, 0, 0.2, 0.4, 0.8], "b": [0.0] * 5}),
            cells(turn, {"a": [0.2] * 8, "b": [0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5]}),
        ]
    )
    keys = ["protocol", "backbone", "variant", "kind", "i", "j"]
    stored = {tuple(row) for row in table[keys].itertuples(index=False)}
    found = find({"distance": far, "turn": turn}, table, facts("a", "b"))
    assert {each.key for each in found} == {
        "headline",
        "deck",
        "before",
        "factor",
        "usable",
        "advice",
    }
    for each in found:
        assert all(tuple(cell[k] for k in keys) in stored for cell in each.cells)


def test_another_limit_changes_what_holds() -> None:
    far = protocol(DISTANCE)
    table = cells(far, {"a": [0, 0, 0, 0, 0.2]})
    strict = facts("a")
    assert "misses up to" in told([far], table, strict)["deck"][0]
    assert "misses up to" not in told([far], table, replace(strict, limit=0.25))["deck"][0]
