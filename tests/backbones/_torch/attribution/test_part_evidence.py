"""What each part of a vector adds to the cosine, and from which rows of the picture."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.attribution import pair_evidence, part_evidence
from probe.contracts import VectorPart
from probe.errors import BackboneError

PARTS = (VectorPart("upper", 12, bottom=0.5), VectorPart("lower", 12, top=0.5))


class Halves(nn.Module):
    """Means of the upper and of the lower half of a map, with a batch norm of their own."""

    def __init__(self):
        super().__init__()
        self.neck = nn.BatchNorm1d(24)

    def forward(self, x):
        rows = x.shape[2] // 2
        return self.neck(torch.cat([x[:, :, :rows].mean((2, 3)), x[:, :, rows:].mean((2, 3))], 1))


@pytest.fixture
def backbone(headed, loaded, rough):
    return loaded(rough(headed(Halves())))


def test_parts_sum_to_the_whole(backbone, pairs):
    whole, parts = pair_evidence(backbone, *pairs), part_evidence(backbone, PARTS, *pairs)
    for field in ("first", "second", "constant_first", "constant_second", "cosine"):
        total = sum(getattr(part, field) for part in parts)
        np.testing.assert_allclose(total, getattr(whole, field), atol=1e-6)
    for part in parts:
        for maps, constant in (
            (part.first, part.constant_first),
            (part.second, part.constant_second),
        ):
            np.testing.assert_allclose(maps.sum((1, 2)) + constant, part.cosine, atol=1e-6)


def test_a_part_comes_from_its_rows(backbone, pairs):
    upper, lower = part_evidence(backbone, PARTS, *pairs)
    for maps in (upper.first[:, 4:], upper.second[:, 4:], lower.first[:, :4], lower.second[:, :4]):
        assert np.abs(maps).max() == 0
    assert np.abs(upper.first[:, :4]).min() > 0


def test_without_parts_or_a_map_there_is_none(backbone, loaded, pairs):
    assert part_evidence(backbone, (), *pairs) is None
    flat = loaded(nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 32, 24)))
    assert part_evidence(flat, PARTS, *pairs) is None
    with pytest.raises(BackboneError, match="3 first pictures and 2 second ones"):
        part_evidence(backbone, PARTS, pairs[0], pairs[1, :2])
