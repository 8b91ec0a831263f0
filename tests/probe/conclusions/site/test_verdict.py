"""Whether a model may be used, and what the answer rests on."""

import numpy as np
import pytest

from probe.conclusions.findings import Facts
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.verdict import verdicts
from probe.conclusions.site import advise
from tests.probe.conclusions.site.planted_runs import answer, in_words, notes_of


def test_a_model_within_the_limit_may_be_used(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.06, ("distance", "14"): 0.9})
    verdict = answer(run, "distance=4..10")
    assert verdict.answer == "use"
    assert (verdict.worst.i, verdict.worst.value) == (4, 0.06)
    first = verdict.sentences[0]
    assert "May be used: at most 6\u00a0% missed at 10\u00a0m" in in_words(first)
    assert "4\u00a0% to\u00a08\u00a0%" in in_words(first)
    assert first.cells[0] == {
        "protocol": "distance", "backbone": "a.x", "variant": "unmasked", "kind": "mated",
        "i": 4, "j": 1, "figure": "fnmr",
    }  # fmt: skip
    assert {cell["i"] for cell in first.cells} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("rate", "width", "expected"),
    [
        (0.06, 0.02, "use"),
        (0.06, 0.08, "promising"),
        (0.06, np.nan, "promising"),
        (0.15, 0.08, "doubtful"),
        (0.15, np.nan, "doubtful"),
        (0.15, 0.02, "avoid"),
    ],
)
def test_the_interval_decides_how_sure_the_answer_is(make_run, rate, width, expected):
    run = make_run("distance", rates={("distance", "10"): rate}, width=width)
    # A width that is not known is one that was refused: too few people.
    assert answer(run, "distance=4..10 fnmr=0.1").answer == expected


def test_a_level_that_only_encloses_the_site_makes_it_doubtful(make_run):
    run = make_run("distance", rates={("distance", "2"): 0.5})
    assert answer(run, "distance=4..10").answer == "use"
    verdict = answer(run, "distance=3..10")
    assert verdict.answer == "doubtful"
    assert "between measured levels" in in_words(verdict.sentences[1])
    assert "50\u00a0% missed at 2\u00a0m" in in_words(verdict.sentences[1])
    assert answer(run, "distance=2..10").answer == "avoid"


def test_nothing_is_promised_beyond_the_measured_levels(make_run):
    run = make_run("distance", rates={("distance", "14"): 0.05})
    advice = advise(run, "distance=3..20")
    (verdict,) = advice.verdicts
    assert verdict.answer == "unmeasured"
    sentences = [in_words(sentence) for sentence in verdict.sentences]
    assert "Distance was not measured beyond 14\u00a0m: nothing is claimed there." in sentences
    assert "nothing was measured below 2\u00a0m or beyond 14\u00a0m" in " ".join(notes_of(advice))
    run_into = answer(run, "distance=20..30")
    assert (run_into.answer, run_into.worst) == ("unmeasured", None)


def test_missing_figures_are_said(make_run):
    run = make_run("distance", rates={("distance", "8"): np.nan})
    verdict = answer(run, "distance=any")
    assert verdict.answer == "unmeasured"
    assert "No pictures of one person to compare at 8\u00a0m." in [
        in_words(sentence) for sentence in verdict.sentences
    ]
    alone = make_run("distance", rates={("distance", "4"): np.nan})
    assert answer(alone, "distance=any").answer == "use"


def test_factors_and_series_that_are_not_named_stay_at_the_standard(make_run):
    run = make_run("turn", rates={("turn", "with/180"): 0.9})
    assert answer(run, "orientation=any").answer == "use"
    assert answer(run, "orientation=any backpack=without").answer == "use"
    verdict = answer(run, "orientation=any backpack=any")
    assert verdict.answer == "avoid"
    assert verdict.worst.i == 6


def test_without_a_threshold_nothing_is_recommended(make_run):
    run = make_run("distance", threshold=None)
    verdict = answer(run, "distance=any")
    assert verdict.answer == "undecided"
    assert "1 % needs at least 7 people" in in_words(verdict.sentences[0])
    assert verdict.sentences[0].cells == ()
    assert not any("No pictures" in in_words(sentence) for sentence in verdict.sentences)


def test_strangers(make_run):
    run = make_run("distance", passing=0.09, alike=0.98)
    verdict = answer(run, "distance=any")
    assert verdict.answer == "promising"
    assert "strangers pass more often than the 1\u00a0% asked" in in_words(verdict.sentences[0])
    assert "Of strangers dressed alike up to 98\u00a0% pass" in in_words(verdict.sentences[-1])
    assert {cell["kind"] for cell in verdict.sentences[-1].cells} == {"at_large", "alike"}
    plain = answer(make_run("distance"), "distance=any")
    assert "How strangers dressed alike fare was not measured." in in_words(plain.sentences[-1])


def test_without_an_interval_none_is_spoken_of(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.06})
    run.cells[["fnmr_joint_low", "fnmr_joint_high"]] = np.nan
    sentence = in_words(answer(run, "distance=4..10 fnmr=0.1").sentences[0])
    assert "no interval: too few people" in sentence
    assert "with so few people it cannot be shown that the misses stay within it" in sentence
    assert "an interval does not" not in sentence


@pytest.mark.parametrize(
    ("rate", "width", "passing"),
    [
        (0.0, 0.02, 0.01),
        (0.06, 0.08, 0.01),
        (0.05, 0.02, 0.09),
        (0.3, 0.25, 0.01),
        (0.3, 0.02, 0.01),
    ],
)
def test_the_verdict_of_the_page_is_the_advice_on_all_levels(make_run, rate, width, passing):
    rates = {("turn", "with/90"): rate, ("turn", "without/0"): rate / 2}
    run = make_run("turn", rates=rates, width=width, passing=passing)
    site = answer(run, "orientation=any backpack=any")
    facts = Facts(("a.x",), run.manifest.thresholds, subjects=20, pictures=20)
    _, page = verdicts(Cells(run.protocols, run.cells, facts))
    assert page.message.values["answer"] == site.answer
    assert page.message.values["reason"].data() == site.sentences[0].message.data()
    assert page.cells == site.sentences[0].cells


def test_where_it_breaks_is_said_of_the_factors_that_the_site_names(make_run):
    run = make_run("distance", "camera_height", rates={("distance", "10"): 0.2})
    (said,) = [s for s in answer(run, "distance=4..10").sentences if s.key == "break"]
    assert in_words(said).replace("\u00a0", " ") == (
        "Distance: misses cross 10 % at 9 m (95 % interval 8.8 m to 9.11 m) going up; "
        "no measured level going down. Between measured levels they are taken to change evenly."
    )
    assert {cell["protocol"] for cell in said.cells} == {"distance"}
    other = answer(run, "camera_height=1.12m")
    assert "break" not in {sentence.key for sentence in other.sentences}


def test_the_limit_that_breaks_is_the_one_of_the_site(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.2, ("distance", "14"): 0.6})
    (said,) = [s for s in answer(run, "distance=4..10 fnmr=0.4").sentences if s.key == "break"]
    assert "misses cross 40 % at 12 m" in in_words(said).replace("\u00a0", " ")
