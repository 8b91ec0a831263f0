"""Frames at the network's size, and boxes back in the frame."""

import numpy as np
import pytest

from probe.backbones._detectors.onnx.card import DetectorCard
from probe.backbones._detectors.onnx.fitting import as_input, fitted

FRAME = np.zeros((40, 120, 3), np.uint8)
FRAME[10:30, 60:90] = (250, 10, 30)


def card_of(fit, **changes):
    values = {
        "weights": "x", "input_size": (64, 96), "fit": fit, "head": "yolo", "box": "centre",
        "unit": "pixels", "person": 0, "nms": None, **changes,
    }  # fmt: skip
    return DetectorCard(**values)


@pytest.mark.parametrize(
    ("fit", "left_top", "inner"),
    [("letterbox", (0, 16), (96, 32)), ("corner", (0, 0), (96, 32)), ("stretch", (0, 0), (96, 64))],
)
def test_a_box_comes_back_where_it_was(fit, left_top, inner):
    picture, placement = fitted(FRAME, card_of(fit))
    assert picture.shape == (64, 96, 3)
    assert placement.offset == left_top
    red = picture[..., 0] > 125
    rows, columns = np.flatnonzero(red.any(1)), np.flatnonzero(red.any(0))
    corners = np.array([[columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]], np.float64)
    np.testing.assert_allclose(placement.in_frame(corners)[0], [60, 10, 90, 30], atol=1.3)
    outside = np.ones((64, 96), bool)
    outside[left_top[1] : left_top[1] + inner[1], : inner[0]] = False
    assert (picture[outside] == 114).all()


def test_normalisation_and_order_of_channels():
    picture = np.full((64, 96, 3), (255, 51, 0), np.uint8)
    plain = as_input(picture, card_of("stretch"))
    np.testing.assert_allclose(plain[0, :, 0, 0], [1, 0.2, 0], rtol=1e-6)
    changed = card_of("stretch", channels="BGR", pixels=255, mean=(1, 2, 3), std=(1, 1, 2))
    np.testing.assert_allclose(as_input(picture, changed)[0, :, 0, 0], [-1, 49, 126], rtol=1e-6)
    assert plain.dtype == np.float32
