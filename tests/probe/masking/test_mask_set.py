"""Masks are stored, and applied before embedding."""

import numpy as np
import pytest

from probe.contracts import Masker
from probe.embedding.embed import EmbeddingTask, embed
from probe.embedding.loaded import ModelKey
from probe.errors import MaskError
from probe.masking import MaskSet, make_masks
from probe.pictures.fitting import Fitting


class ByName(Masker):
    """A masker that knows the mask of every person."""

    name = "told"

    def __init__(self, masks):
        self.masks = masks

    def mask_of(self, record, image):
        return self.masks[record.subject]


def picture(value=200, size=(40, 20)):
    return np.full((*size, 3), value, np.uint8)


def half(size=(40, 20)):
    mask = np.zeros(size, bool)
    mask[: size[0] // 2] = True
    return mask


def test_a_mask_set_survives_the_disk(record):
    rng = np.random.default_rng(0)
    masks = {f"p{k}": rng.random((41 + k, 23)) < 0.5 for k in range(3)}
    masks["bad"] = np.zeros((9, 9), bool)
    records = [record(n, picture(size=m.shape)) for n, m in masks.items()]
    masks_made = make_masks(ByName(masks), records)
    again = MaskSet.from_bytes(masks_made.to_bytes())
    for name in ("p0", "p1", "p2"):
        np.testing.assert_array_equal(again.mask(f"{name}-id"), masks[name])
    assert again.failures == masks_made.failures
    assert again.prepare_digest == masks_made.prepare_digest
    with pytest.raises(MaskError, match="no mask"):
        again.mask("bad-id")
    with pytest.raises(MaskError, match="damaged"):
        MaskSet.from_bytes(masks_made.to_bytes()[:50])


def test_embedding_uses_the_masks(record, planted_mean):
    masks_made = make_masks(ByName({"a": half()}), [record("a", picture())])
    fitting = Fitting((40, 20), "stretch")
    key = ModelKey("mean")
    plain = EmbeddingTask(planted_mean, fitting, key=key)
    masked = EmbeddingTask(
        planted_mean,
        fitting,
        "told",
        prepare=masks_made.prepare,
        prepare_digest=masks_made.prepare_digest,
        key=key,
    )
    assert plain.space != masked.space
    (vectors, _), (filled, _) = (embed(t, [record("a", picture())]) for t in (plain, masked))
    assert vectors.vectors[0, 0] == pytest.approx(200)
    assert filled.vectors[0, 0] == pytest.approx((200 + 128) / 2)


@pytest.fixture
def planted_mean():
    from probe.contracts import Backbone, BackboneCard

    class Mean(Backbone):
        card = BackboneCard(architecture="mean", input_size=(40, 20), needs_weights=False)

        def embed(self, images):
            return images.reshape(len(images), -1, 3).mean(1).astype(np.float32)

    return Mean()
