"""What comparisons say, row by row, with the declared columns."""

import numpy as np
import pandas as pd
import pytest

from probe.comparison import (
    MatedPairs,
    ModelGroup,
    VectorScores,
    compare,
    compare_models,
    standard_strangers,
)
from probe.runs import rows
from probe.runs.rows import columns_of
from probe.statistics import threshold_at
from probe.study import rows as study_rows
from probe.study.rows import (
    cells_table,
    difference_row,
    pair_groups,
    pairs_table,
    rate_row,
    with_joint_limits,
)
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
    table = cells_table(KEY, images.protocol, made.cells)
    assert list(table) == list(columns_of(rows.CellRow))
    keys = [condition.level for condition in images.protocol.conditions]
    expected = [
        {**KEY, **cell, "i": i, "j": j, "series_i": "", "series_j": "", "level_i": keys[i],
         "level_j": keys[j]}
        for cell in made.cells
        for i, j in dict.fromkeys([(cell["i"], cell["j"]), (cell["j"], cell["i"])])
    ]  # fmt: skip
    pd.testing.assert_frame_equal(table, pd.DataFrame(expected, columns=list(table)))


def test_limits_that_hold_together_stand_in_cells_against_the_standard_condition(compared):
    images, made = compared
    table = cells_table(KEY, images.protocol, made.cells)
    limits = {("p", "b", 0): (0.1, 0.4), ("p", "b", 1): (0.0, 0.2), ("p", "a", 2): (0.5, 0.6)}
    changed = with_joint_limits(KEY, table, 1, limits)
    for row, before in zip(changed.to_dict("records"), table.to_dict("records"), strict=True):
        ends = (row["fnmr_joint_low"], row["fnmr_joint_high"])
        if row["kind"] == "mated" and 1 in (row["i"], row["j"]):
            other = row["i"] if row["j"] == 1 else row["j"]
            np.testing.assert_equal(ends, limits.get(("p", "b", other), (np.nan, np.nan)))
        else:
            np.testing.assert_equal(ends, (before["fnmr_joint_low"], before["fnmr_joint_high"]))


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
    types = {"i": "int64", "j": "int64"} | dict.fromkeys(texts, "category")
    pd.testing.assert_frame_equal(table, expected.astype(types), check_categorical=False)
    assert (table.dtypes[texts] == "category").all()
    assert np.isfinite(table["score"]).all()


def test_groups_of_pairs_are_the_table_in_parts(compared, monkeypatch):
    _, made = compared
    parts = [(KEY, made.pairs), (KEY | {"backbone": "a"}, made.pairs)]
    whole = pairs_table(parts)
    monkeypatch.setattr(study_rows, "GROUP", 100)
    groups = list(pair_groups(parts))
    assert len(groups) == 2 * -(-len(made.pairs) // 100)
    assert max(map(len, groups)) == 100
    pd.testing.assert_frame_equal(pd.concat(groups, ignore_index=True), whole)


def test_a_study_without_pairs_has_an_empty_table(compared):
    _, made = compared
    some = made.pairs
    none = MatedPairs(some.i[:0], some.j[:0], some.rows[:0], some.scores[:0], some.ids)
    table = pairs_table([(KEY, none)])
    assert list(table) == list(columns_of(rows.PairRow))
    assert len(table) == 0
