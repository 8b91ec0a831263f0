"""The weights that are shipped give the vectors that they have always given.

The vectors were made when the networks were classes of the training code. On the processor and the
PyTorch that the digests name they are equal to the last bit; elsewhere sums are formed in another
order, and they agree closely.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from probe.embedding.registry import find
from tests.processor import processor

DATA = Path(__file__).parents[1] / "data" / "demo_vectors"
DIGESTS = json.loads((DATA / "digests.json").read_text())


@pytest.mark.parametrize("name", ["arcface.demo", "moco.demo"])
def test_vectors_of_the_shipped_weights_stay(name, eager):
    backbone = find(name).load(eager)
    pictures = np.random.default_rng(0).integers(
        0, 256, (3, *backbone.card.input_size, 3), np.uint8
    )
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    vectors = backbone.embed(pictures)
    torch.set_num_threads(threads)
    np.testing.assert_allclose(vectors, np.load(DATA / f"{name}.npy"), rtol=1e-3, atol=1e-4)
    if (torch.__version__, processor()) == (DIGESTS["torch"], DIGESTS["processor"]):
        assert hashlib.sha256(vectors.tobytes()).hexdigest() == DIGESTS[name]
