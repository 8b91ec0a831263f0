"""What comparisons say, row by row, with the declared columns."""

import numpy as np
import pandas as pd
import pytest

from probe.comparison import (
    ModelGroup,
    VectorScores,
    compare,
    compare_models,
    standard_strangers,
)
from probe.runs import rows
from probe.runs.rows import columns_of
from probe.statistics import threshold_at
from probe.study.rows import cell_rows, difference_row, pairs_table, rate_row
from tests.probe.comparison.test_cells import photographs, study

KEY = {"protocol": "p", "backbone": "b", "variant": "unmasked"}


@pytest.fixture(scope="module")
def compared():
    images, embeddings = study(photographs(6))
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    thresholds = [threshold_at(strangers.tuning_scores, 0.1)]
    made = compare(images, scores, strangers, thresholds[0].value, 0.1, thresholds=thresholds)
    return images, made


def test_a_cell_stands_in_both_orders(compared):
    images, made = compared
    cell = next(c for c in made.cells if (c["i"], c["j"]) == (0, 2))
    there, back = cell_rows(KEY, images.protocol, cell)
    assert set(there) == set(back) == set(columns_of(rows.CellRow))
    assert (there["i"], there["level_i"], back["i"], back["level_i"]) == (0, "a", 2, "c")
    assert there["mean"] == back["mean"] == cell["mean"]
    assert len(list(cell_rows(KEY, images.protocol, made.cells[0]))) == 1


def test_rates_and_differences_have_their_columns(compared):
    images, made = compared
    row = rate_row(KEY, images.protocol, made.rates[0])
    assert set(row) == set(columns_of(rows.RateRow))
    assert row["fnmr"] == made.rates[0]["fnmr"]
    models = {"x": made.standings, "y": made.standings}
    first, *_ = compare_models({"p": ModelGroup(models, 1)})["p"]
    difference = difference_row(images.protocol, first)
    assert tuple(difference) == columns_of(rows.ModelDifferenceRow)
    assert difference["difference"] == 0


def test_the_table_of_pairs_is_what_a_row_a_pair_would_give(compared):
    _, made = compared
    other = KEY | {"backbone": "a"}
    table = pairs_table([(KEY, made.pairs), (other, made.pairs)])
    plain = [
        {**key, "kind": "mated", "i": i, "j": j, "image_a": a, "image_b": b, "score": score}
        for key in (KEY, other)
        for i, j, a, b, score in zip(
            made.pairs.i, made.pairs.j, *made.pairs.images, made.pairs.scores, strict=True
        )
    ]
    expected = pd.DataFrame(plain, columns=list(columns_of(rows.PairRow)))
    texts = expected.columns.difference(["i", "j", "score"])
    pd.testing.assert_frame_equal(table, expected.astype(dict.fromkeys(texts, "category")))
    assert np.isfinite(table["score"]).all()
