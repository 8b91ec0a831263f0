"""Files of FD-GAN of every stage open as backbones; others are named."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones.fdgan import spec
from probe.backbones.fdgan.additional import DomainEncoder
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generator import GeneratorShape, PoseGenerator
from probe.backbones.fdgan.opening import open_generator
from probe.backbones.fdgan.pose_discriminator import PoseDiscriminator
from probe.errors import CheckpointError

SIZE = (64, 32)


def small_encoder(seed=3, logits=2):
    torch.manual_seed(seed)
    base = ResNet(2, block=BasicBlock, blocks=(1, 1, 1, 1), widths=(4, 8, 12, 16))
    network = Siamese(base, logits)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d | torch.nn.BatchNorm1d):
            torch.nn.init.uniform_(module.running_var, 0.5, 1.5)
            torch.nn.init.normal_(module.running_mean, 0, 0.2)
    torch.nn.init.normal_(network.embed_model.classifier.weight)
    return network.eval()


@pytest.fixture
def saved(tmp_path):
    def save(network, name="w.pth"):
        torch.save(network.state_dict(), tmp_path / name)
        return tmp_path / name

    return save


@pytest.fixture
def card(spec_card):
    def made(name="fdgan", **options):
        found = spec_card(spec, name)
        return found.with_changes(options={**found.options, **options}, input_size=SIZE)

    return made


@pytest.mark.parametrize("model", [None, "A", "B"])
def test_maps_sum_to_the_cosine(model, saved, card, eager, pictures):
    network = small_encoder()
    if model:
        network = DomainEncoder(network, model).eval()
    backbone = spec.load(card(), saved(network), eager)
    images = pictures(3, SIZE)
    evidence = backbone.attend(images[:2], images[1:])
    assert evidence.kind == "exact"
    summed = evidence.first.sum((1, 2)) + evidence.constant_first
    np.testing.assert_allclose(summed, evidence.cosine, atol=1e-6)


@pytest.mark.parametrize(
    ("network", "name"),
    [
        (lambda: PoseGenerator(GeneratorShape(SIZE, 16, 8, width=4)), "the generator"),
        (lambda: PoseDiscriminator(4), "the pose discriminator"),
        (lambda: small_encoder(logits=1), "the identity discriminator"),
    ],
)
def test_networks_without_features_are_named(network, name, saved, card, eager):
    with pytest.raises(CheckpointError, match=name) as caught:
        spec.load(card(), saved(network()), eager)
    assert "net_E" in caught.value.hint


def test_a_generator_opens_with_the_shape_of_its_tensors(saved):
    network = PoseGenerator(GeneratorShape(SIZE, 16, 8, width=4, skips=2)).eval()
    opened = open_generator(saved(network))
    assert opened.shape == network.shape
    given = torch.randn(2, 16), torch.rand(2, 18, *SIZE), torch.randn(2, 256)
    assert torch.equal(opened(*given), network(*given))


def test_another_file_is_no_generator(saved):
    with pytest.raises(CheckpointError, match="the pose discriminator"):
        open_generator(saved(PoseDiscriminator(4)))
    with pytest.raises(CheckpointError, match="something else"):
        open_generator(saved(small_encoder(), "e.pth"))


@pytest.mark.parametrize("options", [{"encoder": "both"}, {"last_stride": 3}])
def test_unknown_options_are_refused(options, card, eager, tmp_path):
    with pytest.raises(CheckpointError, match="fdgan takes"):
        spec.load(card(**options), tmp_path / "w.pth", eager)
