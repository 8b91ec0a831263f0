"""Parts of vectors one by one: the part that changes is the one that falls."""

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, standard_strangers
from probe.comparison.parts import part_cells
from probe.contracts import VectorPart
from probe.embedding.embed import Embeddings
from tests.probe.comparison.test_cells import photographs, study

NAN = float("nan")
PARTS = (VectorPart("upper", 2, bottom=0.5), VectorPart("lower", 3, top=0.5))


UNRESOLVED = {"upper": NAN, "lower": NAN}


def alone(embeddings, where):
    """The embeddings of a model that has this part only."""
    return VectorScores(Embeddings(embeddings.ids, embeddings.vectors[:, where]))


def test_cells_are_means_of_the_cosines_of_slices():
    images, embeddings = study(photographs(3), dimension=5)
    cells = list(part_cells(images, VectorScores(embeddings), PARTS, UNRESOLVED))
    assert len(cells) == 2 * 6
    for name, where in (("upper", slice(0, 2)), ("lower", slice(2, 5))):
        part = embeddings.vectors[:, where].astype(float)
        unit = dict(zip(embeddings.ids, part / np.linalg.norm(part, axis=1)[:, None], strict=True))
        own = {s: [r for r in images.records if r.subject == s] for s in images.subjects}
        means = [
            np.mean([unit[a.image_id] @ unit[b.image_id] for a in rs for b in rs
                     if (a.condition, b.condition) == (0, 2)])
            for rs in own.values()
        ]  # fmt: skip
        (cell,) = (c for c in cells if (c["part"], c["i"], c["j"]) == (name, 0, 2))
        assert cell["mean"] == pytest.approx(np.mean(means))
        assert cell["n_subjects"] == 3


def test_a_part_that_is_zero_is_similar_to_nothing():
    images, embeddings = study(photographs(3), dimension=5)
    vectors = embeddings.vectors.copy()
    vectors[:, 2:] = 0
    cells = part_cells(images, VectorScores(Embeddings(embeddings.ids, vectors)), PARTS, UNRESOLVED)
    assert {cell["mean"] for cell in cells if cell["part"] == "lower"} == {0.0}


def test_the_figures_of_a_part_are_those_of_a_model_that_has_it_alone():
    images, embeddings = study(photographs(4), dimension=5)
    cells = list(part_cells(images, VectorScores(embeddings), PARTS, {"upper": 0.1, "lower": 0.1}))
    for name, where in (("upper", slice(0, 2)), ("lower", slice(2, 5))):
        scores = alone(embeddings, where)
        strangers = standard_strangers([images], scores)
        whole = compare(images, scores, strangers, 0.1, 0.1).cells
        mated = {(c["i"], c["j"]): c for c in whole if c["kind"] == "mated"}
        large = {(c["i"], c["j"]): c for c in whole if c["kind"] == "at_large"}
        for cell in (c for c in cells if c["part"] == name):
            same = mated[cell["i"], cell["j"]]
            assert cell["mean"] == pytest.approx(same["mean"])
            assert cell["strangers"] == pytest.approx(large[cell["i"], cell["j"]]["mean"])
            assert cell["retention"] == pytest.approx(same["retention"], nan_ok=True)
            assert cell["fnmr"] == pytest.approx(same["fnmr"])
            assert cell["threshold"] == 0.1


def test_shares_of_all_parts_sum_to_the_whole():
    images, embeddings = study(photographs(4), dimension=5)
    scores = VectorScores(embeddings)
    whole = compare(images, scores, standard_strangers([images], scores), NAN, 0.1).cells
    means = {(c["i"], c["j"], c["kind"]): c["mean"] for c in whole}
    standard = images.protocol.standard.index
    usual = means[standard, standard, "mated"] - means[standard, standard, "at_large"]
    cells = list(part_cells(images, scores, PARTS, UNRESOLVED))
    for i, j in {(c["i"], c["j"]) for c in cells}:
        here = [c for c in cells if (c["i"], c["j"]) == (i, j)]
        mated, large = means[i, j, "mated"], means[i, j, "at_large"]
        assert sum(c["share"] for c in here) == pytest.approx(mated)
        assert sum(c["share_strangers"] for c in here) == pytest.approx(large)
        assert sum(c["lost"] for c in here) == pytest.approx(usual - (mated - large))


def test_each_part_is_held_to_its_own_threshold():
    images, embeddings = study(photographs(4), dimension=5)
    thresholds = {"upper": 2.0, "lower": -2.0}
    cells = list(part_cells(images, VectorScores(embeddings), PARTS, thresholds))
    assert {c["part"]: c["fnmr"] for c in cells} == {"upper": 1.0, "lower": 0.0}
