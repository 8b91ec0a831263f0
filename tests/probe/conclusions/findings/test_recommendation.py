"""What is recommended of a model: one rule for the page and for a site."""

import pytest

from probe.conclusions.findings.evidence import Place, evidence
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.recommendation import Asked, recommendation, stricter
from tests.probe.conclusions.planted import DISTANCE, cells, facts, protocol


@pytest.mark.parametrize(
    ("fmr", "measured", "answer"),
    [
        (None, True, "use"),
        (0.1, True, "use"),
        (0.001, True, "undecided"),
        (None, False, "unmeasured"),
    ],
)
def test_neither_another_rate_nor_another_level_is_guessed(fmr, measured, answer) -> None:
    far = protocol(DISTANCE)
    study = Cells({"distance": far}, cells(far, {"a": [0.0] * 5}), facts("a"))
    figures = evidence(study, [Place("distance", far.conditions, ())], "a")
    got, _ = recommendation(study, "a", Asked(0.1, fmr, measured=measured), figures)
    assert got == answer


def test_which_rate_is_the_stricter_one() -> None:
    assert stricter(0.001, 0.01)
    assert not stricter(0.01, 0.01 * (1 + 1e-12))
    assert not stricter(0.1, 0.01)
