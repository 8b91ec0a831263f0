"""Pairs of a run with seeds: the mean over the seeds, and what the run calls shown."""

from pathlib import Path

import pandas as pd
import pytest

STUDIES = Path(__file__).parents[2] / "examples" / "studies"


@pytest.fixture
def directions(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import directions

    return directions


class Differences:
    """The table of a run with two seeds of two models and one model without seeds."""

    def __init__(self):
        shared = {"protocol": "o", "variant": "unmasked", "figure": "fnmr", "condition": "90"}
        lines = [
            ("f.one_seed1", "f.two_seed1", 0.1, 0.05, 0.15, True),
            ("f.two_seed2", "f.one_seed2", -0.3, -0.4, -0.2, True),
            ("f.one_seed1", "f.two_seed2", 0.9, 0.8, 1.0, True),
            ("f.one_seed1", "osnet.m", -0.2, -0.5, 0.1, None),
            ("f.one_seed2", "osnet.m", -0.4, -0.5, -0.3, True),
        ]
        heads = ("backbone_a", "backbone_b", "difference", "low", "high", "differs")
        self.differences = pd.DataFrame(
            [{**shared, **dict(zip(heads, line, strict=True))} for line in lines]
        )


def test_seeds_are_paired_with_themselves_and_turned(directions):
    line = directions.summary(Differences(), "one", "two").iloc[0]
    assert (line["seeds"], line["up"], line["down"]) == (2, 2, 0)
    assert (line["difference"], line["least"], line["most"]) == pytest.approx((0.2, 0.1, 0.3))
    assert (line["low"], line["high"]) == pytest.approx((0.125, 0.275))


def test_a_model_without_seeds_is_paired_with_every_seed(directions):
    line = directions.summary(Differences(), "osnet.m", "one").iloc[0]
    assert (line["seeds"], line["up"], line["down"]) == (2, 1, 0)
    assert line["difference"] == pytest.approx(0.3)
