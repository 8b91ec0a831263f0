"""The part that decides is named when its loss stands out, and not otherwise."""

import math

import pytest

from probe.conclusions.findings import Facts, find
from probe.wording import wording_of
from tests.probe.conclusions.planted import DISTANCE, cells, protocol

RATES = {"a": [0.0, 0.0, 0.2, 0.4, 0.8]}
"""Misses: the level that keeps least of the margin is the last, 10 m."""


def rows(lost, *, backbone="a", i=1, j=4, variant="unmasked"):
    """Rows of parts in the cell of the standard condition (1) and the worst level (4)."""
    return tuple(
        {
            "protocol": "distance",
            "backbone": backbone,
            "variant": variant,
            "part": part,
            "i": i,
            "j": j,
            "mean": 0.5,
            "n_subjects": 9,
            "lost": value,
        }
        for part, value in lost.items()
    )


def part_findings(parts):
    facts = Facts(("a",), (), subjects=20, pictures=100, parts=parts)
    far = protocol(DISTANCE)
    return [f for f in find({"distance": far}, cells(far, RATES), facts) if f.key == "part"]


def sentence_of(parts):
    (finding,) = part_findings(parts)
    return wording_of().either(finding.message)


def test_the_part_that_loses_most_is_named_with_its_share_and_its_row():
    (finding,) = part_findings(rows({"head": 0.02, "legs": 0.06, "torso": 0.02}))
    assert wording_of().either(finding.message) == (
        "At 10\u00a0m legs decides: "
        "it takes 60\u00a0% of the margin over strangers that is lost there."
    )
    assert (finding.protocol, finding.title) == ("distance", "a")
    (cell,) = finding.cells
    assert (cell["part"], cell["i"], cell["j"], cell["variant"]) == ("legs", 1, 4, "unmasked")


def test_a_loss_that_is_spread_names_no_part_as_deciding():
    text = sentence_of(rows({"head": 0.033, "legs": 0.034, "torso": 0.033}))
    assert text.startswith("At 10\u00a0m no part decides")
    assert "most in legs (34\u00a0% of it)" in text


def test_a_part_decides_when_it_loses_half_as_much_again_as_the_next():
    assert "upper decides" in sentence_of(rows({"upper": 0.061, "lower": 0.039}))
    assert "no part decides" in sentence_of(rows({"upper": 0.059, "lower": 0.041}))
    twelve = {f"stripe {k}": 0.01 for k in range(11)}
    assert "stripe 11 decides" in sentence_of(rows({**twelve, "stripe 11": 0.016}))
    assert "no part decides" in sentence_of(
        rows({**twelve, "stripe 11": 0.016, "stripe 12": 0.015})
    )


def test_more_than_all_is_all():
    assert "takes 100\u00a0% of" in sentence_of(rows({"upper": 0.12, "lower": -0.02}))


def test_where_nothing_is_lost_nothing_is_blamed():
    assert sentence_of(rows({"upper": -0.01, "lower": 0.01})).startswith(
        "No margin over strangers is lost"
    )


@pytest.mark.parametrize(
    "parts",
    [
        (),
        rows({"upper": 0.1}, backbone="b"),
        rows({"upper": 0.1}, variant="grey"),
        rows({"upper": 0.1}, i=1, j=3),
        rows({"upper": math.nan, "lower": math.nan}),
    ],
)
def test_without_figures_of_the_worst_level_nothing_is_said(parts):
    assert part_findings(parts) == []
