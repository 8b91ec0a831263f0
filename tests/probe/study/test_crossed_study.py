"""Crossed factors in a study: stored, told, drawn, verified."""

import json
import re
import shutil
from dataclasses import asdict
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

import probe
from probe.cli import main
from probe.protocol.finding import load_protocol
from probe.runs.encoding import file_sha256
from probe.runs.reading import Run
from probe.statistics.interaction import interactions
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify
from probe.wording import wording_of


def said(finding):
    return wording_of().either(finding.message)


CROSSED = """\
name: crossed
title: Turning and light
question: Does turning cost more in the dark?
factors:
  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180], standard: 180}
  - {name: light, kind: nominal, levels: [day, night], standard: day}
takes: 2
photos: {pattern: "{subject}_{orientation}_{light}_{take}.png"}
"""

PLANTED = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec
class Planted:
    """Reads the vector that is written into the picture's first row, a byte a number."""

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        return images[:, 0, :, 0].astype(np.float32) - 128

card = BackboneCard("planted", input_size=(8, 24), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: Planted(c))
'''


def write_planted(folder, cost, people=10):
    """Pictures whose vectors lie off a person's own by `cost[level, light, ...]`."""
    folder.mkdir()
    rng = np.random.default_rng(4)
    for person in range(people):
        own = rng.standard_normal(24)
        for (level, light, *bag), off in cost.items():
            for take in range(2):
                vector = own / np.linalg.norm(own) + off * rng.standard_normal(24) / np.sqrt(24)
                row = np.clip(128 + 200 * vector, 0, 255).astype(np.uint8)
                picture = np.repeat(np.broadcast_to(row, (8, 24))[:, :, None], 3, axis=2)
                name = f"{person:02d}_{level}_{light}_{''.join(f'{b}_' for b in bag)}{take}.png"
                Image.fromarray(picture).save(folder / name)
    return folder


ADDS_UP = {(0, "day"): 0.5, (90, "day"): 0.5, (180, "day"): 0.4}
TOGETHER = {**ADDS_UP, (0, "night"): 1.6, (90, "night"): 1.6, (180, "night"): 0.4}


@pytest.fixture
def study(tmp_path, monkeypatch, studied):
    (tmp_path / "planted_one.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "crossed.yaml").write_text(CROSSED + "fit: stretch\n", encoding="utf-8")

    def make(cost):
        folder = write_planted(tmp_path / "photos", cost)
        request = StudyRequest(
            tmp_path / "crossed.yaml",
            ("planted_one:spec",),
            photos=folder,
            out=tmp_path / "runs",
            fmr=0.03,
        )
        return studied(request)

    return make


def whole(run):
    table = run.interactions
    (row,) = table[table["kind"] == "whole"].to_dict("records")
    return row


def test_a_planted_interaction_is_stored_told_and_drawn(study, tmp_path):
    run = study(TOGETHER)
    row = whole(run)
    kept = run.matrix("planted", "crossed", "retention")
    protocol = run.protocols["crossed"]
    s = protocol.standard.index
    at = {c.levels: kept[c.index, s] for c in protocol.conditions}
    change = {
        light: np.mean([at["0", light], at["90", light]]) - at["180", light]
        for light in ("day", "night")
    }
    assert row["change_a"] == pytest.approx(change["day"])
    assert row["change_b"] == pytest.approx(change["night"])
    assert row["estimate"] == pytest.approx(change["night"] - change["day"])
    assert row["decided"]
    assert row["high"] < 0
    (finding,) = [f for f in run.findings if f.key == "interaction"]
    assert finding.title == "planted"
    assert said(finding).startswith("A change of orientation costs more for “night” than for “day”")
    assert {cell["kind"] for cell in finding.cells} == {"whole"}
    (departure,) = [f for f in run.findings if f.key == "departure"]
    assert said(departure).startswith("Together they do not add up at 90° and “night” (−.")
    assert {cell["kind"] for cell in departure.cells} == {"single"}
    told = json.loads(probe.open_run(run.path).report(tmp_path / "r.json")["json"].read_text())
    (crossed,) = told["chapters"][0]["crossed"]
    assert crossed["sentence"] == f"{said(finding)} {said(departure)}"
    assert told["chapters"][0]["finding"].endswith(said(finding))


def test_without_an_interaction_its_interval_is_said(study):
    run = study({**ADDS_UP, **{(a, "night"): off for (a, _), off in ADDS_UP.items()}})
    (finding,) = [f for f in run.findings if f.key == "interaction"]
    assert "is not shown" in said(finding)
    assert re.search(r"95\u00a0% .* to\W[+−]?\.\d\d\)\.", said(finding))
    assert not whole(run)["decided"]


def test_a_run_with_crossed_factors_verifies_and_a_changed_figure_is_found(study):
    run = study(TOGETHER)
    assert verify(run).problems == ()
    table = run.interactions.copy()
    table.loc[table["kind"] == "whole", "estimate"] += 0.001
    table.to_parquet(run.path / "interactions.parquet", index=False)
    files = dict(run.manifest.files)
    files["interactions.parquet"] = file_sha256(run.path / "interactions.parquet")
    manifest = json.loads((run.path / "manifest.json").read_text("utf-8")) | {"files": files}
    (run.path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (problem,) = verify(Run(run.path)).problems
    assert wording_of()(problem).startswith("interactions.parquet: estimate: 1 of")


def test_a_run_from_before_interactions_still_verifies(study, tmp_path):
    run = study(TOGETHER)
    old = tmp_path / "old"
    shutil.copytree(run.path, old)
    (old / "interactions.parquet").unlink()
    findings = [asdict(f) for f in run.findings if f.key not in {"interaction", "departure"}]
    (old / "findings.json").write_text(json.dumps(findings), encoding="utf-8")
    files = {n: s for n, s in run.manifest.files.items() if n != "interactions.parquet"}
    files["findings.json"] = file_sha256(old / "findings.json")
    manifest = json.loads((old / "manifest.json").read_text("utf-8")) | {"files": files}
    (old / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert verify(Run(old)).problems == ()
    assert Run(old).interactions is None


def test_the_stored_table_is_what_the_library_computes(study):
    from probe.study.recomputation import recompute

    run = study(TOGETHER)
    results, _ = recompute(run)
    (crossing,) = results.crossings().values()
    table = run.interactions
    single = table[table["kind"] == "single"]
    assert list(single["estimate"]) == pytest.approx(
        [t.interval.estimate for t in crossing.single], abs=1e-12
    )
    assert list(single["p_adjusted"]) == pytest.approx([t.adjusted for t in crossing.single])
    assert table[table["kind"] == "share"]["estimate"].sum() == pytest.approx(1)
    with pytest.raises(probe.errors.ComparisonError):
        interactions(run.protocols["crossed"], np.ones((3, 2)))


def test_one_factor_has_no_such_table(photos, protocol_file, tmp_path):
    run = run_study(
        StudyRequest(protocol_file, ("stripes",), photos=photos, out=tmp_path / "r", fmr=0.03)
    )
    assert run.interactions is None
    assert not [f for f in run.findings if f.key == "interaction"]
    assert verify(run).problems == ()


def test_too_few_people_are_told_so(make_photos, protocol_file, tmp_path):
    text = protocol_file.read_text(encoding="utf-8").replace(
        "takes: 3", "series: {name: bag, levels: [1, 2, 3], standard: 1}\ntakes: 1"
    )
    protocol_file.write_text(text.replace("{take}", "{series}"), encoding="utf-8")
    photos = make_photos(tmp_path / "four", people=4)
    run = run_study(StudyRequest(protocol_file, ("stripes",), photos=photos, out=tmp_path / "r"))
    (finding,) = [f for f in run.findings if f.key == "interaction"]
    assert "cannot be said: 4 subjects: an interval about people needs at least 5" in said(finding)
    told = json.loads(probe.open_run(run.path).report(tmp_path / "r.json")["json"].read_text())
    (crossed,) = told["chapters"][0]["crossed"]
    assert crossed["pairs"] == []
    assert isinstance(run.interactions, pd.DataFrame)


EXAMPLE = Path(__file__).parents[3] / "examples" / "orientation_distance.yaml"


@pytest.mark.checkout
def test_the_example_crosses_every_level(capsys):
    protocol = load_protocol(EXAMPLE)
    seen = {
        (scene["orientation"], scene["distance"])
        for scene in map(protocol.scene_parameters, protocol.conditions)
    }
    assert seen == set(product((0, 90, 180, 270), (4, 8, 12)))
    assert protocol.standard.levels == ("180", "4")
    assert main(["validate", str(EXAMPLE)]) == 0
    assert "sound" in capsys.readouterr().out


@pytest.mark.checkout
@pytest.mark.slow
def test_the_example_is_rendered_and_its_factors_are_told_apart(tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8")
    for whole, few in (("0, 90, 180, 270", "90, 180"), ("4, 8, 12", "4, 12"), ("s: 5", "s: 2")):
        assert whole in text
        text = text.replace(whole, few)
    (tmp_path / "small.yaml").write_text(text, encoding="utf-8")
    run = run_study(
        StudyRequest(tmp_path / "small.yaml", ("stripes",), subjects=5, out=tmp_path / "r")
    )
    (row,) = run.interactions.query("kind == 'whole'").to_dict("records")
    assert row["n_subjects"] == 5
    assert row["low"] <= row["estimate"] <= row["high"]
    assert wording_of().stored(row["place_a"]) == "at 4\u00a0m"
    assert wording_of().stored(row["place_b"]) == "at 12\u00a0m"
    assert run.interactions.query("kind == 'single'").empty
    told = json.loads(probe.open_run(run.path).report(tmp_path / "r.json")["json"].read_text())
    (pair,) = told["chapters"][0]["crossed"][0]["pairs"]
    # Two factors of two levels have one departure only: the interaction as a whole.
    (departure,) = [f for line in pair["maps"][1]["figures"] for f in line if f["text"] != "–"]
    assert departure["value"] == pytest.approx(row["estimate"])


def test_with_three_factors_every_pair_is_drawn_averaged_over_the_third(study, tmp_path):
    file = tmp_path / "crossed.yaml"
    text = file.read_text(encoding="utf-8").replace("takes: 2\n", "takes: 2\n" + BAG)
    file.write_text(text.replace("{take}", "{bag}_{take}"), encoding="utf-8")
    with_bag = {(*place, bag): off for place, off in TOGETHER.items() for bag in "no"}
    run = study(with_bag)
    told = json.loads(probe.open_run(run.path).report(tmp_path / "r.json")["json"].read_text())
    pairs = told["chapters"][0]["crossed"][0]["pairs"]
    titles = ["Orientation × Light", "Orientation × Bag", "Light × Bag"]
    assert [pair["title"] for pair in pairs] == titles
    protocol = run.protocols["crossed"]
    kept = run.matrix("planted", "crossed", "retention")[:, protocol.standard.index]
    dark = [kept[c.index] for c in protocol.conditions if c.levels == ("90", "night")]
    assert len(dark) == 2
    assert pairs[0]["maps"][0]["figures"][1][1]["value"] == pytest.approx(np.mean(dark))
    whole = run.interactions.query("kind == 'whole'")
    assert [pair["difference"]["value"] for pair in pairs] == pytest.approx(list(whole["estimate"]))
    shares = told["chapters"][0]["crossed"][0]["shares"]
    assert all(name in shares for name in (*titles, "three factors or more", "people"))


BAG = "series: {name: bag, levels: [n, o], standard: n}\n"
