"""Models of two runs bear a mark, and fail where their own run says so."""

from probe.reports.compared import TwoRuns
from probe.reports.source import Source


def test_names_and_failures_are_those_of_their_own_run(run_of, monkeypatch) -> None:
    first, second = Source(run_of("one_model")), Source(run_of("five"))
    both = TwoRuns((first, second), ())
    assert list(both.shorts) == ["stripes (1)", *(f"{name} (2)" for name in second.run.backbones)]
    assert next(iter(both.shorts.values())) == f"{first.shorts['stripes']} (1)"
    rates = {("distance", "stripes"): 0.4}
    monkeypatch.setattr(Source, "failing", lambda self, p, b: self is first and rates.get((p, b)))
    assert both.failing("distance", "stripes (1)") == 0.4
    assert not both.failing("distance", f"{second.run.backbones[0]} (2)")
