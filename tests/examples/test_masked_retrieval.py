"""Masked against as shot: on the pictures that have both, people and cameras from the run."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from probe.retrieval import evaluate_vectors, labels

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def masked_retrieval(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import masked_retrieval

    return masked_retrieval


def run_of(people=8, cameras=2, pictures=3):
    """What is read of a run: a masked variant in another order and without two pictures."""
    rng = np.random.default_rng(3)
    who, where = (np.repeat(np.arange(people), cameras * pictures),
                  np.tile(np.repeat(np.arange(cameras), pictures), people))  # fmt: skip
    ids = [f"i{number:03d}" for number in rng.permutation(len(who))]
    vectors = rng.normal(size=(people, 4))[who] + rng.normal(size=(len(who), 4))
    masked = vectors + 0.5 * rng.normal(size=vectors.shape)
    order = rng.permutation(len(who))[2:]
    stored = {
        "unmasked": (ids, vectors),
        "grabcut": ([ids[at] for at in order], masked[order]),
    }
    images = pd.DataFrame(
        {"image_id": ids, "subject": [f"p{p}" for p in who], "camera": where.astype(str)}
    )
    run = SimpleNamespace(embeddings=lambda name, variant: stored[variant], images=images)
    kept = np.sort(order)
    return run, vectors[kept], masked[kept], labels(who[kept], where[kept])


@pytest.mark.parametrize("gallery", ["other", "all"])
def test_both_sides_see_the_same_pictures(gallery, masked_retrieval):
    run, vectors, masked, named = run_of()
    lines = masked_retrieval.compared(run, "ibn", ["a", "b"], "grabcut", gallery)
    assert [line[:3] for line in lines] == [
        [gallery, "ibn", figure] for figure in ("mAP", "rank-1", "mINP")
    ]
    query = np.ones(len(vectors), bool) if gallery == "all" else named.cameras == 0
    kept = query if gallery == "all" else ~query
    sides = named.only(query), named.only(kept)
    shot, removed = (evaluate_vectors(v[query], v[kept], *sides) for v in (vectors, masked))
    assert lines[0][3] == f"{shot.mean_ap:.4f}"
    assert lines[0][4] == f"{removed.mean_ap:.4f}"
    assert lines[1][3] == f"{shot.cmc[0]:.4f}"
    assert float(lines[0][5]) == pytest.approx(removed.mean_ap - shot.mean_ap, abs=1e-4)
    assert float(lines[0][6]) < float(lines[0][5]) < float(lines[0][7])
    assert lines[0][9] == "8"
