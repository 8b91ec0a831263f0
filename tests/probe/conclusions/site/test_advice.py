"""What a run says about a site as a whole, and that nothing is claimed beyond what was measured."""

import re

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from probe.conclusions.site import advise
from probe.errors import UsageError
from probe.protocol.finding import load_protocol
from tests.probe.conclusions.planted_pairs import row
from tests.probe.conclusions.site.planted_runs import (
    PROTOCOLS,
    TEXTS,
    PlantedRun,
    answer,
    in_words,
    notes_of,
)

MEASURED = {
    "m": {"2", "4", "6", "8", "10", "14"},
    "cm": {"112", "172", "232"},
    "°": {"0", "90", "180", "270"},
}


def test_one_at_a_time_is_said(make_run):
    run = make_run("distance", "turn", "camera_height")
    advice = advise(run, "distance=3..10 camera_height=2.3 orientation=any fmr=0.01")
    notes = " ".join(notes_of(advice))
    assert "what distance, camera height and orientation do together was not measured" in notes
    assert "camera_height=2.3 is read in metres: 230 cm" in notes
    assert "together" not in " ".join(notes_of(advise(run, "orientation=any backpack=any")))
    assert "together" not in " ".join(notes_of(advise(run, "distance=4 orientation=any")))


def test_other_false_match_rates(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.3, ("distance", "14"): 0.04})
    strict = advise(run, "distance=14 fmr=0.001")
    assert strict.verdicts[0].answer == "undecided"
    assert "0.1\u00a0% needs at least" in notes_of(strict)[-1]
    assert "there are 20" in notes_of(strict)[-1]
    assert answer(run, "distance=10 fmr=0.001").answer == "avoid"
    resolved = advise(run, "distance=14 fmr=0.006")
    assert "run the study again with --fmr 0.006" in notes_of(resolved)[-1]
    loose = advise(run, "distance=14 fmr=0.05")
    assert loose.verdicts[0].answer == "use"
    assert "no more is missed" in notes_of(loose)[-1]
    unknown = answer(run, "distance=10 fmr=0.05")
    assert unknown.answer == "undecided"
    assert "at the 5\u00a0% asked it misses less" in in_words(unknown.sentences[0])
    assert {cell["i"] for cell in unknown.sentences[0].cells} == {4}


def test_a_rate_is_counted_in_the_half_that_thresholds_are_set_on(make_run):
    halves = {"comparisons": 405, "tuned_on": 10, "tested_on": 10}  # 45 pairs of people, 3 x 3
    strict = advise(make_run("distance", strangers=halves), "distance=14 fmr=0.001")
    assert "at least 34 people with three pictures each, there are 10." in notes_of(strict)[-1]


def test_without_strangers_a_stricter_rate_is_not_counted_out(make_run):
    nobody = {"comparisons": 0, "strangers": 0, "false_matches": 0}
    advice = advise(make_run("distance", threshold=None, strangers=nobody), "distance=14 fmr=0.001")
    assert advice.verdicts[0].answer == "undecided"
    assert not any("people with" in note for note in notes_of(advice))


def test_unknown_mask_variants_are_refused(make_run):
    with pytest.raises(UsageError, match="no mask variant 'sam'"):
        advise(make_run("distance"), "distance=any", variant="sam")


@pytest.fixture(scope="module")
def wide_run(tmp_path_factory):
    rng = np.random.default_rng(4)
    keys = [(n, c.key) for n in TEXTS for c in PROTOCOLS[n].conditions]
    rates = {
        (model, *key): float(rng.choice([0, 0.03, 0.2, 0.7, np.nan]))
        for model in ("a.x", "b.x", "c.x")
        for key in keys
    }
    path = tmp_path_factory.mktemp("wide") / "run"
    return PlantedRun(tuple(TEXTS), rates=rates, models=("a.x", "b.x", "c.x")).write(path)


def spans(low, high, unit):
    ends = st.tuples(st.integers(low, high), st.integers(0, high - low)).map(
        lambda pair: f"{pair[0]}..{pair[0] + pair[1]}{unit}"
    )
    return st.one_of(
        st.none(), st.just("any"), st.integers(low, high).map(lambda n: f"{n}{unit}"), ends
    )


SITES = st.fixed_dictionaries(
    {
        "distance": spans(0, 40, "m"),
        "camera_height": spans(0, 500, "cm"),
        "orientation": spans(0, 400, "deg"),
        "facing": spans(0, 400, "°"),
        "clothing": st.sampled_from([None, "any", "grey", "red,white"]),
        "backpack": st.sampled_from([None, "any", "with"]),
        "fmr": st.sampled_from([None, "0.01", "0.001", "0.05"]),
        "fnmr": st.sampled_from([None, "0.05", "0.5"]),
    }
)


