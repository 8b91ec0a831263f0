"""What a stored run keeps is enough to compute it again."""

import numpy as np
import pandas as pd
import pytest

from probe.comparison import PairScores, VectorScores
from probe.errors import PictureError, RunError
from probe.study.recomputation import (
    deviations,
    image_sets,
    recompute,
    stored_scores,
    stored_variant,
    variant_sets,
)
from probe.wording import wording_of


def test_the_tables_and_thresholds_are_those_of_the_run(stored_study):
    run = stored_study("stripes", fmr=(0.03, 0.1))
    results, thresholds = recompute(run)
    pd.testing.assert_frame_equal(results.cells(), run.cells, check_dtype=False)
    assert deviations(run.rates, results.rates()) == []
    stored = [*run.manifest.thresholds, *run.manifest.further_thresholds]
    assert [entry.value for entry in thresholds] == [entry.value for entry in stored]


def test_pictures_come_back_without_their_pixels(stored_study):
    run = stored_study("stripes")
    (images,) = image_sets(run)
    assert len(images.records) == 8 * 3 * 3
    assert images.protocol.digest() == run.manifest.protocols[0].digest
    with pytest.raises(PictureError, match="not pictures"):
        images.records[0].origin.load()
    assert variant_sets(run, [images], "unmasked") == [images]


def test_scores_are_of_vectors_or_of_pairs(stored_study):
    run = stored_study("stripes", "own_models:pairs")
    vectors, pairs = stored_scores(run, "stripes"), stored_scores(run, "pairs")
    assert isinstance(vectors, VectorScores)
    assert isinstance(pairs, PairScores)
    assert vectors.row == pairs.row
    rows = np.arange(2)
    assert vectors.block(rows, rows)[0, 0] == pytest.approx(1)


def test_a_variant_is_scored_from_what_is_stored(stored_study):
    run = stored_study("stripes")
    sets = image_sets(run)
    scored = stored_variant(run, "stripes", "unmasked", sets)
    assert scored.thresholds[0].value == run.manifest.thresholds[0].value
    assert {cell["kind"] for cell in scored.compare(sets[0]).cells} == {"mated", "at_large"}


def test_a_run_without_pictures_of_a_protocol_is_refused(stored_study):
    run = stored_study("stripes")
    images = pd.read_parquet(run.path / "images.parquet")
    images.assign(protocol="other").to_parquet(run.path / "images.parquet", index=False)
    with pytest.raises(RunError):
        image_sets(type(run)(run.path))


def test_deviations_name_column_row_and_both_values():
    stored = pd.DataFrame({"kind": ["a", "b"], "mean": [0.5, np.nan]})
    assert deviations(stored, stored.copy()) == []
    words = wording_of()
    (deviation,) = deviations(stored, stored.assign(mean=[0.5, 0.25]))
    assert words(deviation) == "mean: 1 of 2 differ, the first in row 1: stored nan, computed 0.25"
    (deviation,) = deviations(stored, stored.assign(kind=["a", "c"]))
    assert words(deviation).startswith("kind: 1 of 2")
    assert "2 rows stored, 1 computed" in words(deviations(stored, stored[:1])[0])
    nearly = stored.assign(mean=[0.5 + 1e-12, np.nan])
    assert deviations(stored, nearly) == []
