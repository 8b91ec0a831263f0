"""Real weights on real pictures: maps add up, are faithful, and go when the learning goes."""

import numpy as np
import pytest

from probe.backbones._torch.attribution import pair_evidence, point_evidence, randomised
from probe.backbones.osnet import spec
from probe.contracts import Runtime
from probe.evidence import agreement, faithfulness, pair_maps, point_maps
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture


class Attending:
    """A torch backbone that tells where it looks."""

    def __init__(self, inner):
        self.inner, self.card = inner, inner.card
        self.embed = inner.embed

    def attend(self, first, second):
        return pair_evidence(self.inner, first, second)

    def attend_points(self, first, second):
        return point_evidence(self.inner, first, second)


@pytest.fixture(scope="module")
def osnet(real):
    card = next(card for card in spec.cards if card.name == "osnet_x0_25.msmt17")
    runtime = Runtime(device="cpu", engine="torch")
    return spec.load(card, real / "weights" / "osnet_x0_25_msmt17.pth", runtime)


@pytest.fixture(scope="module")
def pictures(real):
    fitting = Fitting((256, 128), "stretch")

    def side(orientation):
        files = [real / "pku_reid" / f"{p}_c1_o{orientation}.png" for p in ("001", "003", "004")]
        return np.stack([fit_picture(read_picture(file), fitting) for file in files])

    return side(3), side(7)


def test_maps_of_osnet_are_exact(osnet, pictures):
    maps = pair_maps(Attending(osnet), *pictures)
    assert maps.kind == "exact"
    assert maps.additivity_error.max() <= 1e-5
    unit = [v / np.linalg.norm(v, axis=1, keepdims=True) for v in map(osnet.embed, pictures)]
    np.testing.assert_allclose(maps.cosine, (unit[0] * unit[1]).sum(1), atol=1e-5)
    points = point_maps(Attending(osnet), pictures[0][0], pictures[1][0])
    assert points.additivity_error <= 1e-5


def test_a_random_network_looks_elsewhere(osnet, pictures):
    learned = pair_evidence(osnet, *pictures)
    random = pair_evidence(randomised(osnet), *pictures)
    assert np.abs(agreement(learned.first, random.first)).max() < 0.6


@pytest.mark.slow
def test_maps_of_osnet_are_faithful(osnet, pictures):
    maps = pair_evidence(osnet, *pictures)
    found = faithfulness(osnet, *pictures, maps.first, steps=8)
    areas = found.areas()
    assert areas["deletion"] < areas["deletion_random"]
    assert areas["insertion"] > areas["insertion_random"]