NUMBER_WITH_UNIT = re.compile(r"(\d+(?:\.\d+)?)\u00a0?(m|cm|°)(?![a-z])")


NOT_NAMED = dict.fromkeys(
    ("distance", "camera_height", "orientation", "facing", "clothing", "backpack", "fmr", "fnmr")
)


STANDARD_WITHOUT_A_PAIR = {**NOT_NAMED, "distance": "4m", "clothing": "grey"}
"""A factor named at its standard level only, where the run has no figure."""


@settings(max_examples=150, deadline=None)
@given(SITES)
@example(STANDARD_WITHOUT_A_PAIR)
def test_no_recommendation_names_a_level_that_was_not_measured(wide_run, parts):
    text = " ".join(f"{name}={value}" for name, value in parts.items() if value)
    assume(any(parts[name] for name in parts if name not in {"fmr", "fnmr"}))
    advice = advise(wide_run, text)
    assert len(advice.verdicts) == 3
    for verdict in advice.verdicts:
        for sentence in verdict.sentences:
            for number, unit in NUMBER_WITH_UNIT.findall(in_words(sentence)):
                named = MEASURED[unit]
                if sentence.key == "break":  # between measured levels, and it says so
                    ends = [float(level) for level in named]
                    assert 0.95 * min(ends) <= float(number) <= 1.05 * max(ends)
                else:
                    assert number in named, in_words(sentence)
            for cell in sentence.cells:
                varied = wide_run.protocols[cell["protocol"]]
                assert cell["j"] == varied.standard.index
                assert 0 <= cell["i"] < len(varied.conditions)
        _check_promise(verdict, advice.site.limit, wide_run, parts)


def _check_promise(verdict, limit, run, parts):
    """What may be used rests on cells within the limit, of every factor that is named."""
    if verdict.answer != "use":
        return
    first = verdict.sentences[0]
    table = run.cells[(run.cells["kind"] == "mated") & (run.cells["backbone"] == verdict.backbone)]
    for cell in first.cells:
        rows = table[(table["protocol"] == cell["protocol"]) & (table["i"] == cell["i"])]
        assert (rows["fnmr_high"] <= limit).all()
    used = {axis.name for cell in first.cells for axis in run.protocols[cell["protocol"]].axes}
    assert {name for name, value in parts.items() if value} - {"fmr", "fnmr"} <= used
    for name, high in (("distance", 14), ("camera_height", 232)):
        numbers = [int(n) for n in re.findall(r"\d+", parts[name] or "")]
        assert all(n <= high for n in numbers), "nothing beyond the measured levels is promised"


def test_a_real_study_is_advised_from_its_own_cells(photos, protocol_file, tmp_path):
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    request = StudyRequest(
        protocol_file,
        ("stripes",),
        photos=photos,
        out=tmp_path / "runs",
        cache=tmp_path / "c",
        fmr=0.03,
    )
    run = run_study(request)
    (verdict,) = advise(run, "orientation=90..180").verdicts
    rates = run.matrix("stripes", "turn", "fnmr")[:, 2]
    assert verdict.worst.value == max(rates[1], rates[2])
    assert load_protocol(protocol_file).conditions[verdict.worst.i].level in {"90", "180"}
    (all_round,) = advise(run, "orientation=any").verdicts
    texts = " ".join(in_words(sentence) for sentence in all_round.sentences)
    assert "not measured between 180° and 0°" in texts


def test_the_better_model_is_that_of_the_paired_comparison(make_run):
    """Not the one that keeps more of its own margin."""
    base = {"protocol": "distance", "backbone_a": "a.x", "backbone_b": "b.x"}
    rows = (
        row("auc", 0.1, **base),
        row("retention", -0.2, -0.3, -0.1, **base),
        row("fnmr", -0.01, -0.1, 0.1, differs=False, **base),
    )
    run = make_run("distance", models=("a.x", "b.x"), differences=rows)
    notes = " ".join(notes_of(advise(run, "distance=4..6")))
    assert "On the same people b.x tells people apart better than a.x under distance." in notes
    older = make_run("distance", models=("a.x", "b.x"), differences=rows[1:])
    assert "On the same people" not in " ".join(notes_of(advise(older, "distance=4..6")))
