"""Branches and cells are told from the tensors; weights that are no whole ensemble are refused."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.families import recognise
from probe.backbones.ensemble import spec
from probe.errors import CheckpointError


@pytest.mark.parametrize("branches", [1, 3, 8])
@pytest.mark.parametrize("reduction", [0, 5])
@pytest.mark.parametrize("norm", [False, True])
def test_shape_is_told_from_the_tensors(ensemble, save, branches, reduction, norm, card, eager):
    network = ensemble(branches, reduction=reduction, norm=norm and bool(reduction))
    backbone = spec.load(card, save(network), eager)
    assert backbone.network.shape == network.shape
    x = torch.randn(2, 3, 128, 32)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), network(x))
    assert backbone.card.dimension == network.shape.dimension
    assert sum(part.length for part in backbone.parts) == backbone.card.dimension
    assert len(backbone.parts) == branches * (branches + 1) // 2
    assert recognise(network.state_dict()).card == "ensemble"


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
def test_checkpoints_that_do_not_fit_are_refused(ensemble, save, change, message, card, eager):
    with pytest.raises(CheckpointError, match=message):
        spec.load(card, save(ensemble(3), change), eager)


def test_classifiers_are_left_out(ensemble, save, card, eager):
    path = save(ensemble(3), classifiers(*[7] * 6))
    assert len(spec.load(card, path, eager).report.dropped) == 6


def test_nine_branches_are_refused(ensemble, save, card, eager):
    with pytest.raises(CheckpointError, match="9 branches, an ensemble has 1 to 8"):
        spec.load(card, save(ensemble(9)), eager)


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


def test_engines_agree(ensemble, picture_pairs, save, card, eager):
    from dataclasses import replace

    file = save(ensemble(3))
    fast = spec.load(card, file, replace(eager, engine="onnxruntime"))
    slow = spec.load(card, file, eager)
    assert "onnxruntime" in fast.engine
    np.testing.assert_allclose(
        fast.embed(picture_pairs[0]), slow.embed(picture_pairs[0]), atol=1e-4
    )
