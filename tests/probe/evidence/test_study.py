"""Evidence of a study: the files of every model, variant and protocol, and what is noted."""

import json

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard
from probe.embedding.loaded import Loaded, ModelKey
from probe.evidence.study import FAITHFUL_PAIRS, SUBJECTS, measure_evidence
from probe.masking.variants import unmasked
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.runs.manifest import BackboneEntry, Manifest, ProtocolEntry
from probe.runs.paths import attention_file
from probe.runs.reading import Run
from probe.runs.writer import RunWriter, now
from probe.wording import wording_of


@pytest.fixture
def run_writer(tmp_path):
    manifest = Manifest(
        status="started",
        study="s",
        run="r",
        created=now(),
        protocols=(
            ProtocolEntry(
                name="turn", file="turn.yaml", digest="0", source="photos", pictures=1, failures=0
            ),
        ),
        backbones=(BackboneEntry(name="planted", card={}, digest="0", dimension=1),),
    )
    return RunWriter(tmp_path / "r", manifest)


@pytest.fixture
def variant(photos, protocol_file):
    return unmasked([photo_set(load_protocol(protocol_file), photos)])


@pytest.fixture
def loaded(planted):
    return Loaded("planted", planted(lambda p: (p[::4, ::4] - 0.4).ravel()), ModelKey("planted"))


def test_a_run_reads_the_maps_that_a_study_stored(loaded, variant, run_writer, quiet):
    measure_evidence([loaded], [variant], lambda *place: 1, run_writer, quiet)
    run = Run(run_writer.path)
    evidence = run.evidence("planted", "turn")
    assert [entry["condition"] for entry in evidence] == [0, 1, 2]
    assert all(len(entry["ids_first"]) == SUBJECTS for entry in evidence)
    assert evidence[1]["first"].shape[0] == SUBJECTS
    record = run.looks("planted", "turn")
    assert record["shown"] == 1
    assert record["faithfulness"]["pairs"] == FAITHFUL_PAIRS
    assert 0 < record["faithfulness"]["deletion"] <= 1
    # Photographs without masks: nobody can be cut out and put before another background.
    assert record["reliance"] is None
    assert run.points("planted", "turn") is None
    assert run_writer.manifest.notes == ()


def test_the_first_condition_is_shown_where_none_is_the_costliest(
    loaded, variant, run_writer, quiet
):
    measure_evidence([loaded], [variant], lambda *place: None, run_writer, quiet)
    name = attention_file("planted", "unmasked", "turn", ".json")
    assert json.loads((run_writer.path / name).read_text())["shown"] == 0


def test_a_model_that_fails_is_noted_and_the_next_one_goes_on(loaded, variant, run_writer, quiet):
    class Fails(Backbone):
        card = BackboneCard("fails", input_size=(32, 16), dimension=4, needs_weights=False)

        def embed(self, images):
            return np.ones((len(images), 4), np.float32)

        def attend(self, first, second):
            raise ZeroDivisionError("never tried\nlike this")

    broken = Loaded("fails", Fails(), ModelKey("fails"))
    measure_evidence([broken, loaded], [variant], lambda *place: 1, run_writer, quiet)
    (note,) = run_writer.manifest.notes
    text = wording_of().stored(note)
    assert "ZeroDivisionError: never tried" in text
    assert "like this" not in text
    assert Run(run_writer.path).evidence("planted", "turn")
