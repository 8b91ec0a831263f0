"""The pair network equals the golden numbers layer by layer, and has the paper's size."""

import pytest
import torch

from probe.backbones.idla.model import Maps, PairNetwork, PairShape, cross_size, map_size
from probe.backbones.idla.rules import PORTS, PairRules

BOTH = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])


def test_size_of_the_paper():
    assert sum(p.numel() for p in PairNetwork().parameters()) == 2_308_147
    assert map_size((160, 60)) == (37, 12)
    assert cross_size((160, 60)) == (18, 5)
    assert cross_size((160, 60), ceiling=False) == (17, 5)


@BOTH
def test_every_layer_equals_the_golden_numbers(filled, dtype):
    network, data = filled(dtype)
    first, second = (torch.from_numpy(data.inputs[side]).to(dtype) for side in ("first", "second"))
    with torch.inference_mode():
        f, g = network.maps(first), network.maps(second, second=True)
        data.assert_equal("f", f)
        data.assert_equal("g", g)
        data.assert_equal("fc1", network.relations(f, g))
        logits = network(first, second)
    data.assert_equal("logits", logits)
    data.assert_equal("softmax", logits.softmax(1))


def test_patch_summaries_equal_the_golden_numbers(filled):
    from probe.backbones.idla.differences import neighbourhood_differences

    network, data = filled()
    f, g = (torch.from_numpy(data.arrays[f"{side}@f64"]) for side in "fg")
    with torch.inference_mode():
        forward, back = neighbourhood_differences(f, g), neighbourhood_differences(g, f)
        data.assert_equal("L", network.summary(forward, network.patch1))
        data.assert_equal("L_prime", network.summary(back, network.patch2))


def test_the_order_of_pictures_counts(filled):
    network, data = filled()
    first, second = (torch.from_numpy(data.inputs[side]).double() for side in ("first", "second"))
    with torch.inference_mode():
        assert (network(first, second) - network(second, first)).abs().max() > 0.1


def test_log_odds_take_the_column_of_one_person():
    logits = torch.tensor([[1.0, 4.0]])
    assert PairNetwork((48, 28)).log_odds(logits).tolist() == [3.0]
    assert PairNetwork((48, 28), rules=PORTS["tensorflow"]).log_odds(logits).tolist() == [-3.0]


def test_maps_as_vectors_of_either_side():
    torch.manual_seed(1)
    network = PairNetwork((48, 28), PairShape(4, 6, 5, 5, 8), PairRules(tied=False))
    pictures = torch.randn(2, 3, 48, 28)
    vectors = Maps(network)(pictures).view(2, 2, 6, *map_size((48, 28)))
    torch.testing.assert_close(vectors[:, 0], network.maps(pictures))
    torch.testing.assert_close(vectors[:, 1], network.maps(pictures, second=True))
    assert (vectors[:, 0] - vectors[:, 1]).abs().max() > 0.01


@pytest.mark.parametrize(("size", "fits"), [((24, 24), True), ((23, 60), False), ((60, 20), False)])
def test_pictures_that_are_too_small(size, fits):
    if fits:
        network = PairNetwork(size)
        assert network(*torch.zeros(2, 1, 3, *size)).shape == (1, 2)
    else:
        with pytest.raises(ValueError, match="too small"):
            PairNetwork(size)
