"""D_pd equals the official network."""

import pytest
import torch

from probe.backbones.fdgan.pose_discriminator import PoseDiscriminator

BOTH = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])


def filled(network, data, left_out=()):
    kept = {k: v for k, v in data.weights.items() if not k.startswith(left_out)}
    tensors = {k: torch.from_numpy(v) for k, v in kept.items()}
    network.load_state_dict(tensors)
    return network.eval()


def given(data, dtype, *names):
    return [torch.from_numpy(data.inputs[name]).to(dtype) for name in names]


@BOTH
def test_pose_discriminator(dtype, golden):
    data = golden("fdgan_Dp")
    network = filled(PoseDiscriminator(), data).to(dtype)
    with torch.inference_mode():
        data.assert_equal("patch_logits", network(*given(data, dtype, "posemap", "image")))
