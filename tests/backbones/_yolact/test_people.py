"""People in frames: only people, boxes with their masks inside, by falling score."""

import numpy as np
import pytest
import torch

from probe.backbones._yolact.model import Predictions
from probe.backbones._yolact.people import YolactPeople

LEVELS = ((69, 69), (35, 35), (18, 18), (9, 9), (5, 5))
ROWS = sum(9 * height * width for height, width in LEVELS)


class Given(torch.nn.Module):
    """Predicts what it was given: three boxes, two of them of people; prototypes that fill them."""

    def __init__(self, shape, rows, classes):
        super().__init__()
        self.shape = shape
        self.logits = torch.zeros(1, ROWS, shape.classes + 1)
        self.logits[..., 0] = 20
        for (row, score), kind in zip(rows, classes, strict=True):
            self.logits[0, row, 1 + kind] = 20 + score

    def forward(self, x):
        offsets = torch.zeros(1, ROWS, 4)
        return Predictions(
            offsets, self.logits, torch.ones(1, ROWS, 32), torch.ones(1, 138, 138, 32), LEVELS
        )


@pytest.fixture
def people(plus_50):
    """A detector that sees two people and a dog in the fourth level's grid of 9x9."""
    from dataclasses import replace

    start = 9 * (69 * 69 + 35 * 35 + 18 * 18)
    rows = [(start + 9 * (9 * 4 + x), score) for x, score in ((1, 3.0), (4, 5.0), (7, 4.0))]
    shape = replace(plus_50, classes=2, rescores=False)
    return YolactPeople(Given(shape, rows, (0, 0, 1)), torch.device("cpu"), "0" * 64)


def test_people_only_with_boxes_and_masks(people):
    found = people.detect(np.zeros((90, 180, 3), np.uint8))
    assert len(found) == 2
    assert found.scores[0] > found.scores[1] > 0.9
    centres = found.boxes[:, :2] + found.boxes[:, 2:] / 2
    np.testing.assert_allclose(centres[:, 0] / 180, [4.5 / 9, 1.5 / 9], atol=0.01)
    assert found.masks.shape == (2, 90, 180)
    for box, mask in zip(found.boxes.astype(int), found.masks, strict=True):
        left, top, width, height = box
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        # A place of the prototypes' grid is kept around the box; it is 1.3 and 0.7 pixels here.
        assert abs(columns[0] - left) <= 2
        assert abs(columns[-1] + 1 - left - width) <= 3
        assert abs(rows[0] - top) <= 2
        assert abs(rows[-1] + 1 - top - height) <= 2


def test_an_empty_frame(people):
    people.network.logits[..., 1:] = 0
    found = people.detect(np.zeros((90, 180, 3), np.uint8))
    assert len(found) == 0
    assert found.masks.shape == (0, 90, 180)


@pytest.mark.slow
def test_a_frame_through_the_whole_network(person):
    found = YolactPeople(person[0], torch.device("cpu"), "1").detect(
        np.random.default_rng(1).integers(0, 256, (60, 90, 3), dtype=np.uint8)
    )
    assert found.masks.shape[1:] == (60, 90)
    assert (np.diff(found.scores) <= 0).all()
