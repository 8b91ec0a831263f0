"""People drawn with a trained encoder and generator."""

import numpy as np
import torch

from probe.backbones._training.objective import DataFacts
from probe.backbones.fdgan.drawing import IMAGENET, Drawer, maps_of
from probe.backbones.fdgan.pixels import PixelScale

SIZE = (64, 32)


def drawer(tiny, scale):
    torch.manual_seed(0)
    networks = tiny().network.networks(DataFacts(SIZE, 2, 1, 1))
    return Drawer("d", networks["encoder"].eval(), networks["generator"].eval(), scale)


def test_the_encoder_sees_its_own_units(tiny, pictures):
    sources, maps = pictures(2, SIZE), np.random.default_rng(0).random((2, 18, *SIZE), np.float32)
    scale = PixelScale(IMAGENET.mean, IMAGENET.std)
    own = drawer(tiny, scale)
    with torch.no_grad():  # a network at its start hardly lets the noise through to 8 bits
        own.generator.de_avg[1].weight.mul_(100)
    seen = []
    own.encoder.register_forward_pre_hook(lambda network, given: seen.append(given[0]))
    made = own.draw(sources, maps, seed=1)
    assert made.shape == sources.shape
    assert made.dtype == np.uint8
    shares = torch.from_numpy(sources).permute(0, 3, 1, 2) / 255
    mean, std = (torch.tensor(value)[:, None, None] for value in (scale.mean, scale.std))
    torch.testing.assert_close(seen[0], (shares - mean) / std, atol=1e-5, rtol=0)
    assert np.array_equal(made, own.draw(sources, maps, seed=1))
    assert not np.array_equal(made, own.draw(sources, maps, seed=2))


def test_official_generators_draw_in_the_units_of_the_encoder(tiny, pictures):
    made = drawer(tiny, IMAGENET).draw(
        pictures(1, SIZE), np.zeros((1, 18, *SIZE), np.float32), seed=1
    )
    # Tanh reaches mean +- std of pixels, and nothing beyond.
    low, high = (
        255 * (np.array(IMAGENET.mean) + sign * np.array(IMAGENET.std)) for sign in (-1, 1)
    )
    assert (made >= np.floor(low)).all()
    assert (made <= np.ceil(high)).all()


def test_joints_of_a_picture_come_to_the_size_of_the_maps():
    joints = np.array([[4, 8, 1]] * 18, np.float32)
    maps = maps_of(joints, (32, 16), SIZE, "openpose18")
    assert maps.shape == (18, *SIZE)
    assert np.unravel_index(maps[0].argmax(), SIZE) == (16, 8)
