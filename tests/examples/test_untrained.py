"""A recipe's network before training opens under its card, and depends on the seed alone."""

from pathlib import Path

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.wording import wording_of

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.mark.parametrize("recipe", ["ibn.small", "ensemble.small"])
def test_untrained_weights_open(recipe, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from untrained import write_untrained

    pictures = np.random.default_rng(0).integers(0, 256, (2, 128, 64, 3), np.uint8)
    vectors = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        backbone = find(str(write_untrained(recipe, seed, tmp_path / name))).load(
            Runtime(device="cpu", engine="torch")
        )
        assert "0 pictures" in wording_of().either(backbone.card.training_data)
        vectors.append(backbone.embed(pictures))
    assert np.array_equal(vectors[0], vectors[1])
    assert not np.array_equal(vectors[0], vectors[2])
