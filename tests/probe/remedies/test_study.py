"""Remedies in a study: what is tried, what is stored, and what is noted instead."""

import json

import numpy as np
import pytest
from PIL import Image

from probe.contracts import BackboneCard, PairScorer
from probe.embedding.loaded import Loaded, ModelKey
from probe.masking.variants import unmasked
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.remedies.shipped.flip_average import FlipAverage
from probe.remedies.study import measure_remedies
from probe.runs.manifest import Manifest
from probe.runs.paths import remedies_file
from probe.runs.writer import RunWriter, now
from probe.wording import wording_of
from probe.wording.message import message_from


@pytest.fixture
def run_writer(tmp_path):
    return RunWriter(tmp_path / "r", Manifest(status="started", study="s", run="r", created=now()))


@pytest.fixture
def variant(photos, protocol_file):
    return unmasked([photo_set(load_protocol(protocol_file), photos)])


@pytest.fixture
def loaded(planted):
    backbone = planted(lambda p: (p[::4, ::4] - 0.5).ravel())
    return Loaded("planted", backbone, ModelKey("planted"))


def stored(run_writer):
    return json.loads((run_writer.path / remedies_file("planted", "turn")).read_text())


def test_remedies_are_tried_on_the_costliest_condition(loaded, variant, run_writer, quiet):
    measure_remedies([loaded], [variant], lambda *place: 1, 0.05, run_writer, quiet)
    payload = stored(run_writer)
    assert payload["condition"] == 1
    names = [row["name"] for row in payload["rungs"]]
    assert names[0] == "nothing"
    assert "flip-average" in names
    assert wording_of()(message_from(payload["recommendation"]))
    assert run_writer.manifest.notes == ()


def test_photographs_taken_in_bad_light_get_what_made_ones_do(
    loaded, photos, protocol_file, run_writer, quiet
):
    """No transform made this condition: that it is darker is seen on its pictures."""
    protocol = load_protocol(protocol_file)
    (level,) = protocol.conditions[1].levels
    for path in photos.glob(f"*_o{level}_*.png"):
        with Image.open(path) as picture:
            picture.point(lambda value: value // 3).save(path)
    taken = unmasked([photo_set(protocol, photos)])
    for worst, tried in ((1, {"exposure", "histogram"}), (2, set())):
        measure_remedies([loaded], [taken], lambda *place, at=worst: at, 0.05, run_writer, quiet)
        names = {row["name"] for row in stored(run_writer)["rungs"]}
        assert names & {"exposure", "histogram", "deblur", "grey-world"} == tried


def test_remedies_of_ones_own_are_tried_too(loaded, variant, run_writer, quiet):
    own = {"mine": FlipAverage()}
    measure_remedies([loaded], [variant], lambda *place: 1, 0.05, run_writer, quiet, own)
    assert "mine" in [row["name"] for row in stored(run_writer)["rungs"]]


def test_what_cannot_be_compared_is_noted(loaded, variant, run_writer, quiet):
    measure_remedies([loaded], [variant], lambda *place: None, 0.05, run_writer, quiet)
    (note,) = run_writer.manifest.notes
    assert "no condition could be compared" in wording_of().stored(note)
    assert not (run_writer.path / remedies_file("planted", "turn")).exists()


def test_a_pair_scorer_is_noted_and_the_next_model_goes_on(loaded, variant, run_writer, quiet):
    class Closeness(PairScorer):
        card = BackboneCard("closeness", input_size=(32, 16), needs_weights=False)

        def prepare(self, pictures):
            return pictures.mean((1, 2)).astype(np.float32)

        def score(self, first, second):
            return -np.abs(first - second).mean(1)

    scorer = Loaded("closeness", Closeness(), ModelKey("closeness"))
    measure_remedies([scorer, loaded], [variant], lambda *place: 1, 0.05, run_writer, quiet)
    (note,) = run_writer.manifest.notes
    assert "closeness" in wording_of().stored(note)
    assert stored(run_writer)["rungs"]


def test_a_factor_it_should_react_to_is_left_alone_and_noted(
    loaded, photos, protocol_file, run_writer, quiet
):
    text = protocol_file.read_text(encoding="utf-8")
    protocol_file.write_text(text + "expectation: sensitive\n", encoding="utf-8")
    sensitive = unmasked([photo_set(load_protocol(protocol_file), photos)])
    measure_remedies([loaded], [sensitive], lambda *place: 1, 0.05, run_writer, quiet)
    (note,) = run_writer.manifest.notes
    assert "no remedies were tried in turn" in wording_of().stored(note)
    assert not (run_writer.path / remedies_file("planted", "turn")).exists()
