"""Advice for a site: how a site is read, what speaks for it, and that nothing else is claimed."""

import html
import json
import re
from argparse import ArgumentParser

import numpy as np
import pandas as pd
import pymupdf
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import probe
from probe.cli import advise as command
from probe.cli import main
from probe.conclusions.site import advise, keep_site, parse_site
from probe.conclusions.site.asked import Range
from probe.conclusions.site.reach import reach
from probe.errors import RunError, UsageError
from probe.files.strict_yaml import parse_yaml
from probe.protocol.finding import load_protocol
from probe.protocol.model import protocol_of
from probe.runs.manifest import BackboneEntry, Manifest, ProtocolEntry, ThresholdEntry
from probe.runs.reading import Run
from probe.runs.writer import RunWriter
from probe.study.verification import verify
from probe.wording import wording_of


def said(finding):
    return wording_of().either(finding.message)


def noted(advice):
    return [wording_of()(note) for note in advice.notes]


PATTERN = 'photos: {pattern: "{subject}/{take}.png"}\n'
TEXTS = {
    "distance": "factors: [{name: distance, unit: m, kind: ordered, levels: [2, 4, 6, 8, 10, 14],"
    " standard: 4}]\n",
    "camera_height": "factors: [{name: camera_height, unit: cm, kind: ordered,"
    " levels: [112, 172, 232], standard: 112}]\n",
    "turn": 'factors: [{name: orientation, unit: "°", kind: circular, levels: [0, 90, 180, 270],'
    " standard: 180}]\nseries: {name: backpack, levels: [without, with], standard: without}\n",
    "half": 'factors: [{name: facing, unit: "°", kind: circular, levels: [0, 90, 180],'
    " standard: 180}]\n",
    "clothing": "factors: [{name: clothing, levels: [white, grey, red], standard: white}]\n",
}
MEASURED = {
    "m": {"2", "4", "6", "8", "10", "14"},
    "cm": {"112", "172", "232"},
    "°": {"0", "90", "180", "270"},
}


def text_of(name):
    return f"name: {name}\ntitle: {name}\nquestion: What?\n{TEXTS[name]}{PATTERN}"


@pytest.fixture(scope="module")
def protocols():
    return {name: protocol_of(parse_yaml(text_of(name), f"{name}.yaml")) for name in TEXTS}


@pytest.fixture
def make_run(tmp_path, protocols):
    return lambda *names, **told: write_run(tmp_path / "run", protocols, names, **told)


def write_run(
    path, protocols, names, *, rates=None, width=0.02, passing=0.01, fmr=0.01, models=("a.x",),
    value=0.5, alike=None, people=20, strangers=None,
):  # fmt: skip
    """A run whose misses are `rates[protocol, level]` (0 elsewhere), `width` to both sides."""
    threshold = {
        "variant": "unmasked", "fmr": fmr, "value": value, "false_matches": 9,
        "comparisons": 950, "subjects": 20, "strangers": 20, "resolved": value is not None,
        "note": "" if value is not None else "1 % needs at least 7 people",
    } | (strangers or {})  # fmt: skip
    chosen = {name: protocols[name] for name in names}
    manifest = Manifest(
        status="started", study="s", run="r", created="2026-01-01T00:00:00Z",
        protocols=tuple(
            ProtocolEntry(name=n, file=f"{n}.yaml", digest="0", source="photos", pictures=1,
                          failures=0) for n in names
        ),
        backbones=tuple(BackboneEntry(name=m, card={}, digest="0", dimension=4) for m in models),
        thresholds=tuple(ThresholdEntry(backbone=m, **threshold) for m in models),
    )  # fmt: skip
    writer = RunWriter(path, manifest)
    rows = []
    for name, told in chosen.items():
        writer.text(f"protocols/{name}.yaml", text_of(name))
        for model in models:
            rows += _cells(
                told, model, rates or {}, width, passing, alike, decided=value is not None
            )
    writer.table("cells.parquet", pd.DataFrame(rows))
    images = [{"image_id": str(k), "subject": str(k), "role": "subject", "status": "ok"}
              for k in range(people)]  # fmt: skip
    writer.table("images.parquet", pd.DataFrame(images))
    return writer.complete()


