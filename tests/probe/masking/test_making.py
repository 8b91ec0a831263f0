"""Masks are made, checked, counted, applied and stored."""

import numpy as np
import pytest

from probe.contracts import Masker
from probe.errors import MaskError, PictureSourceError
from probe.masking import (
    make_masks,
    masked_set,
)
from probe.pictures.image_set import ImageSet
from probe.protocol.finding import load_protocol
from probe.wording import wording_of

in_words = wording_of().stored


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


BAD = {
    "empty": (np.zeros((40, 20), bool), "empty"),
    "tiny": (np.eye(40, 20, dtype=bool) & (np.arange(40) < 5)[:, None], "tiny"),
    "whole": (np.ones((40, 20), bool), "whole picture"),
    "other": (half((20, 20)), "20 x 20 pixels, the picture 40 x 20"),
}


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
    assert "mask told: the mask covers the whole picture" in in_words(found.failures[0].reason)
    masks["b"] = BAD["empty"][0]
    with pytest.raises(PictureSourceError, match="no usable picture"):
        masked_set(images, make_masks(ByName(masks), records))
