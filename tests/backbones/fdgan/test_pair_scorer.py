"""The verification head scores pairs of features that the backbone of the same file gives."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones.fdgan import spec
from probe.backbones.fdgan.additional import DomainEncoder
from probe.backbones.fdgan.encoder import Siamese
from probe.wording import wording_of

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


@pytest.mark.parametrize("file", ["stage I", "net_E"])
@pytest.mark.parametrize("name", ["E", "E18"])
def test_official_encoders_of_every_stage(name, file, golden, eager, spec_card, tmp_path):
    data = golden(f"fdgan_{name}_256x128")
    path = data.save(
        tmp_path / {"stage I": "model_best.pth.tar", "net_E": "best_net_E.pth"}[file],
        rename=lambda key: f"module.{key}",
        wrapper="state_dict" if file == "stage I" else None,
    )
    backbone = spec.load(spec_card(spec, "fdgan"), path, eager)
    assert backbone.card.dimension == (2048 if name == "E" else 512)
    assert backbone.report.family.name == "FD-GAN"
    assert not backbone.report.unexpected
    with torch.inference_mode():
        data.assert_equal("feature", backbone.network(torch.from_numpy(data.input)))
    scorer = spec.load(spec_card(spec, "fdgan_pairs"), path, eager)
    first, second = (data.inputs[side] for side in ("f1", "f2"))
    official = data.arrays["head_logits"]
    np.testing.assert_allclose(
        scorer.score(first, second), official[:, 1] - official[:, 0], rtol=1e-4
    )


@pytest.mark.parametrize("model", ["A", "B"])
@pytest.mark.parametrize("encoder", ["last", "image"])
def test_files_with_an_additional_encoder(model, encoder, saved, card, eager, pictures):
    network = DomainEncoder(small_encoder(), model).eval()
    torch.nn.init.normal_(network.verifier.classifier.weight)
    file = saved(network)
    backbone = spec.load(card(encoder=encoder), file, eager)
    used = network if encoder == "last" else network.encoder
    x = torch.randn(2, 3, *SIZE)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), used(x))
    assert (f"Model {model}" in wording_of()(backbone.card.feature)) == (encoder == "last")
    scorer = spec.load(card("fdgan_pairs", encoder=encoder), file, eager)
    features = scorer.prepare(pictures(3, SIZE))
    np.testing.assert_allclose(features, backbone.embed(pictures(3, SIZE)), rtol=1e-5)
    head = network.verifier if encoder == "last" else network.encoder.embed_model
    sides = torch.from_numpy(features[:2]), torch.from_numpy(features[1:])
    scores = torch.from_numpy(scorer.score(*(side.numpy() for side in sides)))
    with torch.inference_mode():
        torch.testing.assert_close(scores, head.same(*sides))
    np.testing.assert_allclose(
        scorer.score(features[:1], features[1:2]), scorer.score(features[1:2], features[:1])
    )