def _cells(told, model, rates, width, passing, alike, *, decided):
    s = told.standard.index
    for condition in told.conditions:
        key = (told.name, condition.key)
        rate = rates.get((model, *key), rates.get(key, 0.0)) if decided else np.nan
        base = {"protocol": told.name, "backbone": model, "variant": "unmasked"}
        base |= {"i": condition.index, "j": s}
        bounds = {"fnmr_low": max(0, rate - width), "fnmr_high": min(1, rate + width)}
        yield base | {"kind": "mated", "fnmr": rate} | bounds
        yield base | {"kind": "at_large", "fmr_observed": passing}
        if alike is not None:
            yield base | {"kind": "alike", "fmr_observed": alike}


@pytest.mark.parametrize(
    ("text", "name", "protocol", "expected"),
    [
        ("distance=3..10", "distance", "distance", Range(3, 10)),
        ("distance=300cm..10m", "distance", "distance", Range(3, 10)),
        ("distance=2.5..3m", "distance", "distance", Range(2.5, 3)),
        ("camera_height=2.3m", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=230cm", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=230", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=2.3", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=50", "camera_height", "camera_height", Range(50, 50)),
        ("orientation=315..45", "orientation", "turn", Range(315, 405)),
        ("orientation=-45..45deg", "orientation", "turn", Range(315, 405)),
        ("orientation=0..360", "orientation", "turn", Range(0, 360)),
        ("orientation=90°", "orientation", "turn", Range(90, 90)),
    ],
)
def test_ranges_are_read_in_the_protocols_unit(protocols, text, name, protocol, expected):
    wish = parse_site(text, protocols).wish(name)
    assert wish.ranges[protocol] == expected
    assert bool(wish.note) == (text == "camera_height=2.3")


def test_rates_and_levels(protocols):
    site = parse_site("clothing=red,grey backpack=any fmr=0.1% fnmr=0.05", protocols)
    assert (site.fmr, site.limit) == (0.001, 0.05)
    assert site.wish("clothing").levels["clothing"] == ("grey", "red")
    assert site.wish("backpack").anything
    assert parse_site("backpack=any", protocols).fmr is None


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ("", "names no factor", "distance=3..10"),
        ("fmr=0.01", "names no factor", "distance=3..10"),
        ("distance", "'distance' is not NAME=VALUE", "write, for example"),
        ("distance=", "is not NAME=VALUE", "write, for example"),
        ("distence=3", "did not vary 'distence'", "did you mean 'distance'?"),
        ("background=any", "did not vary 'background'", "probe run protocols/background.yaml"),
        ("distance=3 distance=4", "named twice", ""),
        ("distance=far", "'far' is no number", "write any"),
        ("distance=3..", "'' is no number", "write any"),
        ("distance=10..3", "the lower end stands first", ""),
        ("distance=3m..10", "the unit stands behind the last number", ""),
        ("distance=3ft", "measured in m, not in 'ft'", "m, cm, mm"),
        ("orientation=3m", "measured in °, not in 'm'", ""),
        ("clothing=red..white", "has no order", "commas"),
        ("clothing=gray", "no measured level", "did you mean 'grey'?"),
        ("distance=3 fmr=2", "no false match rate between 0 and 1", "fmr=0.01"),
        ("distance=3 fnmr=x", "no false non-match rate between 0 and 1", "fnmr=0.01"),
    ],
)
def test_what_cannot_be_read_is_named(protocols, text, told, hint):
    with pytest.raises(UsageError) as refused:
        parse_site(text, protocols)
    assert told in refused.value.message
    assert hint in (refused.value.hint or "")
    if refused.value.place:
        assert refused.value.place in text


@pytest.mark.parametrize(
    ("text", "inside", "beside", "missing"),
    [
        ("distance=3..10", "4 6 8 10", "2", ()),
        ("distance=4..10", "4 6 8 10", "", ()),
        ("distance=5", "", "4 6", ()),
        ("distance=6", "6", "", ()),
        ("distance=any", "2 4 6 8 10 14", "", ()),
        ("distance=9..20", "10 14", "8", ("beyond 14\u00a0m",)),
        ("distance=20..30", "", "", ("beyond 14\u00a0m",)),
        ("distance=0.5..1", "", "", ("below 2\u00a0m",)),
        ("distance=0..99", "2 4 6 8 10 14", "", ("below 2\u00a0m", "beyond 14\u00a0m")),
        ("camera_height=2.3m", "", "172 232", ()),
        ("orientation=any", "0 90 180 270", "", ()),
        ("orientation=315..45", "0", "90 270", ()),
        ("orientation=180", "180", "", ()),
        ("orientation=100..120", "", "90 180", ()),
        ("facing=any", "0 90 180", "", ("between 180° and 0°",)),
        ("facing=45..200", "90 180", "0", ("between 180° and 0°",)),
        ("facing=0..180", "0 90 180", "", ()),
        ("facing=200..220", "", "", ("between 180° and 0°",)),
        ("clothing=grey", "grey", "", ()),
        ("clothing=any", "white grey red", "", ()),
    ],
)
def test_only_measured_levels_speak_for_a_wish(protocols, text, inside, beside, missing):
    (wish,) = parse_site(text, protocols).wishes
    name, axis = next(
        (p.name, a) for p in protocols.values() for a in p.axes if a.name == wish.factor
    )
    found = reach(axis, wish, name)
    assert set(found.inside) == set(inside.split())
    assert set(found.beside) == set(beside.split())
    assert tuple(wording_of()(part) for part in found.missing) == missing


