"""E_A equals our reading of document 0."""

import pytest
import torch

from probe.backbones.fdgan.additional import AdditionalEncoder

BOTH = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])


def filled(network, data, left_out=()):
    kept = {k: v for k, v in data.weights.items() if not k.startswith(left_out)}
    tensors = {k: torch.from_numpy(v) for k, v in kept.items()}
    network.load_state_dict(tensors)
    return network.eval()


def given(data, dtype, *names):
    return [torch.from_numpy(data.inputs[name]).to(dtype) for name in names]


@BOTH
@pytest.mark.parametrize(("model", "inputs", "count"), [("A", 512, 4), ("B", 256, 5)])
def test_additional_encoder(model, inputs, count, dtype, golden):
    data = golden(f"fdgan_EA_{model}")
    network = filled(AdditionalEncoder(inputs, 512, count), data).to(dtype)
    with torch.inference_mode():
        own = network(*given(data, dtype, "map"))
    data.assert_equal("map", own)
    data.assert_equal("feature", own.mean((2, 3)))
