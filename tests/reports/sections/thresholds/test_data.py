"""The table of thresholds, the misses at a further rate and the leanings: alike in every print."""

import json
import re
from pathlib import Path

import pandas as pd
import pymupdf
import pytest

import probe
from probe.reports.document import build

OTHER = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Bands:
    """Mean colours of a few bands."""

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        bands = images.reshape(len(images), 6, -1, 3).mean(axis=2)
        return bands.reshape(len(images), -1).astype(np.float32) - 100

cards = [BackboneCard(f"bands{k}", input_size=(48, 20), needs_weights=False) for k in range(5)]
one, two, three, four, five = (
    BackboneSpec(cards=(card,), load=lambda c, w, r: Bands(c)) for card in cards
)
'''


def bare(text):
    return re.sub(r"[\s\u200b\u00ad]", "", text)


@pytest.fixture
def study(tmp_path, protocol_file, make_photos, monkeypatch):
    (tmp_path / "bands.py").write_text(OTHER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    folder = make_photos(tmp_path / "photos", people=16)

    def make(*backbones, **asked):
        return probe.run(
            protocol_file, backbones=backbones, photos=folder, out=tmp_path / "runs", **asked
        )

    return make


def test_every_print_carries_the_table(study, page_parser):
    run = study("stripes", "bands:one", fmr=(0.05, 0.01, 0.001), split_strangers=True)
    files = run.report()
    told = json.loads(files["json"].read_text("utf-8"))
    screen = bare(page_parser.Page(files["html"].read_text("utf-8")).text)
    with pymupdf.open(files["pdf"]) as document:
        paper = bare("".join(page.get_text() for page in document))
    rows = told["decisions"]["rows"]
    named = [(row["model"], row["fmr"].replace("\u00a0", "")) for row in rows]
    assert named == [(0, "5%"), (1, "5%"), (-1, "1%"), (-1, "0.1%")]
    texts = [told["decisions"]["caption"], *told["decisions"]["leanings"]]
    texts += [row["note"] for row in rows]
    for row in (row for row in rows if not row["note"]):
        texts += [row["threshold"], row["above"], row["tested_counts"], row["anew"]]
        assert row["true"]
        assert row["carried"]
        texts += [row["true"], row["carried"]]
        texts += [row[name]["text"] for name in ("standard", "worst", "tested")]
        texts += [row[name]["interval"] for name in ("standard", "worst")]
        texts.append(row["worst_at"])
    for lean in told["summary"]["leans"]:
        texts += [lean["side"], lean["figure"]["text"], lean["figure"]["interval"]]
    assert len([text for text in texts if text]) > 20
    for text in texts:
        assert bare(text) in screen
        assert bare(text) in paper


def test_misses_at_a_further_rate_stand_beside_those_that_decide(study, page_parser):
    run = study("stripes", fmr=(0.05, 0.01))
    (chapter,) = build(run).chapters
    rates = run.rates.set_index(["fmr_asked", "i", "j"])["fnmr"]
    for cell in chapter.data("matrices").cells[0]:
        ((rate, figure),) = cell.further
        assert rate == "1\u00a0%"
        assert figure.value == rates[0.01, cell.i, cell.j]
        assert cell.fnmr.value == rates[0.05, cell.i, cell.j]
    files = run.report()
    assert "Missed at 1\u00a0%" in files["html"].read_text("utf-8")
    with pymupdf.open(files["pdf"]) as document:
        assert "Missedat1%" in bare("".join(page.get_text() for page in document))


def test_many_models_show_their_number_in_the_summary(study):
    names = ("one", "two", "three", "four", "five")
    run = study(*(f"bands:{name}" for name in names), fmr=0.05)
    document = build(run)
    assert document.data("thresholds").leanings == ()
    page = run.report()["html"].read_text("utf-8")
    for lean in document.data("summary").leans:
        assert f"{lean.side}, c {lean.figure.text}" in page


def test_tables_that_lose_their_heads_on_a_phone_name_every_figure(study):
    page = study("bands:one", "bands:two", fmr=0.05).report()["html"].read_text("utf-8")
    rows = re.findall(r'<table class="duel">.*?</table>', page, re.DOTALL)
    assert rows
    for table in rows:
        heads = re.findall(r'<th scope="col">(.*?)</th>', table)
        named = re.findall(r'<td data-t="(.*?)">', table)
        assert set(named) <= set(heads)
        assert named


def test_an_older_run_has_no_such_table():
    document = build(probe.open_run(Path(__file__).parents[3] / "data" / "run_v1"))
    assert document.data("thresholds") is None
    assert document.data("summary").leans == ()
    assert all(cell.further == () for cell in document.chapters[0].data("matrices").cells[0])


def test_of_levels_with_equally_many_misses_the_least_certain_is_named_as_in_the_summary(
    run, monkeypatch
):
    rates = run.rates.copy()
    place = list(zip(rates["i"], rates["j"], strict=True))
    rates["fnmr"] = [0.5 if 0 in at and at != (0, 0) else 0.0 for at in place]
    rates["high"] = [{(0, 1): 0.6, (0, 2): 0.7}.get(at, 0.4) for at in place]
    monkeypatch.setattr(run, "rates", rates)
    data = build(run, chapter=()).data("thresholds")
    assert {row.worst_at for row in data.rows if not row.note} == {"140"}
    assert "Both are of one level taken alone" in data.caption


def test_every_model_has_the_stored_errors_and_its_worst_level(run, monkeypatch):
    rates = run.rates.copy()
    place = list(zip(rates["i"], rates["j"], strict=True))
    rates["fnmr"] = [{(0, 1): 0.25, (0, 2): 0.5, (1, 2): 0.75}.get(at, 0.125) for at in place]
    monkeypatch.setattr(run, "rates", rates)
    unit = probe.wording.wording_of().numbers.unit
    entries = [entry for entry in run.manifest.thresholds if entry.variant == "unmasked"]
    for row, entry in zip(build(run, chapter=()).data("thresholds").rows, entries, strict=True):
        assert run.backbones[row.model] == entry.backbone
        assert row.threshold == unit(entry.value, 4)
        assert row.above == f"{entry.false_matches} of {entry.comparisons}"
        pairs = "pair" if entry.carrying_pairs == 1 else "pairs"
        carried = f"from {entry.carrying_pairs} {pairs}, {entry.carrying_people} people"
        assert row.carried == carried
        assert (row.standard.value, row.worst.value, row.worst_at) == (0.125, 0.5, "140")
        assert row.anew
        assert row.note == ""


def test_where_a_fall_is_wanted_is_not_where_most_is_missed(run, monkeypatch):
    """With a second factor, at which everybody should be missed."""
    (name,) = run.protocols
    wanted = run.protocols[name].model_copy(update={"name": "dress", "expectation": "sensitive"})
    here, there = run.rates.assign(fnmr=0.5), run.rates.assign(protocol="dress", fnmr=1.0)
    monkeypatch.setattr(run, "rates", pd.concat([here, there]))
    monkeypatch.setattr(run, "protocols", {**run.protocols, "dress": wanted})
    data = build(run, chapter=()).data("thresholds")
    assert {row.worst.value for row in data.rows if not row.note} == {0.5}
