"""Pair maps equal the closed forms and the official implementations, and sum to the cosine."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from probe.backbones._torch.attribution import (
    MapState,
    Split,
    evidence_of,
    pair_evidence,
    point_evidence,
    points_of,
)
from probe.backbones._torch.attribution.splits import split_of
from probe.errors import BackboneError

DATA = Path(__file__).parents[3] / "data" / "parity" / "similarity_maps.seed1.npz"

SIZE = (64, 32)


@pytest.fixture(scope="module")
def official():
    with np.load(DATA) as stored:
        return dict(stored)


class GeM(nn.Module):
    def __init__(self):
        super().__init__()
        self.p = nn.Parameter(torch.tensor(3.0))

    def forward(self, x):
        return functional.avg_pool2d(x.clamp(min=1e-6).pow(self.p), x.shape[2:]).pow(1 / self.p)


class Parts(nn.Module):
    """Horizontal stripes, each with a layer of its own, beside the whole: MGN's and PCB's way."""

    def __init__(self, channels, parts):
        super().__init__()
        self.own = nn.ModuleList(nn.Linear(channels, 6) for _ in range(parts))
        self.parts = parts

    def forward(self, x):
        stripes = functional.adaptive_max_pool2d(x, (self.parts, 1)).squeeze(3)
        local = [layer(stripes[:, :, k]) for k, layer in enumerate(self.own)]
        return torch.cat([x.mean((2, 3)), x.amax((2, 3)), *local], 1)


HEADS = {
    "average": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()),
    "neck": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.BatchNorm1d(12)),
    "osnet": lambda: nn.Sequential(
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(12, 9), nn.BatchNorm1d(9), nn.ReLU(True)
    ),
    "gem": lambda: nn.Sequential(GeM(), nn.Flatten(), nn.BatchNorm1d(12)),
    "linear": lambda: nn.Sequential(nn.Flatten(), nn.Linear(12 * 32, 9), nn.BatchNorm1d(9)),
    "prelu": lambda: nn.Sequential(nn.Flatten(), nn.Linear(12 * 32, 9), nn.PReLU(9)),
    "parts": lambda: Parts(12, 2),
}

SMOOTH_HEADS = {
    "norm": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LayerNorm(12)),
    "gelu": lambda: nn.Sequential(
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(12, 9), nn.GELU(), nn.Linear(9, 7)
    ),
}


@pytest.mark.parametrize("flip", [False, True])
@pytest.mark.parametrize("name", [*HEADS, *SMOOTH_HEADS])
def test_maps_sum_to_the_cosine(headed, loaded, rough, name, flip, pairs):
    backbone = loaded(rough(headed({**HEADS, **SMOOTH_HEADS}[name]())))
    found = pair_evidence(backbone, *pairs, flip=flip)
    assert found.first.shape == (3, 8, 4)
    for maps, constant in (
        (found.first, found.constant_first),
        (found.second, found.constant_second),
    ):
        np.testing.assert_allclose(maps.sum((1, 2)) + constant, found.cosine, rtol=0, atol=1e-6)
    assert found.kind == ("gradient" if name in SMOOTH_HEADS else "exact")
    assert (found.note != "") == (name in SMOOTH_HEADS)


@pytest.mark.parametrize("name", HEADS)
def test_points_sum_to_the_maps(headed, loaded, rough, name, pairs):
    backbone = loaded(rough(headed(HEADS[name]())))
    points = point_evidence(backbone, pairs[0, 0], pairs[1, 0])
    maps = pair_evidence(backbone, pairs[0], pairs[1])
    np.testing.assert_allclose(points.matrix.sum((2, 3)) + points.first, maps.first[0], atol=1e-6)
    np.testing.assert_allclose(points.matrix.sum((0, 1)) + points.second, maps.second[0], atol=1e-6)
    whole = points.matrix.sum() + points.first.sum() + points.second.sum() + points.constant
    assert whole == pytest.approx(points.cosine, abs=1e-6)


@pytest.mark.parametrize("name", HEADS)
def test_exact_maps_equal_the_gradient_times_the_activation(headed, loaded, rough, name, pairs):
    """An independent way: automatic differentiation of the plain head, norms held."""
    backbone = loaded(rough(headed(HEADS[name]())))
    found = pair_evidence(backbone, *pairs)
    split = split_of(backbone.network, torch.zeros(1, 3, *SIZE))
    from probe.backbones._torch.preprocess import Normalise

    normalise = Normalise(backbone.card)
    read = split.trunk(normalise(torch.from_numpy(pairs[0]))).maps[0].requires_grad_()
    other = backbone.network(normalise(torch.from_numpy(pairs[1])))
    feature = backbone.network.head(read)
    scale = 1 / (feature.norm(dim=1) * other.norm(dim=1)).detach()
    ((feature * other).sum(1) * scale).sum().backward()
    np.testing.assert_allclose(found.first, (read * read.grad).sum(1).detach(), atol=1e-6)


def given(*maps):
    """A trunk whose maps are known, whatever the picture."""
    stacked = [torch.as_tensor(m, dtype=torch.float64) for m in maps]
    return lambda x: MapState((stacked[int(x[0, 0, 0, 0])][None],))


def chosen(k):
    return torch.full((1, 3, 1, 1), k, dtype=torch.float64)


@pytest.mark.parametrize("case", [0, 1, 2])
def test_average_pooling_equals_the_official_function(case, official):
    """GWUvision/Similarity-Visualization, compute_spatial_similarity."""
    maps = [official[f"stylianou.{case}.map{k}"].T.reshape(64, 7, 7) for k in (1, 2)]
    split = Split(given(*maps), lambda state: state.maps[0].mean((2, 3)))
    found = evidence_of(split, chosen(0), chosen(1))
    np.testing.assert_allclose(found.first[0], official[f"stylianou.{case}.heat1"], atol=1e-12)
    np.testing.assert_allclose(found.second[0], official[f"stylianou.{case}.heat2"], atol=1e-12)
    assert found.cosine[0] == pytest.approx(float(official[f"stylianou.{case}.cosine"]), abs=1e-12)


def test_average_pooling_of_a_map_that_is_not_square(official):
    name = "stylianou_closed_form_24x8"
    maps = [official[f"{name}.map{k}"].T.reshape(32, 24, 8) for k in (1, 2)]
    found = evidence_of(
        Split(given(*maps), lambda state: state.maps[0].mean((2, 3))), chosen(0), chosen(1)
    )
    np.testing.assert_allclose(found.first[0], official[f"{name}.heat1"], atol=1e-12)
    np.testing.assert_allclose(found.second[0], official[f"{name}.heat2"], atol=1e-12)


def linear_head(weight, bias, norm):
    layer = nn.Linear(weight.shape[1], weight.shape[0]).double()
    layer.weight.data, layer.bias.data = torch.tensor(weight), torch.tensor(bias)
    return lambda state: norm(layer(state.maps[0].flatten(1)))


def batch_norm(official, name):
    norm = nn.BatchNorm1d(len(official[f"{name}.bn_mean"]), eps=float(official[f"{name}.bn_eps"]))
    norm = norm.double().eval()
    norm.running_mean.copy_(torch.tensor(official[f"{name}.bn_mean"]))
    norm.running_var.copy_(torch.tensor(official[f"{name}.bn_var"]))
    norm.weight.data = torch.tensor(official[f"{name}.bn_weight"])
    norm.bias.data = torch.tensor(official[f"{name}.bn_bias"])
    return norm


@pytest.mark.parametrize("size", ["5x5", "6x2"])
def test_a_linear_head_equals_the_closed_form(size, official):
    name = f"zhu.fc_small_{size}"
    head = linear_head(
        official[f"{name}.fc_weight"], official[f"{name}.fc_bias"], batch_norm(official, name)
    )
    maps = official[f"{name}.map"]
    assert_equals_zhu(Split(given(*maps), head), chosen(0), chosen(1), official, name)


def assert_equals_zhu(split, first, second, official, name):
    """The decomposition of Zhu et al. with epsilon and bias terms kept (not divided by norms)."""
    pairs, points = evidence_of(split, first, second), points_of(split, first, second)
    scale = float(np.prod(official[f"{name}.exact.norms"]))
    exact = {
        key: official[f"{name}.exact.{key}"]
        for key in ("overall_1", "overall_2", "row_sum", "col_sum")
    }
    largest = np.abs(exact["overall_1"]).max()
    close = {"rtol": 0, "atol": 1e-9 * largest}
    np.testing.assert_allclose(pairs.first[0] * scale, exact["overall_1"], **close)
    np.testing.assert_allclose(pairs.second[0] * scale, exact["overall_2"], **close)
    np.testing.assert_allclose(points.matrix.sum((2, 3)) * scale, exact["row_sum"], **close)
    np.testing.assert_allclose(points.matrix.sum((0, 1)) * scale, exact["col_sum"], **close)
    if f"{name}.exact.p2p" in official:
        found = points.matrix.reshape(official[f"{name}.exact.p2p"].shape)
        np.testing.assert_allclose(found * scale, official[f"{name}.exact.p2p"], **close)
    bias = points.first.sum() + points.second.sum() + points.constant
    assert bias * scale == pytest.approx(float(official[f"{name}.exact.bias_terms"]), rel=1e-7)
    assert pairs.cosine[0] == pytest.approx(float(official[f"{name}.exact.cosine"]), abs=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(112, 112), (384, 128)], ids=["112", "384"])
def test_arcface_equals_the_official_network(size, official, golden):
    """The paper's open question: where ArcFace looks, bias terms kept."""
    from probe.backbones.arcface.model import IResNet

    name = f"insightface_iresnet50_{size[0]}x{size[1]}"
    data = golden(name)
    network = IResNet(size).double().eval().requires_grad_(False)
    network.load_state_dict({k: torch.from_numpy(v) for k, v in data.weights.items()})
    x = torch.from_numpy(data.input).double()
    assert_equals_zhu(split_of(network, x[:1]), x[:1], x[1:2], official, f"zhu.{name}")


