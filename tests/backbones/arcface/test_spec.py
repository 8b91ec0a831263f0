"""ArcFace weights from every container; those of another size or depth are named."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from probe.backbones.arcface import spec
from probe.backbones.arcface.model import IResNet
from probe.errors import CheckpointError


@pytest.fixture(scope="module")
def small(golden):
    return golden("insightface_iresnet50_112x112")


def save_training(data, path):
    """`checkpoint_gpu_0.pt` of a training run: class centres beside the network."""
    tensors = {k: torch.from_numpy(v) for k, v in data.weights.items()}
    centres = {"weight": torch.ones(10, 512)}
    torch.save({"epoch": 1, "state_dict_backbone": tensors, "state_dict_softmax_fc": centres}, path)


def save_safetensors(data, path):
    save_file({k: torch.from_numpy(v) for k, v in data.weights.items()}, path)


@pytest.mark.parametrize(
    ("save", "file"),
    [
        (save_training, "checkpoint_gpu_0.pt"),
        (save_safetensors, "model.safetensors"),
        (lambda d, p: d.save(p, lambda k: f"module.{k}", "state_dict"), "model.pt"),
    ],
)
def test_containers(save, file, small, eager, spec_card, tmp_path):
    save(small, tmp_path / file)
    backbone = spec.load(spec_card(spec, "arcface"), tmp_path / file, eager)
    for name, tensor in backbone.network.state_dict().items():
        np.testing.assert_array_equal(tensor.numpy(), small.weights[name])


def test_weights_of_the_other_size_are_named(small, eager, spec_card, tmp_path):
    file = small.save(tmp_path / "backbone.pth")
    with pytest.raises(CheckpointError, match="112x112, not at 384x128") as caught:
        spec.load(spec_card(spec, "arcface_384x128"), file, eager)
    assert "--backbone arcface=" in caught.value.hint


def test_another_depth_is_named(eager, spec_card, tmp_path):
    deeper = IResNet((112, 112), 8, (1, 1, 30, 1))
    torch.save(deeper.state_dict(), tmp_path / "r100.pth")
    with pytest.raises(CheckpointError, match="30 blocks"):
        spec.load(spec_card(spec, "arcface"), tmp_path / "r100.pth", eager)