def answer(run, site, model="a.x"):
    return next(v for v in advise(run, site).verdicts if v.backbone == model)


def test_a_model_within_the_limit_may_be_used(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.06, ("distance", "14"): 0.9})
    verdict = answer(run, "distance=4..10")
    assert verdict.answer == "use"
    assert (verdict.worst.i, verdict.worst.value) == (4, 0.06)
    first = verdict.sentences[0]
    assert "May be used: at most 6\u00a0% missed at 10\u00a0m" in said(first)
    assert "4\u00a0% to\u00a08\u00a0%" in said(first)
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
    assert "between measured levels" in said(verdict.sentences[1])
    assert "50\u00a0% missed at 2\u00a0m" in said(verdict.sentences[1])
    assert answer(run, "distance=2..10").answer == "avoid"


def test_nothing_is_promised_beyond_the_measured_levels(make_run):
    run = make_run("distance", rates={("distance", "14"): 0.05})
    found = advise(run, "distance=3..20")
    (verdict,) = found.verdicts
    assert verdict.answer == "unmeasured"
    told = [said(each) for each in verdict.sentences]
    assert "Distance was not measured beyond 14\u00a0m: nothing is claimed there." in told
    assert "nothing was measured below 2\u00a0m or beyond 14\u00a0m" in " ".join(noted(found))
    run_into = answer(run, "distance=20..30")
    assert (run_into.answer, run_into.worst) == ("unmeasured", None)


def test_a_factor_covered_by_one_of_two_protocols_is_measured(make_run, protocols):
    crossed = text_of("distance").replace("name: distance\ntitle", "name: near\ntitle", 1)
    crossed = crossed.replace("2, 4, 6, 8, 10, 14", "2, 4")
    near = protocol_of(parse_yaml(crossed, "near.yaml"))
    from probe.conclusions.site.evidence import grounds, unmeasured

    both = {"near": near, "distance": protocols["distance"]}
    assert not unmeasured(grounds(parse_site("distance=2..10", both), both))
    assert unmeasured(grounds(parse_site("distance=2..10", {"near": near}), {"near": near}))


