"""Masks are made, checked, counted, applied and stored."""

import numpy as np
import pytest

from probe.embedding.embed import EmbeddingTask, embed
from probe.errors import MaskError, PictureSourceError
from probe.masking import (
    MaskSet,
    agreement_with,
    checked_mask,
    fill_background,
    make_masks,
    masked_set,
)
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageSet
from probe.protocol.finding import load_protocol


class ByName:
    """A mask source that gives what it was told."""

    name, digest = "told", "1"

    def __init__(self, masks):
        self.masks = masks

    def mask_of(self, record, picture):
        return self.masks[record.subject]


def picture(value=200, size=(40, 20)):
    return np.full((*size, 3), value, np.uint8)


def half(size=(40, 20)):
    mask = np.zeros(size, bool)
    mask[: size[0] // 2] = True
    return mask


BAD = {
    "empty": (np.zeros((40, 20), bool), "empty"),
    "tiny": (np.eye(40, 20, dtype=bool) & (np.arange(40) < 5)[:, None], "tiny"),
    "whole": (np.ones((40, 20), bool), "whole picture"),
    "other": (half((20, 20)), "20 x 20 pixels, the picture 40 x 20"),
}


@pytest.mark.parametrize("name", BAD)
def test_unusable_masks_are_refused(name):
    mask, told = BAD[name]
    with pytest.raises(MaskError, match=told):
        checked_mask(mask, picture())


def test_failures_are_counted_and_the_rest_goes_on(record):
    masks = {"good": half(), **{name: mask for name, (mask, _) in BAD.items()}}
    records = [record(name, picture()) for name in masks] + [record("lost", None)]
    steps = []
    found = make_masks(ByName(masks), records, lambda done, n: steps.append((done, n)))
    assert list(found.packed) == ["good-id"]
    assert steps[-1] == (6, 6)
    reasons = {failure.source: failure.reason for failure in found.failures}
    assert len(reasons) == 5
    assert "gone" in reasons["lost.jpg"]
    summary = found.summary()
    assert (summary["pictures"], summary["masked"], summary["refused"]) == (6, 1, 5)
    assert summary["coverage_median"] == pytest.approx(0.5)


def test_nothing_masked_is_an_error_that_names_the_first(record):
    with pytest.raises(MaskError, match=r"not one picture.*empty\.jpg"):
        make_masks(ByName({"empty": BAD["empty"][0]}), [record("empty", picture())])


def test_a_mask_set_survives_the_disk(record):
    rng = np.random.default_rng(0)
    masks = {f"p{k}": rng.random((41 + k, 23)) < 0.5 for k in range(3)}
    masks["bad"] = np.zeros((9, 9), bool)
    records = [record(n, picture(size=m.shape)) for n, m in masks.items()]
    found = make_masks(ByName(masks), records)
    again = MaskSet.from_bytes(found.to_bytes())
    for name in ("p0", "p1", "p2"):
        np.testing.assert_array_equal(again.mask(f"{name}-id"), masks[name])
    assert again.failures == found.failures
    assert again.prepare_digest == found.prepare_digest
    with pytest.raises(MaskError, match="no mask"):
        again.mask("bad-id")
    with pytest.raises(MaskError, match="damaged"):
        MaskSet.from_bytes(found.to_bytes()[:50])


def test_the_background_is_filled_and_the_person_kept():
    filled = fill_background(picture(), half())
    assert (filled[:20] == 200).all()
    assert (filled[20:] == 128).all()


def test_embedding_uses_the_masks(record, planted_mean):
    found = make_masks(ByName({"a": half()}), [record("a", picture())])
    fitting = Fitting((40, 20), "stretch")
    plain = EmbeddingTask(planted_mean, fitting)
    masked = EmbeddingTask(
        planted_mean, fitting, "told", prepare=found.prepare, prepare_digest=found.prepare_digest
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


PROTOCOL = """\
name: two
title: Two
question: Both?
factors:
  - name: side
    levels: [front, back]
    standard: back
takes: 1
photos:
  pattern: "{subject}_{level}.jpg"
"""


def test_pictures_without_masks_become_failures_to_acquire(record, tmp_path):
    (tmp_path / "two.yaml").write_text(PROTOCOL)
    protocol = load_protocol(tmp_path / "two.yaml")
    masks = {"a": half(), "b": half(), "c": BAD["whole"][0]}
    records = tuple(record(n, picture(), k % 2) for k, n in enumerate(masks))
    images = ImageSet(protocol, "photos", records)
    found = masked_set(images, make_masks(ByName(masks), records))
    assert [r.subject for r in found.records] == ["a", "b"]
    assert found.failures[0].picture == "c.jpg"
    assert "mask told: the mask covers the whole picture" in found.failures[0].reason
    masks["b"] = BAD["empty"][0]
    with pytest.raises(PictureSourceError, match="no usable picture"):
        masked_set(images, make_masks(ByName(masks), records))


def test_agreement():
    mask, truth = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    mask[:2], truth[1:3] = True, True
    found = agreement_with(mask, truth)
    assert found.iou == pytest.approx(4 / 12)
    assert (found.precision, found.recall) == (0.5, 0.5)
    with pytest.raises(MaskError, match="2 x 4"):
        agreement_with(mask[:2], truth)
