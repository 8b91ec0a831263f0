"""Decoding and Fast NMS give the official detections, row by row."""

import numpy as np
import pytest
import torch

from probe.backbones._yolact.detection import detections, overlap

CASES = ("multi", "person", "single", "below")


def detected(data, case, dtype=torch.float32):
    fields = ("loc", "conf", "priors")
    return detections(*(torch.from_numpy(data[f"{case}.{field}"]).to(dtype) for field in fields))


@pytest.mark.parametrize("case", CASES)
def test_detections_are_the_official_ones(parity, case):
    data = parity("yolact_postprocess")
    stored = {name: data[f"{case}.fast.detect.{name}"] for name in ("row", "class", "box", "score")}
    found = detected(data, case)
    assert found.rows.tolist() == stored["row"].tolist()
    assert found.classes.tolist() == stored["class"].tolist()
    np.testing.assert_allclose(found.boxes, stored["box"], rtol=0, atol=1e-6)
    np.testing.assert_allclose(found.scores, stored["score"], rtol=0, atol=1e-6)
    double = detected(data, case, torch.float64)
    np.testing.assert_allclose(double.boxes, data[f"{case}.fast.detect.box@f64"], atol=1e-9)


def test_nothing_above_the_threshold(parity):
    data = parity("yolact_postprocess")
    assert data["nothing.fast.detect.none"]
    assert len(detected(data, "nothing").rows) == 0


def test_overlaps():
    boxes = torch.tensor([[[0.0, 0, 2, 2], [1, 0, 3, 2], [5, 5, 6, 6]]])
    expected = [[1, 1 / 3, 0], [1 / 3, 1, 0], [0, 0, 1]]
    torch.testing.assert_close(overlap(boxes)[0], torch.tensor(expected))
