"""What a run directory holds as JSON has the declared fields, in files of today and of before."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

from probe.evidence.shapley import ChangeShares
from probe.evidence.survey_file import survey_bytes
from probe.remedies.result import RemedyResult
from probe.runs import records
from probe.runs.reading import Run
from tests.probe.evidence.test_survey_file import evidence

DATA = Path(__file__).parents[2] / "data"


def fields(record):
    return set(record.__annotations__)


@pytest.fixture(scope="module")
def survey():
    change = ChangeShares(("person", "background"), np.array([-0.1, -0.3]), 0.9, 0.5)
    with np.load(io.BytesIO(survey_bytes((evidence(3), evidence(5, (change,)))))) as stored:
        yield dict(stored)


def test_evidence_has_its_maps_and_everything_else_of_its_record(survey):
    arrays = {"first", "second", "mean"}
    for condition in json.loads(survey["told"].tobytes()):
        assert set(condition) | arrays == fields(records.EvidenceRecord)
        for name in arrays:
            assert survey[f"c{condition['condition']}.{name}"].dtype == np.float32
        pairs = len(condition["ids_first"])
        for name in ("ids_second", "cosine", "constant_first", "additivity_error", "boxes"):
            assert len(condition[name]) == pairs
        assert all(len(corners) == 4 for corners in condition["boxes"])


def test_a_change_has_what_each_region_adds(survey):
    (_, last) = json.loads(survey["told"].tobytes())
    (change,) = last["changes"]
    assert set(change) == fields(records.ChangeRecord)
    assert change["after"] - change["before"] == pytest.approx(sum(change["parts"]))


def test_a_remedy_is_stored_with_every_field_of_its_record():
    assert set(RemedyResult(("mask",)).row()) == fields(records.RemedyRecord)


@pytest.mark.parametrize("run", ["run_v2"])
def test_sentences_of_a_site_name_the_cells_they_rest_on(run):
    stored = Run(DATA / run)
    cells = 0
    for verdict in stored.site["verdicts"]:
        for sentence in verdict["sentences"]:
            assert {"message", "cells"} <= set(sentence)
            for cell in sentence["cells"]:
                assert set(cell) == fields(records.SiteCellRecord)
                where = {"kind": cell["kind"], "variant": cell["variant"]}
                matrix = stored.matrix(cell["backbone"], cell["protocol"], cell["figure"], **where)
                assert np.isfinite(matrix[cell["i"], cell["j"]])
                cells += 1
    assert cells > 3
