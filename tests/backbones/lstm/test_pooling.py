"""Pooling and rows: as torch cuts and pools, and refused where three parts do not fit."""

import pytest
import torch
from torch.nn import functional

from probe.backbones.lstm.pooling import pooled, pooled_parts, rows_of
from probe.errors import UsageError


@pytest.mark.parametrize("height", [3, 7, 8, 16, 24])
def test_adaptive_rows_are_torchs(height):
    feature_map = torch.randn(2, 5, height, 4)
    expected = functional.adaptive_avg_pool2d(feature_map, (3, 1)).flatten(2).transpose(1, 2)
    torch.testing.assert_close(pooled_parts(feature_map, "average", "adaptive"), expected)
    expected = functional.adaptive_max_pool2d(feature_map, (3, 1)).flatten(2).transpose(1, 2)
    found = pooled_parts(feature_map, "concat", "adaptive")[:, :, 5:]
    torch.testing.assert_close(found, expected)


@pytest.mark.parametrize("height", [3, 8, 16, 24])
def test_chunks_are_torchs(height):
    feature_map = torch.randn(2, 5, height, 4)
    expected = torch.stack([part.mean((2, 3)) for part in feature_map.chunk(3, 2)], 1)
    torch.testing.assert_close(pooled_parts(feature_map, "average", "chunk"), expected)


def test_eight_rows_overlap_or_do_not():
    assert rows_of(8, "adaptive") == [(0, 3), (2, 6), (5, 8)]
    assert rows_of(8, "chunk") == [(0, 3), (3, 6), (6, 8)]


@pytest.mark.parametrize(("height", "rows"), [(2, "adaptive"), (4, "chunk"), (1, "chunk")])
def test_maps_without_three_parts_are_refused(height, rows):
    with pytest.raises(UsageError, match=f"a map of {height} rows has no 3 parts") as caught:
        rows_of(height, rows)
    assert "network.last_stride" in caught.value.hint


def test_pooling_by_name():
    feature_map = torch.tensor([[[[1.0, 3.0], [0.0, 8.0]]]])
    assert pooled(feature_map, "average").tolist() == [[3.0]]
    assert pooled(feature_map, "sum").tolist() == [[11.0]]
    assert pooled(feature_map, "concat").tolist() == [[3.0, 8.0]]
