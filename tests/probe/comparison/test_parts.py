"""Parts of vectors one by one: the part that changes is the one that falls."""

import numpy as np
import pytest

from probe.comparison import VectorScores
from probe.comparison.parts import part_cells
from probe.contracts import VectorPart
from probe.embedding.embed import Embeddings
from tests.probe.comparison.test_cells import photographs, study

PARTS = (VectorPart("upper", 2, bottom=0.5), VectorPart("lower", 3, top=0.5))


def test_cells_are_means_of_the_cosines_of_slices():
    images, embeddings = study(photographs(3), dimension=5)
    cells = list(part_cells(images, VectorScores(embeddings), PARTS))
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
        (cell,) = (c for c in cells if (c.part, c.i, c.j) == (name, 0, 2))
        assert cell.mean == pytest.approx(np.mean(means))
        assert cell.n_subjects == 3


def test_a_part_that_is_zero_is_similar_to_nothing():
    images, embeddings = study(photographs(3), dimension=5)
    vectors = embeddings.vectors.copy()
    vectors[:, 2:] = 0
    cells = part_cells(images, VectorScores(Embeddings(embeddings.ids, vectors)), PARTS)
    assert {cell.mean for cell in cells if cell.part == "lower"} == {0.0}