def test_a_flip_summed_map_is_symmetric_for_a_symmetric_picture(headed, loaded, rough):
    rng = np.random.default_rng(0)
    half = rng.integers(0, 256, (2, 1, SIZE[0], SIZE[1] // 2, 3), dtype=np.uint8)
    first, second = np.concatenate([half, half[:, :, :, ::-1]], 3)
    found = pair_evidence(loaded(rough(headed(HEADS["neck"]()))), first, second, flip=True)
    np.testing.assert_allclose(found.first, found.first[:, :, ::-1], atol=1e-7)


def test_branches_on_two_grids_keep_their_sum(headed, loaded, rough, pairs):
    class TwoGrids(headed):
        def feature_map(self, x):
            fine = self.trunk(x)
            return fine, functional.avg_pool2d(fine, 2)

        def forward(self, x):
            fine, coarse = self.feature_map(x)
            return torch.cat([fine.mean((2, 3)), coarse.amax((2, 3))], 1)

    backbone = loaded(rough(TwoGrids(nn.Identity())))
    found = pair_evidence(backbone, *pairs)
    total = found.first.sum((1, 2)) + found.constant_first
    np.testing.assert_allclose(total, found.cosine, atol=1e-6)
    with pytest.raises(BackboneError, match="one size"):
        point_evidence(backbone, pairs[0, 0], pairs[1, 0])


def test_a_network_without_a_map_has_no_exact_evidence(loaded, pairs):
    network = nn.Sequential(nn.Flatten(), nn.Linear(3 * SIZE[0] * SIZE[1], 4))
    assert pair_evidence(loaded(network), *pairs) is None
    assert point_evidence(loaded(network), pairs[0, 0], pairs[1, 0]) is None


@pytest.mark.parametrize("name", ["strong_baseline", "gem", "gem_learned", "average"])
def test_maps_of_shipped_networks_sum_to_the_cosine(loaded, name, pairs):
    if name == "strong_baseline":
        from probe.backbones._torch.resnet import ResNet50
        from probe.backbones.ibn.model import StrongBaseline

        network = StrongBaseline(ResNet50(1, ibn_a=True))
    else:
        from probe.backbones.fastreid.model import FastReid

        network = FastReid(pooling=name, non_local=0, last_stride=1, stem_ceil=False, ibn_a=False)
    torch.manual_seed(1)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm1d):
            nn.init.normal_(module.bias, 0, 0.2)
    found = pair_evidence(loaded(network), pairs[0][:1], pairs[1][:1])
    assert found.kind == "exact"
    total = found.first.sum((1, 2)) + found.constant_first
    np.testing.assert_allclose(total, found.cosine, atol=1e-5)


def test_batches_of_different_length_are_refused(headed, loaded, pairs):
    with pytest.raises(BackboneError, match="no pairs"):
        pair_evidence(loaded(headed(HEADS["average"]())), pairs[0], pairs[1, :2])
