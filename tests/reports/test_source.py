"""A run as a report reads it."""

import pytest

from probe.reports.source import DEFAULT_LIMIT, Source


def test_thresholds_decide_only_when_every_model_has_one(run_of) -> None:
    assert Source(run_of("five")).decided
    source = Source(run_of("few"))
    assert not source.decided
    assert source.why_undecided


def test_rows_are_of_the_variant_that_is_drawn(run) -> None:
    for variant in ("unmasked", "files"):
        source = Source(run, variant=variant)
        assert {row["variant"] for row in source.rates} == {variant}
        assert {row["variant"] for row in source.differences} == {variant}


@pytest.fixture
def run(run_of, monkeypatch):
    """A run with rates and differences of two variants."""
    import pandas as pd

    run = run_of("five")
    table = pd.DataFrame([{"variant": name, "x": 1.0} for name in ("unmasked", "files")])
    monkeypatch.setitem(vars(run), "rates", table)
    monkeypatch.setitem(vars(run), "differences", table)
    files = {**run.manifest.files, "differences.parquet": "0"}
    monkeypatch.setattr(run, "manifest", run.manifest.model_copy(update={"files": files}))
    return run


def test_the_limit_is_the_runs_or_ten_percent(run_of) -> None:
    assert Source(run_of("five")).limit == DEFAULT_LIMIT


def test_people_are_those_compared_with_themselves(run_of) -> None:
    assert Source(run_of("five")).people == 8
    assert Source(run_of("one_person")).people == 1


def test_findings_are_said_with_their_title(run_of) -> None:
    source = Source(run_of("five"))
    said = source.said_findings
    assert len(said) == len(source.run.findings)
    assert all(finding.title for finding in said if finding.protocol)
    assert source.sentence("no-such-finding") == ""


def test_models_fail_whose_misses_in_the_standard_condition_exceed_the_limit(
    run_of, monkeypatch
) -> None:
    run = run_of("five")
    name = run.backbones[0]
    standard = run.protocols["distance"].standard.index
    missed = float(run.matrix(name, "distance", "fnmr")[standard, standard])
    for limit, rate in ((missed - 0.001, missed), (missed, None)):
        options = {**run.manifest.options, "fnmr_limit": limit}
        manifest = run.manifest.model_copy(update={"options": options})
        monkeypatch.setattr(run, "manifest", manifest)
        assert Source(run).failing("distance", name) == rate
    assert Source(run_of("few")).failing("distance", name) is None


def test_a_finding_of_one_sentence_is_one_point(run_of) -> None:
    source = Source(run_of("five"))
    headline = source.finding("headline")
    assert headline
    assert source.points(headline) == (source.headline,)
