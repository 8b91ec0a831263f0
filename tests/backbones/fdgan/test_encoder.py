"""E_I and D_id with their heads equal the official networks."""

import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, ResNet, ResNet50
from probe.backbones.fdgan.encoder import Siamese

BOTH = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])


def filled(network, data, left_out=()):
    kept = {k: v for k, v in data.weights.items() if not k.startswith(left_out)}
    tensors = {k: torch.from_numpy(v) for k, v in kept.items()}
    network.load_state_dict(tensors)
    return network.eval()


def given(data, dtype, *names):
    return [torch.from_numpy(data.inputs[name]).to(dtype) for name in names]


@BOTH
@pytest.mark.parametrize("name", ["E", "Di", "E18"])
def test_encoder_and_head(name, dtype, golden):
    data = golden(f"fdgan_{name}_256x128")
    small = ResNet(2, block=BasicBlock, blocks=(2, 2, 2, 2)) if name == "E18" else ResNet50(2)
    network = Siamese(small, 1 if name == "Di" else 2)
    network = filled(network, data, ("base_model.base.fc.",)).to(dtype)
    x, first, second = given(data, dtype, "input", "f1", "f2")
    with torch.inference_mode():
        data.assert_equal("feature", network(x))
        data.assert_equal("pair_logits", network.pair_logits(x[:1], x[1:]))
        data.assert_equal("head_logits", network.embed_model(first, second))