def test_missing_figures_are_said(make_run):
    run = make_run("distance", rates={("distance", "8"): np.nan})
    verdict = answer(run, "distance=any")
    assert verdict.answer == "unmeasured"
    assert "No pictures of one person to compare at 8\u00a0m." in [
        said(s) for s in verdict.sentences
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


def test_one_at_a_time_is_said(make_run):
    run = make_run("distance", "turn", "camera_height")
    found = advise(run, "distance=3..10 camera_height=2.3 orientation=any fmr=0.01")
    notes = " ".join(noted(found))
    assert "what distance, camera height and orientation do together was not measured" in notes
    assert "camera_height=2.3 is read in metres: 230 cm" in notes
    assert "together" not in " ".join(noted(advise(run, "orientation=any backpack=any")))
    assert "together" not in " ".join(noted(advise(run, "distance=4 orientation=any")))


def test_other_false_match_rates(make_run):
    run = make_run("distance", rates={("distance", "10"): 0.3, ("distance", "14"): 0.04})
    strict = advise(run, "distance=14 fmr=0.001")
    assert strict.verdicts[0].answer == "undecided"
    assert "0.1\u00a0% needs at least" in noted(strict)[-1]
    assert "there are 20" in noted(strict)[-1]
    assert answer(run, "distance=10 fmr=0.001").answer == "avoid"
    resolved = advise(run, "distance=14 fmr=0.006")
    assert "run the study again with --fmr 0.006" in noted(resolved)[-1]
    loose = advise(run, "distance=14 fmr=0.05")
    assert loose.verdicts[0].answer == "use"
    assert "no more is missed" in noted(loose)[-1]
    unknown = answer(run, "distance=10 fmr=0.05")
    assert unknown.answer == "undecided"
    assert "at the 5\u00a0% asked it misses less" in said(unknown.sentences[0])
    assert {cell["i"] for cell in unknown.sentences[0].cells} == {4}


def test_a_rate_is_counted_in_the_half_that_thresholds_are_set_on(make_run):
    halves = {"comparisons": 405, "tuned_on": 10, "tested_on": 10}  # 45 pairs of people, 3 x 3
    strict = advise(make_run("distance", strangers=halves), "distance=14 fmr=0.001")
    assert "at least 34 people with three pictures each, there are 10." in noted(strict)[-1]


def test_without_strangers_a_stricter_rate_is_not_counted_out(make_run):
    nobody = {"comparisons": 0, "strangers": 0, "false_matches": 0}
    found = advise(make_run("distance", value=None, strangers=nobody), "distance=14 fmr=0.001")
    assert found.verdicts[0].answer == "undecided"
    assert not any("people with" in note for note in noted(found))


def test_without_a_threshold_nothing_is_recommended(make_run):
    run = make_run("distance", value=None)
    verdict = answer(run, "distance=any")
    assert verdict.answer == "undecided"
    assert "1 % needs at least 7 people" in said(verdict.sentences[0])
    assert verdict.sentences[0].cells == ()
    assert not any("No pictures" in said(each) for each in verdict.sentences)


def test_strangers(make_run):
    run = make_run("distance", passing=0.09, alike=0.98)
    verdict = answer(run, "distance=any")
    assert verdict.answer == "promising"
    assert "strangers pass more often than the 1\u00a0% asked" in said(verdict.sentences[0])
    assert "Of strangers dressed alike up to 98\u00a0% pass" in said(verdict.sentences[-1])
    assert {cell["kind"] for cell in verdict.sentences[-1].cells} == {"at_large", "alike"}
    plain = answer(make_run("distance"), "distance=any")
    assert "How strangers dressed alike fare was not measured." in said(plain.sentences[-1])


def test_unknown_mask_variants_are_refused(make_run):
    with pytest.raises(UsageError, match="no mask variant 'sam'"):
        advise(make_run("distance"), "distance=any", variant="sam")


def printed(run, *arguments):
    parser = ArgumentParser()
    command.add(parser)
    return command.call(parser.parse_args([str(run.path), *arguments]))


def test_the_command_names_usable_models_first(make_run, capsys):
    rates = {("worse", "distance", "8"): 0.7}
    run = make_run("distance", rates=rates, models=("worse", "better"))
    assert printed(run, "--site", "distance=4..8") == 0
    out = capsys.readouterr().out
    assert out.index("better: may be used") < out.index("worse: not to be used")
    assert "what this rests on" in out
    assert printed(run, "--site", "distance=4..8", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [v["answer"] for v in told["verdicts"]] == ["avoid", "use"]
    assert told["verdicts"][0]["sentences"][0]["cells"][0]["i"] == 3


@pytest.fixture(scope="module")
def wide_run(tmp_path_factory, protocols):
    rng = np.random.default_rng(4)
    keys = [(n, c.key) for n in TEXTS for c in protocols[n].conditions]
    rates = {
        (model, *key): float(rng.choice([0, 0.03, 0.2, 0.7, np.nan]))
        for model in ("a.x", "b.x", "c.x")
        for key in keys
    }
    path = tmp_path_factory.mktemp("wide") / "run"
    return write_run(path, protocols, tuple(TEXTS), rates=rates, models=("a.x", "b.x", "c.x"))


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
    found = advise(wide_run, text)
    assert len(found.verdicts) == 3
    for verdict in found.verdicts:
        for sentence in verdict.sentences:
            for number, unit in NUMBER_WITH_UNIT.findall(said(sentence)):
                assert number in MEASURED[unit], said(sentence)
            for cell in sentence.cells:
                told = wide_run.protocols[cell["protocol"]]
                assert cell["j"] == told.standard.index
                assert 0 <= cell["i"] < len(told.conditions)
        _check_promise(verdict, found.site.limit, wide_run, parts)


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
    texts = " ".join(said(each) for each in all_round.sentences)
    assert "not measured between 180° and 0°" in texts


def test_a_study_keeps_the_advice_and_every_report_shows_it(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=90..180 fnmr=0.2")
    assert run.manifest.options["site"] == "orientation=90..180 fnmr=0.2"
    assert run.site == advise(run, "orientation=90..180 fnmr=0.2").data()
    assert run.changed_files() == []
    for _ in range(2):
        files = run.report(tmp_path / "out")
        told = json.loads(files["json"].read_text("utf-8"))["site"]
        assert told["text"] == "orientation=90..180 fnmr=0.2"
        (verdict,) = told["verdicts"]
        page = files["html"].read_text("utf-8")
        paper = paper_text(files["pdf"])
        for sentence, kept in zip(
            verdict["sentences"], run.site["verdicts"][0]["sentences"], strict=True
        ):
            assert sentence["text"] == wording_of().stored(kept["message"])
            assert sentence["cells"] == kept["cells"]
            assert bare(sentence["text"]) in bare(page)
            assert bare(sentence["text"]) in paper
        for note in told["notes"]:
            assert bare(note) in bare(page)
            assert bare(note) in paper


def test_sentences_link_to_the_rows_of_their_figures(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=any")
    page = run.report(tmp_path / "r.html")["html"].read_text("utf-8")
    links = re.findall(r'<a href="#(t-[^"]+)">([^<]+)</a>', page)
    assert links
    protocol = run.protocols["turn"]
    for anchor, text in links:
        model, condition = (int(part) for part in anchor.split("-")[-2:])
        assert text == protocol.label(protocol.conditions[condition])
        row = re.search(rf'<tr id="{anchor}"[^>]*><td>([^<]*)</td><td>([^<]*)</td>', page)
        assert row.groups() == (text if model == 0 else "", run.backbones[model])


def test_a_site_named_later_is_kept_with_the_run(photos, protocol_file, tmp_path, capsys):
    run = study(protocol_file, photos, tmp_path)
    assert run.site == {}
    assert "site" not in run.manifest.options
    assert main(["report", str(run.path), "--site", "orientation=any"]) == 0
    again = probe.open_run(run.path)
    assert again.site["site"]["text"] == "orientation=any"
    assert again.changed_files() == []
    assert verify(again).problems == ()
    run.report(site="orientation=180")
    assert probe.open_run(run.path).site["site"]["text"] == "orientation=180"
    assert main(["report", str(run.path)]) == 0
    told = json.loads((run.path / "report.json").read_text("utf-8"))
    assert told["site"]["text"] == "orientation=180"


def test_other_advice_than_follows_is_found(photos, protocol_file, tmp_path):
    run = study(protocol_file, photos, tmp_path, site="orientation=any")
    file = run.path / "site.json"
    file.write_text(file.read_text("utf-8").replace('"answer": "', '"answer": "un'), "utf-8")
    problems = verify(run).problems
    assert "site.json was changed or is missing" in problems
    assert "site.json: other advice follows from the cells" in problems


@pytest.mark.parametrize("site", ["", "orientation", "orientation=x", "distance=4", "fmr=0.01"])
def test_a_bad_site_is_refused_before_any_work(photos, protocol_file, tmp_path, site):
    with pytest.raises(UsageError, match="--site"):
        study(protocol_file, photos, tmp_path, site=site)
    assert not (tmp_path / "runs").exists()
    run = study(protocol_file, photos, tmp_path)
    before = {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="--site"):
        run.report(site=site)
    assert {path: path.read_bytes() for path in run.path.rglob("*") if path.is_file()} == before


def test_an_unfinished_run_gives_no_advice(tmp_path, protocols):
    writer = RunWriter(tmp_path / "r", Manifest(status="started", study="s", run="r", created="x"))
    with pytest.raises(RunError, match="is started, not complete"):
        keep_site(Run(writer.path), "distance=4")


def study(protocol_file, photos, tmp_path, **options):
    return probe.run(
        protocol_file, backbones=["stripes"], photos=photos, out=tmp_path / "runs", fmr=0.03,
        **options,
    )  # fmt: skip


def bare(text):
    return re.sub(r"\s|<[^>]*>", "", html.unescape(text))


def paper_text(path):
    with pymupdf.open(path) as document:
        return bare("".join(page.get_text() for page in document))


def test_the_run_command_prints_the_recommendation(photos, protocol_file, tmp_path, capsys):
    command = ["run", str(protocol_file), "--photos", str(photos), "--out", str(tmp_path / "r")]
    command += ["--fmr", "0.03", "--no-report", "--backbone", "stripes", "--site", "orientation=90"]
    assert main(command) == 0
    (path,) = (tmp_path / "r").glob("turn/*")
    kept = Run(path).site["verdicts"][0]["sentences"][0]
    first = wording_of().stored(kept["message"])
    assert f"stripes, at the site: {first}\n" in capsys.readouterr().out
    assert main([*command, "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["site"]["verdicts"][0]["sentences"][0]["text"] == first
