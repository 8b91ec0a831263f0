"""Several false match rates, split strangers and leanings, from the command to the report."""

import json
from dataclasses import replace

import pandas as pd
import pytest

import probe
from probe.cli import main
from probe.conclusions.findings import Facts
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.leaning import leaning
from probe.errors import RunError, UsageError
from probe.runs.manifest import ThresholdEntry
from probe.runs.reading import Run
from probe.study.model_comparison import compare_runs
from probe.study.request import StudyRequest
from probe.study.verification import verify
from probe.wording import wording_of

in_words = wording_of().stored


def said(finding):
    return wording_of().either(finding.message)


@pytest.fixture
def study(tmp_path, protocol_file, make_photos, studied):
    def make(people=16, **asked):
        folder = tmp_path / f"photos{people}"
        if not folder.exists():
            make_photos(folder, people=people)
        asked = {"fmr": (0.03, 0.001), "pictures": False, **asked}
        return studied(
            StudyRequest(protocol_file, ("stripes",), photos=folder, out=tmp_path / "runs", **asked)
        )

    return make


def test_errors_are_stated_at_every_rate_that_is_resolved(study):
    run = study(fmr=(0.03, 0.01, 0.001, 0.03))
    assert run.manifest.options["further_fmr"] == [0.01, 0.001]
    (first,) = run.manifest.thresholds
    second, third = run.manifest.further_thresholds
    assert (first.fmr, second.fmr, third.fmr) == (0.03, 0.01, 0.001)
    assert second.value > first.value
    assert third.value is None
    assert (
        in_words(third.note)
        == "0.1\u00a0% needs at least 34 people with three pictures each, there are 16"
    )
    rates = run.rates.set_index(["fmr_asked", "i", "j"]).sort_index()
    assert len(rates) == 3 * 6
    assert (rates.loc[0.01, "fnmr"] >= rates.loc[0.03, "fnmr"]).all()
    assert rates.loc[0.001, "fnmr"].isna().all()
    cells = run.cells[(run.cells["kind"] == "mated") & (run.cells["i"] <= run.cells["j"])]
    pd.testing.assert_series_equal(
        cells.set_index(["i", "j"])["fnmr"], rates.loc[0.03, "fnmr"], check_names=False
    )
    assert verify(run).problems == ()


def test_a_changed_rate_or_leaning_is_found(study):
    run = study()
    for name, column in (("rates", "anew_high"), ("leanings", "bias")):
        table = getattr(run, name)
        table.loc[0, column] = 0.123456
        table.to_parquet(run.path / f"{name}.parquet", index=False)
    problems = " ".join(map(wording_of(), verify(Run(run.path)).problems))
    assert "rates.parquet: anew_high: 1 of" in problems
    assert "leanings.parquet: bias: 1 of" in problems


def test_thresholds_set_on_half_of_the_people(study):
    whole, run = study(), study(split_strangers=True)
    assert run.manifest.options["split_strangers"]
    assert run.manifest.seeds == {"split_strangers": 0}
    (entry,) = run.manifest.thresholds
    assert (entry.tuned_on, entry.tested_on) == (8, 8)
    assert entry.comparisons == entry.tested_comparisons == 9 * 8 * 7 // 2
    standard = run.cells.query("kind == 'at_large' and i == 2 and j == 2").iloc[0]
    assert standard["false_matches"] == entry.tested_false_matches
    assert standard["fmr_observed"] == entry.tested_false_matches / entry.tested_comparisons
    assert verify(run).problems == ()
    with pytest.raises(RunError, match="half of the people"):
        compare_runs(whole, run)
    again = study(split_strangers=True)
    assert again.manifest.thresholds == run.manifest.thresholds
    assert again.cells.equals(run.cells)


def test_too_few_people_to_split_are_refused_before_anything_is_embedded(study, tmp_path):
    with pytest.raises(UsageError, match="3\u00a0% needs at least 7 people") as refused:
        study(people=8, split_strangers=True)
    assert "leave --split-strangers out" in refused.value.hint
    assert not (tmp_path / "runs").exists()


