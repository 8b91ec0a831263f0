"""A network with its card as a backbone: batches, precision, what is said of the vectors."""

import numpy as np
import pytest
import torch

from probe.embedding.embed import EmbeddingTask
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.wording import wording_of


def test_batch_does_not_matter(opened, pictures):
    backbone, images = opened(), pictures(300, (64, 32))
    together = backbone.embed(images)
    for i in (0, 131, 299):
        alone = backbone.embed(images[i : i + 1])[0]
        np.testing.assert_allclose(alone, together[i], atol=1e-6)
    assert backbone.embed(images[:0]).shape == (0, 8)


def test_training_mode_never_reaches_the_vectors(opened, pictures):
    images = pictures(5, (64, 32))
    backbone = opened(engine="torch")
    before = backbone.embed(images)
    backbone.network.train()
    np.testing.assert_array_equal(backbone.embed(images), before)
    assert not any(p.requires_grad for p in backbone.network.parameters())


def test_bfloat16_is_another_space_of_the_cache(opened):
    spaces = {
        EmbeddingTask(opened(engine="torch", precision=precision), Fitting((64, 32))).space
        for precision in ("float32", "bfloat16")
    }
    assert len(spaces) == 2


def test_notes_tell_what_bfloat16_changed_in_the_pictures_embedded(opened, pictures):
    assert opened().notes == ()
    exact = opened(engine="torch")
    backbone = opened(engine="torch", precision="bfloat16")
    assert "three made pictures" in wording_of().either(backbone.notes[-1])
    low, high = [], []
    for seed in range(6):
        images = pictures(20, (64, 32), seed)
        at = np.linspace(0, 19, 8).astype(int)
        low.append(backbone.embed(images)[at])
        high.append(exact.embed(images)[at])
    low, high = (np.concatenate(batches[:4]).astype(np.float64) for batches in (low, high))
    low, high = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (low, high))
    apart = np.abs(low @ low.T - high @ high.T)[np.triu_indices(32, 1)]
    assert apart.max() > 1e-5
    note = wording_of().either(*backbone.notes)
    assert "32 of the pictures" in note
    assert f"up to {apart.max():.1e}" in note
    assert f"by {apart.mean():.1e} on average" in note


def test_batch_handed_over_fits_the_device(opened, small_card):
    assert opened().batch >= 32
    assert opened(small_card.with_changes(input_size=(384, 128)), engine="torch").batch == 32


def test_out_of_memory_halves_the_batch(opened, small, pictures):
    class Greedy(small):
        def forward(self, x):
            if len(x) > 5:
                raise torch.OutOfMemoryError
            return super().forward(x)

    images = pictures(40, (64, 32))
    found = opened(network=Greedy(), engine="torch").embed(images)
    np.testing.assert_allclose(found, opened(engine="torch").embed(images), atol=1e-6)


def test_vectors_that_are_not_finite_are_refused(opened, small, pictures):
    network = small()
    network.body[0].bias.data[2] = float("inf")
    with pytest.raises(BackboneError, match="picture 0"):
        opened(network=network, engine="torch").embed(pictures(2, (64, 32)))


def test_a_vector_of_one_piece_has_no_evidence_of_parts(eager, spec_card, golden, tmp_path):
    from probe.backbones.osnet import spec as osnet

    file = golden("torchreid_osnet_x0_25_256x128").save(tmp_path / "w.pth")
    backbone = osnet.load(spec_card(osnet, "osnet_x0_25"), file, eager)
    pictures = np.zeros((1, 256, 128, 3), np.uint8)
    assert backbone.attend_parts(pictures, pictures) is None
