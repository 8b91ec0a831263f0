"""Which error a model leans to: as stored, or nothing for a run that holds none."""

import pandas as pd

from probe.reports.leaning import leans_of
from probe.reports.source import Source

ROW = {"variant": "unmasked", "against": "", "method": "", "note": "", "low": 0.1, "high": 0.5}


def leans(run_of, monkeypatch, **changes):
    run = run_of("five")
    first, second = run.backbones
    rows = [
        {**ROW, "backbone": first, "bias": 0.31, "side": "precision-first", **changes},
        {**ROW, "backbone": second, "against": first, "bias": 0.2, "side": ""},
    ]
    monkeypatch.setattr(run, "leanings", pd.DataFrame(rows))
    return leans_of(Source(run))


def test_each_model_has_its_side_and_the_number_with_interval(run_of, monkeypatch) -> None:
    first, second = leans(run_of, monkeypatch)
    assert (first.side, first.figure.text) == ("precision-first", "+0.31")
    assert first.meaning == "misses people more often than it lets strangers pass"
    assert first.figure.interval == "+0.10 to\u00a0+0.50"
    assert (second.side, second.figure.text) == ("", "–")


def test_without_an_interval_no_side_is_told(run_of, monkeypatch) -> None:
    nan = float("nan")
    (first, _) = leans(run_of, monkeypatch, low=nan, high=nan)
    assert (first.side, first.meaning) == ("not told", "no interval")


def test_a_run_that_holds_none_has_none(run_of) -> None:
    assert leans_of(Source(run_of("one_model"))) == ()
