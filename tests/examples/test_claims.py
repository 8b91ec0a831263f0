"""Claims are decided by intervals over people and trainings, and by the trainings' agreement."""

from pathlib import Path

import numpy as np
import pytest

from probe.statistics.jackknife import SUBJECTS, Jackknifed

STUDIES = Path(__file__).parents[2] / "examples" / "studies"


@pytest.fixture
def claims(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import claims

    return claims


@pytest.mark.parametrize(
    ("differences", "limits", "strict", "expected"),
    [
        ((0.1, 0.2, 0.3), (0.05, 0.3), False, "holds"),
        ((0.1, 0.2, 0.3), (-0.05, 0.3), False, "not told"),
        ((-0.1, 0.2, 0.9), (0.01, 0.3), False, "not told"),
        ((-0.1, 0.2, 0.9), (0.01, 0.3), True, "fails"),
        ((0.1, 0.2, 0.3), (-0.05, 0.3), True, "not told"),
        ((-0.1, -0.2, -0.3), (-0.5, -0.1), False, "fails"),
        ((-0.1, 0.2, 0.1), (-0.5, 0.4), False, "not told"),
    ],
)
def test_a_verdict(claims, differences, limits, strict, expected):
    assert claims.verdict(differences, *limits, strict=strict) == expected


def trained(*values):
    """A figure of people in several trainings."""
    people = np.linspace(-0.05, 0.05, 30)
    every = []
    for value in values:
        figures = value + people
        without = (figures.sum() - figures) / 29
        every.append(Jackknifed(float(figures.mean()), {SUBJECTS: without}))
    return every


def test_an_answer_has_both_intervals(claims):
    claim = claims.Claim("a helps", "plain", "IBN-a", ("market_form", "pku_reid"), ("pku_reid",))
    every = [
        claims.Compared(claim, data, figure, trained(0.3, 0.3, 0.3), trained(0.41, 0.40, 0.29))
        for data in ("market_form", "pku_reid")
        for figure in claims.FIGURES
    ]
    table = claims.answers(every)
    assert len(table) == 6
    answer = table[0]
    assert answer.trainings == "+0.110000 +0.100000 -0.010000"
    assert (answer.agree, answer.subjects) == (2, 30)
    assert answer.difference == pytest.approx(0.2 / 3)
    assert answer.low < answer.people_low <= answer.people_high < answer.high
    verdicts = {(one.data, one.figure): one.verdict for one in table}
    assert verdicts["pku_reid", "mAP"] == "fails"
    assert verdicts["market_form", "mAP"] == "not told"
    assert verdicts["pku_reid", "rank-1"] == "not told"
    assert answer.adjusted == pytest.approx(min(1.0, 2 * answer.p_value))
