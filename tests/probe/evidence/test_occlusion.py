"""Evidence of black boxes, by covering parts of a picture."""

import numpy as np

from probe.evidence import pair_maps


def pair(seed=0, count=2, size=(32, 16)):
    return np.random.default_rng(seed).integers(0, 256, (2, count, *size, 3), dtype=np.uint8)


def test_occlusion_finds_the_only_place_that_counts(planted):
    def corner(picture):
        small = picture[:4, :4].mean((0, 1))
        return np.concatenate([small - 0.5019607, [0.05]])

    evidence = pair_maps(planted(corner), *pair(), grid=(8, 4))
    assert evidence.kind == "occlusion"
    for maps in (evidence.maps_first, evidence.maps_second):
        elsewhere = maps.copy()
        elsewhere[:, :2, :2] = 0
        assert np.abs(elsewhere).max() < 1e-6
        assert np.abs(maps[:, 0, 0]).min() > 1e-3


def test_occlusion_of_a_sum_over_places_adds_up(planted):
    """A similarity that is a sum over cells: unit vectors whose length does not depend on them."""
    rng = np.random.default_rng(3)
    weight = rng.normal(size=(8, 4))

    def additive(picture):
        value = ((picture.mean(2) - 0.5019607).reshape(8, 4, 4, 4).mean((1, 3)) * weight).sum()
        return np.array([np.sin(0.02 * value), np.cos(0.02 * value)])

    side = np.full((1, 32, 16, 3), 255, np.uint8)
    first = pair(count=1)[0]
    evidence = pair_maps(planted(additive), first, side, grid=(8, 4))
    inner = evidence.maps_first[0, 1:-1, 1:-1]
    cells = (first[0].mean(2) / 255 - 0.5019607).reshape(8, 4, 4, 4).mean((1, 3)) * weight
    assert np.corrcoef(inner.ravel(), cells[1:-1, 1:-1].ravel())[0, 1] > 0.5
