"""FD-GAN's networks equal the official ones; E_A equals our reading of document 0."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, ResNet, ResNet50
from probe.backbones._torch.verifier import Verifier
from probe.backbones.fdgan.additional import AdditionalEncoder
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generator import GeneratorShape, PoseGenerator, generator_shape
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


@BOTH
@pytest.mark.parametrize("name", ["G_2048", "G_512", "G_512_skip5"])
def test_generator(name, dtype, golden):
    data = golden(f"fdgan_{name}")
    shape = generator_shape({k: torch.from_numpy(v) for k, v in data.weights.items()})
    assert shape.feature == (2048 if "2048" in name else 512)
    assert (shape.size, shape.noise, shape.pose) == ((256, 128), 256, 128)
    assert shape.skips == (5 if "skip" in name else 0)
    network = filled(PoseGenerator(shape), data).to(dtype)
    maps, feature, noise = given(data, dtype, "posemap", "reid_feature", "noise")
    with torch.inference_mode():
        data.assert_equal("pose_feature", network.pose_feature(maps))
        picture = network(feature, maps, noise)
    data.assert_equal("image", picture)
    data.assert_equal("image.channel_mean", picture.mean((2, 3)))


def test_the_weights_of_a_generator_are_those_that_are_published():
    def weights(network):
        return sum(parameter.numel() for parameter in network.parameters())

    assert weights(PoseGenerator(GeneratorShape())) == 55_864_192
    small = PoseGenerator(GeneratorShape(feature=512))
    assert weights(small) == 30_698_368
    encoder = sum(p.numel() for name, p in small.named_parameters() if name.startswith("en_"))
    assert encoder == 9_065_472
    assert weights(PoseDiscriminator()) == 2_784_065


def test_maps_that_are_added_need_no_wider_decoder():
    plain, added = (
        PoseGenerator(GeneratorShape(size=(64, 32), feature=8, width=4, skips=skips, fuse="add"))
        for skips in (0, 5)
    )
    added.load_state_dict(plain.state_dict())
    values = torch.randn(2, 8), torch.rand(2, 18, 64, 32), torch.randn(2, 256)
    assert not torch.allclose(plain.eval()(*values), added.eval()(*values))


@BOTH
def test_pose_discriminator(dtype, golden):
    data = golden("fdgan_Dp")
    network = filled(PoseDiscriminator(), data).to(dtype)
    with torch.inference_mode():
        data.assert_equal("patch_logits", network(*given(data, dtype, "posemap", "image")))


@BOTH
@pytest.mark.parametrize(("model", "inputs", "count"), [("A", 512, 4), ("B", 256, 5)])
def test_additional_encoder(model, inputs, count, dtype, golden):
    data = golden(f"fdgan_EA_{model}")
    network = filled(AdditionalEncoder(inputs, 512, count), data).to(dtype)
    with torch.inference_mode():
        own = network(*given(data, dtype, "map"))
    data.assert_equal("map", own)
    data.assert_equal("feature", own.mean((2, 3)))


@pytest.mark.parametrize("mode", ["eval", "train"])
def test_verification_classifier(mode, parity):
    """One logit with binary cross-entropy; the formula that document 0 prints is negative."""
    data = parity("fdgan_verification")
    head = Verifier(16, 1).double()
    state = {f"bn.{key}": f"bn_{key}" for key in ("weight", "bias")}
    state |= {f"bn.running_{key}": f"bn_{key}" for key in ("mean", "var")}
    state |= {f"classifier.{key}": key for key in ("weight", "bias")}
    tensors = {ours: torch.from_numpy(data[theirs]) for ours, theirs in state.items()}
    head.load_state_dict({**tensors, "bn.num_batches_tracked": torch.tensor(0)})
    head.train(mode == "train")
    first, second = (torch.from_numpy(data[name]) for name in ("x1", "x2"))
    first.requires_grad_()
    logit = head.same(first, second)
    np.testing.assert_allclose(logit.detach(), data[f"{mode}.logit"], rtol=1e-12)
    same = torch.from_numpy(data["same"])
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logit, same)
    np.testing.assert_allclose(loss.item(), data[f"{mode}.bce"], rtol=1e-12)
    loss.backward()
    np.testing.assert_allclose(first.grad, data[f"{mode}.grad_x1"], atol=1e-12)
    np.testing.assert_allclose(head.classifier.weight.grad, data[f"{mode}.grad_weight"], atol=1e-12)
    p = logit.detach().sigmoid()
    printed = (-same * p.log() - (1 - same) * (1 - p.log())).mean()
    np.testing.assert_allclose(printed.item(), data[f"{mode}.printed_formula"], rtol=1e-9)
    assert printed < 0