def test_the_command_and_the_reports_say_so(tmp_path, protocol_file, make_photos, capsys):
    folder = make_photos(tmp_path / "photos", people=16)
    given = ["run", str(protocol_file), "--photos", str(folder), "--backbone", "stripes"]
    given += ["--out", str(tmp_path / "runs"), "--json", "--split-strangers"]
    assert main([*given, "--fmr", "0.03,0.001"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert in_words(told["further_thresholds"][0]["note"]).startswith(
        "0.1\u00a0% needs at least 34 people"
    )
    run = probe.open_run(told["run"])
    page = (run.path / "report.html").read_text("utf-8")
    report = json.loads((run.path / "report.json").read_text("utf-8"))
    rows = report["decisions"]["rows"]
    assert [row["fmr"] for row in rows] == ["3\u00a0%", "0.1\u00a0%"]
    assert rows[1]["note"] == told["further_thresholds"][0]["note"]
    assert rows[0]["tested_counts"] == (f"{run.manifest.thresholds[0].tested_false_matches} of 252")
    for text in (rows[0]["threshold"], rows[0]["tested_counts"], rows[1]["note"]):
        assert text in page
    assert "thresholds were set on 8 of them" in page
    assert "precision-first" in page or "not shown to lean" in page
    assert main([*given, "--fmr", "0.03", "--fmr", "2"]) == 2
    assert "--fmr 2 is not between 0 and 1" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*given, "--fmr", "1 of 100"])
    assert "1\u00a0% is written 0.01 or 1%, several 0.01,0.001" in capsys.readouterr().err


def test_the_api_takes_one_rate_or_several(tmp_path, protocol_file, photos):
    told = {"photos": photos, "out": tmp_path / "runs", "pictures": False}
    one, several = (
        probe.run(protocol_file, backbones=["stripes"], fmr=fmr, **told)
        for fmr in (0.03, (0.03, 0.02))
    )
    assert one.manifest.further_thresholds == ()
    assert [entry.fmr for entry in several.manifest.further_thresholds] == [0.02]


ROW = {
    "variant": "unmasked", "backbone": "m", "against": "", "bias": 0.9, "low": 0.4, "high": 1.4,
    "method": "", "note": "", "n_subjects": 20, "side": "precision-first", "fnmr": 0.3,
    "fmr": 0.012, "conditions": 3, "p_adjusted": 0.002,
}  # fmt: skip


def sentences(*rows):
    names = dict.fromkeys(str(row["backbone"]) for row in rows)
    entries = tuple(
        ThresholdEntry(
            backbone=name,
            variant="unmasked",
            fmr=0.01,
            value=0.5,
            false_matches=9,
            comparisons=900,
            subjects=20,
            strangers=20,
            resolved=True,
        )
        for name in names
    )
    facts = Facts(tuple(names), entries, subjects=20, pictures=100, leanings=rows)
    return [said(found) for found in leaning(Cells({}, pd.DataFrame(), facts))]


def test_the_sentence_follows_the_interval():
    (text,) = sentences(ROW)
    assert text == (
        "m is precision-first: at its threshold for 1\u00a0% it rejects 30\u00a0% of pairs of the "
        "same person once conditions change, and accepts 1\u00a0% of strangers at large "
        "(c = +0.90, 95\u00a0% +0.40 to\u00a0+1.40)."
    )
    (text,) = sentences({**ROW, "side": "recall-first"})
    assert text.startswith("m is recall-first: ")
    (text,) = sentences({**ROW, "side": "neither"})
    assert text.startswith("m is not shown to lean to either error: ")
    missing = float("nan")
    unknown = {"low": missing, "high": missing, "p_adjusted": missing, "side": ""}
    (text,) = sentences({**ROW, **unknown, "note": "one end of c lies open"})
    assert text.startswith("Which error m leans to is not told: ")
    assert text.endswith("no interval: one end of c lies open).")
    assert sentences({**ROW, "bias": missing}) == []


def test_of_two_models_the_more_precision_first_is_named():
    other = {**ROW, "backbone": "n", "bias": 0.2, "low": -0.1, "high": 0.5}
    pair = {
        **ROW,
        "backbone": "n",
        "against": "m",
        "side": "",
        "bias": -0.7,
        "low": -1.1,
        "high": -0.3,
    }
    text = sentences(ROW, other, pair)[-1]
    assert (
        text
        == "m is more precision-first than n: c is 0.70 higher (95\u00a0% +0.30 to\u00a0+1.10)."
    )
    text = sentences(ROW, other, {**pair, "p_adjusted": 0.06})[-1]
    assert text.startswith("Between m and n no difference in this leaning is shown")
    missing = float("nan")
    text = sentences(ROW, other, {**pair, "low": missing, "high": missing, "note": "few"})[-1]
    assert text == "Which of m and n is the more precision-first is not decided (few)."


def test_a_request_names_a_rate_once():
    request = StudyRequest("p", fmr=(0.01, 0.001, 0.01, 0.001))
    assert request.other_rates == (0.001,)
    with pytest.raises(UsageError, match="not between 0 and 1"):
        replace(request, fmr=(0.01, 0.0)).check()
