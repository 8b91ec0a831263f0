"""EnsembleNet: what its branches share, what they learn apart, and the parts of its vector."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.resnet import BLOCKS, WIDTHS, BasicBlock, Bottleneck, ResNet, ResNet50
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble import spec
from probe.backbones.ensemble.model import EnsembleNet, EnsembleShape


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


def test_equal_branches_see_the_same_map_and_the_first_is_the_whole(ensemble, small_trunk):
    resnet = ResNet(
        1, block=BasicBlock, blocks=small_trunk.blocks, widths=small_trunk.widths
    ).eval()
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


def test_branches_share_no_weight(ensemble):
    network = ensemble(3)
    places = [p.data_ptr() for p in network.parameters()]
    assert len(places) == len(set(places))
    stages = [branch.stage for branch in network.branches]
    assert len({id(p) for stage in stages for p in stage.parameters()}) == sum(
        len(list(stage.parameters())) for stage in stages
    )


def test_branches_train_apart(ensemble):
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


def test_parts_lie_where_their_cells_are(ensemble, small_trunk):
    shape = EnsembleShape(small_trunk, 3, last_stride=1)
    places = {part.name: (part.top, part.bottom) for part in shape.parts(256)}
    assert places["whole, branch 1"] == (0, 1)
    assert places["cell 2 of 2, branch 2"] == (0.5, 1)
    assert places["cell 2 of 3, branch 3"] == (5 / 16, 11 / 16)
    network = ensemble(3)
    for height in (384, 250, 64, 65):
        rows = network.feature_map(torch.zeros(1, 3, height, 32))[0].shape[2]
        assert rows == network.shape.map_height(height)


@pytest.mark.parametrize("cells", ["adaptive", "disjoint"])
def test_maps_of_the_parts_sum_to_the_cosine(ensemble, picture_pairs, save, cells, card, eager):
    network = ensemble(3, cells=cells)
    changed = card.with_changes(options={**card.options, "cells": cells})
    backbone = spec.load(changed, save(network), eager)
    parts = backbone.attend_parts(*picture_pairs)
    whole = backbone.attend(*picture_pairs)
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


def test_parts_of_length_one(ensemble, picture_pairs, save, card, eager):
    network = ensemble(2, unit_parts=True, relu=False)
    changed = card.with_changes(options={**card.options, "unit_parts": True, "relu": False})
    backbone = spec.load(changed, save(network), eager)
    vector = backbone.embed(picture_pairs[0]).reshape(3, 3, 5)
    np.testing.assert_allclose(np.linalg.norm(vector, axis=2), 1, rtol=1e-5)
