"""The engines give the vectors of the eager network, picture by picture and in order."""

import numpy as np
import pytest
import torch


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9, 31, 33])
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_pieces_for_threads_come_back_in_order(opened, count, threads, pictures):
    kept = torch.get_num_threads()
    try:
        backbone, images = opened(threads=threads), pictures(count, (64, 32), seed=count)
        found = backbone.embed(images)
    finally:
        torch.set_num_threads(kept)
    np.testing.assert_allclose(found, opened(engine="torch").embed(images), atol=1e-6)


def test_openvino_equals_eager(opened, pictures):
    pytest.importorskip("openvino", reason="OpenVINO is an optional extra")
    images = pictures(9, (64, 32))
    exact = opened(engine="torch").embed(images)
    np.testing.assert_allclose(opened(engine="openvino").embed(images), exact, atol=1e-5)


def test_threads_reach_the_engines(opened, pictures):
    kept = torch.get_num_threads()
    try:
        backbone = opened(threads=1)
        assert torch.get_num_threads() == 1
        assert backbone.embed(pictures(2, (64, 32))).shape == (2, 8)
    finally:
        torch.set_num_threads(kept)
