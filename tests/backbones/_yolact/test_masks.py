"""Masks of detections equal the official ones, pixel by pixel."""

import zlib

import numpy as np
import pytest
import torch

from probe.backbones._yolact.heads import MaskScorer
from probe.backbones._yolact.masks import (
    enlarged,
    mask_scores,
    pixel_boxes,
    soft_masks,
    solid_masks,
)

FRAME = (480, 640)
LEAST = 0.15


def made_prototypes(seed=1, size=138, channels=32):
    """Smooth synthetic prototypes, by the rule of the golden numbers."""
    drawn = np.random.default_rng([seed, zlib.crc32(b"yolact_proto")])
    cx, cy = drawn.random(channels), drawn.random(channels)
    radius, height = 0.05 + 0.15 * drawn.random(channels), 2.0 + 4.0 * drawn.random(channels)
    place = (np.arange(size) + 0.5) / size
    dx, dy = (place[:, None] - cx) / radius, (place[:, None] - cy) / radius
    return (height / (1.0 + (dx * dx)[None, :, :] + (dy * dy)[:, None, :])).astype(np.float32)


@pytest.fixture(scope="module")
def prototypes():
    return torch.from_numpy(made_prototypes())


@pytest.fixture
def scorer(golden):
    """`scorer(case)`: the golden network that scores masks."""

    def made(case):
        name = "yolact_plus_resnet50" if case == "multi" else "yolact_plus_resnet50_person"
        weights = golden(name).weights
        network = MaskScorer(80 if case == "multi" else 1)
        prefix = "maskiou_net."
        network.load_state_dict(
            {
                key.removeprefix(prefix): torch.from_numpy(value)
                for key, value in weights.items()
                if key.startswith(prefix)
            }
        )
        return network.eval()

    return made


@pytest.mark.parametrize("case", ["multi", "person", "single"])
def test_masks_boxes_and_scores_are_the_official_ones(parity, prototypes, scorer, case):
    data = parity("yolact_postprocess")
    assert zlib.crc32(made_prototypes().tobytes()) == int(data["proto_crc32"])
    before = f"{case}.fast"
    kept = data[f"{before}.detect.score"] > LEAST
    boxes = torch.from_numpy(data[f"{before}.detect.box"][kept])
    rows = data[f"{before}.detect.row"][kept]
    classes = torch.from_numpy(data[f"{before}.detect.class"][kept])
    coefficients = torch.from_numpy(data[f"{case}.coeff"][rows])
    soft = soft_masks(prototypes, coefficients, boxes)
    scores = torch.from_numpy(data[f"{before}.detect.score"][kept])
    with torch.inference_mode():
        ours = mask_scores(soft, classes, scores, scorer(case))
    assert len(ours) == data[f"{before}.post.count"]
    np.testing.assert_allclose(ours, data[f"{before}.post.mask_score"], rtol=3e-5)
    assert pixel_boxes(boxes, FRAME).tolist() == data[f"{before}.post.box"].tolist()
    bits = np.unpackbits(data[f"{before}.post.mask_bits"], axis=1)[:, : FRAME[0] * FRAME[1]]
    official = bits.reshape(-1, *FRAME).astype(bool)
    masks = solid_masks(soft, FRAME).numpy()
    assert (masks != official).sum((1, 2)).max() <= 4
    union = (masks | official).sum((1, 2)).clip(1)
    iou = (masks & official).sum((1, 2)) / union
    assert iou[official.any((1, 2))].min() > 0.999
    up = enlarged(soft[None], torch.Size(FRAME))[0].numpy().ravel()[:64]
    np.testing.assert_allclose(up, data[f"{before}.post.soft_up.first64"], rtol=1e-5, atol=1e-7)


def test_no_detection_gives_no_mask(prototypes):
    soft = soft_masks(prototypes, torch.empty(0, 32), torch.empty(0, 4))
    assert soft.shape == (0, 138, 138)
    assert solid_masks(soft, (20, 30)).shape == (0, 20, 30)
    assert pixel_boxes(torch.empty(0, 4), (20, 30)).shape == (0, 4)


def test_boxes_are_cut_at_the_border():
    boxes = torch.tensor([[-0.5, 0.25, 0.5, 2.0]])
    assert pixel_boxes(boxes, (20, 40)).tolist() == [[0, 5, 20, 20]]
