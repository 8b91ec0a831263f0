"""EnsembleNet: its cells, its branches, the parts it declares, and files that do not fit."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.families import recognise
from probe.backbones._torch.resnet import BLOCKS, WIDTHS, BasicBlock, Bottleneck, ResNet, ResNet50
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble import spec
from probe.backbones.ensemble.cells import cell_means, rows_of
from probe.backbones.ensemble.model import EnsembleNet, EnsembleShape
from probe.errors import CheckpointError

DATA = Path(__file__).parents[1] / "data" / "parity" / "ensemble_parts.seed1.npz"
SMALL = ResNetShape(BasicBlock, (1, 1, 1, 1), (4, 4, 8, 8), ibn_a=False)


def ensemble(branches=3, trunk=SMALL, **settings):
    torch.manual_seed(4)
    shape = EnsembleShape(trunk, branches, last_stride=1, **{"reduction": 5, **settings})
    network = EnsembleNet(shape).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.running_var, 0.5, 1.5)
            nn.init.normal_(module.running_mean, 0, 0.3)
            nn.init.normal_(module.bias, 0, 0.3)
    return network


def save(network, path, change=lambda tensors: None):
    tensors = {name: value.clone() for name, value in network.state_dict().items()}
    change(tensors)
    torch.save({"state_dict": {f"module.{name}": value for name, value in tensors.items()}}, path)
    return path


@pytest.fixture
def card(spec_card):
    return spec_card(spec, "ensemble").with_changes(input_size=(64, 32))


def test_cells_are_those_of_the_reference():
    data = np.load(DATA)
    sizes = sorted({name.split(".")[0] for name in data.files if name.endswith(".map")})
    assert sizes
    for size in sizes:
        found = torch.from_numpy(data[f"{size}.map"])
        for count in range(1, 9):
            for cells in ("adaptive", "disjoint"):
                key = f"{size}.k{count}.{cells}"
                if key not in data.files:
                    continue
                assert rows_of(found.shape[2], count, cells) == [
                    tuple(rows) for rows in data[f"{key}_rows"].tolist()
                ]
                means = torch.stack(cell_means(found, count, cells), dim=2)
                np.testing.assert_allclose(means, data[key], rtol=0, atol=1e-12)


def test_cells_are_torchs_adaptive_pooling():
    found = torch.randn(2, 3, 7, 4, dtype=torch.float64)
    pooled = torch.nn.functional.adaptive_avg_pool2d(found, (3, 1))[..., 0]
    torch.testing.assert_close(torch.stack(cell_means(found, 3, "adaptive"), 2), pooled)


@pytest.mark.parametrize("stride", [1, 2])
def test_one_branch_without_reduction_is_an_ide_resnet(stride):
    torch.manual_seed(1)
    resnet = ResNet50(stride).eval()
    trunk = ResNetShape(Bottleneck, BLOCKS, WIDTHS, ibn_a=False)
    one = EnsembleNet(EnsembleShape(trunk, 1, stride, reduction=0)).eval()
    copy_trunk(resnet, one)
    x = torch.randn(1, 3, 64, 32)
    with torch.inference_mode():
        assert torch.equal(one(x), resnet(x))
    assert one.shape.dimension == resnet.dimension


def copy_trunk(resnet, network):
    """The same weights in the shared stages and in every branch."""
    network.base.load_state_dict(
        {n: v for n, v in resnet.state_dict().items() if not n.startswith("layer4.")}
    )
    for branch in network.branches:
        branch.stage.load_state_dict(resnet.get_submodule("layer4").state_dict())


def test_equal_branches_see_the_same_map_and_the_first_is_the_whole():
    resnet = ResNet(1, block=BasicBlock, blocks=SMALL.blocks, widths=SMALL.widths).eval()
    network = ensemble(3, reduction=0)
    copy_trunk(resnet, network)
    x = torch.randn(2, 3, 96, 32)
    with torch.inference_mode():
        first, second, third = network.feature_map(x)
        vector = network(x)
        assert torch.equal(first, second)
        assert torch.equal(first, third)
        torch.testing.assert_close(vector[:, :8], resnet(x))
        halves = vector[:, 8:24].reshape(2, 2, 8).mean(1)
    torch.testing.assert_close(halves, vector[:, :8])


def test_branches_share_no_weight():
    network = ensemble(3)
    places = [p.data_ptr() for p in network.parameters()]
    assert len(places) == len(set(places))
    stages = [branch.stage for branch in network.branches]
    assert len({id(p) for stage in stages for p in stage.parameters()}) == sum(
        len(list(stage.parameters())) for stage in stages
    )


def test_branches_train_apart():
    network = ensemble(2).train()
    before = {name: value.clone() for name, value in network.named_parameters()}
    parts = network.part_vectors(torch.randn(4, 3, 64, 32))
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    (parts[1].square().sum() + parts[2].square().sum()).backward()
    optimiser.step()
    changed = {
        name.split(".")[0] + name.split(".")[1]
        for name, value in network.named_parameters()
        if not torch.equal(value, before[name])
    }
    assert "branches1" in changed
    assert "branches0" not in changed
    assert "baseconv1" in changed


@pytest.mark.parametrize("branches", [1, 3, 8])
@pytest.mark.parametrize("reduction", [0, 5])
@pytest.mark.parametrize("norm", [False, True])
def test_shape_is_told_from_the_tensors(branches, reduction, norm, card, eager, tmp_path):
    network = ensemble(branches, reduction=reduction, norm=norm and bool(reduction))
    backbone = spec.load(card, save(network, tmp_path / "w.pth"), eager)
    assert backbone.network.shape == network.shape
    x = torch.randn(2, 3, 128, 32)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), network(x))
    assert backbone.card.dimension == network.shape.dimension
    assert sum(part.length for part in backbone.parts) == backbone.card.dimension
    assert len(backbone.parts) == branches * (branches + 1) // 2
    assert recognise(network.state_dict()).card == "ensemble"


def test_parts_lie_where_their_cells_are():
    shape = EnsembleShape(SMALL, 3, last_stride=1)
    places = {part.name: (part.top, part.bottom) for part in shape.parts(256)}
    assert places["whole, branch 1"] == (0, 1)
    assert places["cell 2 of 2, branch 2"] == (0.5, 1)
    assert places["cell 2 of 3, branch 3"] == (5 / 16, 11 / 16)
    network = ensemble(3)
    for height in (384, 250, 64, 65):
        rows = network.feature_map(torch.zeros(1, 3, height, 32))[0].shape[2]
        assert rows == network.shape.map_height(height)


PAIRS = np.random.default_rng(5).integers(0, 256, (2, 3, 64, 32, 3)).astype(np.uint8)


@pytest.mark.parametrize("cells", ["adaptive", "disjoint"])
def test_maps_of_the_parts_sum_to_the_cosine(cells, card, eager, tmp_path):
    network = ensemble(3, cells=cells)
    changed = card.with_changes(options={**card.options, "cells": cells})
    backbone = spec.load(changed, save(network, tmp_path / "w.pth"), eager)
    parts = backbone.attend_parts(*PAIRS)
    whole = backbone.attend(*PAIRS)
    assert len(parts) == len(backbone.parts) == 6
    assert {one.kind for one in (*parts, whole)} == {"exact"}
    np.testing.assert_allclose(sum(one.cosine for one in parts), whole.cosine, atol=1e-6)
    np.testing.assert_allclose(sum(one.first for one in parts), whole.first, atol=1e-6)
    for one in parts:
        for found, constant in ((one.first, one.constant_first), (one.second, one.constant_second)):
            np.testing.assert_allclose(found.sum((1, 2)) + constant, one.cosine, atol=1e-6)
    lower = parts[2].first  # the lower half of branch 2
    assert np.abs(lower[:, : lower.shape[1] // 2]).max() == 0
    assert np.abs(lower).max() > 0


def test_a_vector_of_one_piece_has_no_evidence_of_parts(eager, spec_card, golden, tmp_path):
    from probe.backbones.osnet import spec as osnet

    file = golden("torchreid_osnet_x0_25_256x128").save(tmp_path / "w.pth")
    backbone = osnet.load(spec_card(osnet, "osnet_x0_25"), file, eager)
    pictures = np.zeros((1, 256, 128, 3), np.uint8)
    assert backbone.attend_parts(pictures, pictures) is None


def test_parts_of_length_one(card, eager, tmp_path):
    network = ensemble(2, unit_parts=True, relu=False)
    changed = card.with_changes(options={**card.options, "unit_parts": True, "relu": False})
    backbone = spec.load(changed, save(network, tmp_path / "w.pth"), eager)
    vector = backbone.embed(PAIRS[0]).reshape(3, 3, 5)
    np.testing.assert_allclose(np.linalg.norm(vector, axis=2), 1, rtol=1e-5)


def without(prefix):
    def change(tensors):
        for name in [name for name in tensors if name.startswith(prefix)]:
            del tensors[name]

    return change


def classifiers(*sizes):
    def change(tensors):
        for number, size in enumerate(sizes):
            tensors[f"classifiers.{number}.weight"] = torch.zeros(size, 5)

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("branches.1."), "branch 2 of 3 is missing"),
        (without("branches.2.parts.2."), r"branch 3 has reductions of 2 cells \(1, 2\), not of 3"),
        (without("branches."), "they are no EnsembleNet"),
        (without("base.layer2."), "shared stages of the ensemble"),
        (without("branches.1.stage.0.bn1.bias"), "half-loaded|do not fit"),
        (classifiers(*[7] * 5, 8), "different numbers of people apart"),
        (classifiers(*[7] * 5), "5 classifiers for the 6 cells of 3 branches"),
    ],
)
def test_checkpoints_that_do_not_fit_are_refused(change, message, card, eager, tmp_path):
    with pytest.raises(CheckpointError, match=message):
        spec.load(card, save(ensemble(3), tmp_path / "w.pth", change), eager)


def test_classifiers_are_left_out(card, eager, tmp_path):
    path = save(ensemble(3), tmp_path / "w.pth", classifiers(*[7] * 6))
    assert len(spec.load(card, path, eager).report.dropped) == 6


def test_nine_branches_are_refused(card, eager, tmp_path):
    with pytest.raises(CheckpointError, match="9 branches, an ensemble has 1 to 8"):
        spec.load(card, save(ensemble(9), tmp_path / "w.pth"), eager)


@pytest.mark.parametrize(
    "options", [{"cells": "square"}, {"last_stride": 3}, {"relu": "no"}, {"unit_parts": 2}]
)
def test_unknown_options_are_refused(options, card, eager, tmp_path):
    with pytest.raises(CheckpointError, match=f"takes {next(iter(options))}"):
        spec.load(card.with_changes(options=options), tmp_path / "w.pth", eager)


def test_another_network_is_named(card, eager, golden, tmp_path):
    file = golden("torchreid_osnet_x0_25_256x128").save(tmp_path / "w.pth")
    with pytest.raises(CheckpointError) as caught:
        spec.load(card, file, eager)
    assert "torchreid: osnet_x0_25" in caught.value.hint


def test_engines_agree(card, eager, tmp_path):
    from dataclasses import replace

    file = save(ensemble(3), tmp_path / "w.pth")
    fast = spec.load(card, file, replace(eager, engine="onnxruntime"))
    slow = spec.load(card, file, eager)
    assert "onnxruntime" in fast.engine
    np.testing.assert_allclose(fast.embed(PAIRS[0]), slow.embed(PAIRS[0]), atol=1e-4)
