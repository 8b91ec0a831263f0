"""From a training to a backbone: the card file tells all that is needed to use the weights."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training.loop import Machine
from probe.backbones._training.narrow import NarrowIResNet, NarrowResNet, network_of, open_narrow
from probe.backbones._training.training import train
from probe.contracts import Backbone, BackboneCard, Runtime
from probe.errors import BackboneError, CheckpointError
from probe.files.strict_yaml import load_yaml


def card_of(path):
    told = load_yaml(path).data
    names = ("tag", "input_size", "mean", "std", "interpolation", "fit", "feature", "options")
    changes = {name: told[name] for name in names}
    changes = {k: tuple(v) if isinstance(v, list) else v for k, v in changes.items()}
    return BackboneCard(architecture=told["backbone"], **changes)


@pytest.mark.parametrize("kind", ["margin", "contrast"])
def test_trained_weights_open_with_their_card_file(kind, tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    result = train(tiny(kind, epochs=1), tmp_path, quiet, Machine("cpu", threads=1), data=data)
    card = card_of(result.card)
    assert card.name == ("arcface_trained.margin" if kind == "margin" else "moco_trained.contrast")
    backbone = open_narrow(card, result.weights, Runtime("cpu"))
    assert isinstance(backbone, Backbone)
    pictures = np.random.default_rng(0).integers(0, 256, (3, 32, 16, 3), np.uint8)
    vectors = backbone.embed(pictures)
    network = network_of(card).eval()
    network.load_state_dict(load_file(result.weights))
    given = (torch.from_numpy(pictures).permute(0, 3, 1, 2) / 255 - 0.5) / 0.5
    want = network(given).detach().numpy()
    np.testing.assert_allclose(vectors, want, atol=1e-5)


def test_narrow_networks_at_full_width_are_the_real_ones():
    from probe.backbones._torch.resnet import ResNet50
    from probe.backbones.arcface.model import IResNet

    torch.manual_seed(0)
    pairs = (
        (IResNet((112, 112)), NarrowIResNet((112, 112), 512, (3, 4, 14, 3), (64, 128, 256, 512))),
        (ResNet50(1), NarrowResNet(1, (3, 4, 6, 3), (64, 128, 256, 512))),
    )
    for real, narrow in pairs:
        narrow.load_state_dict(real.state_dict())
        given = torch.randn(2, 3, 112, 112)
        with torch.inference_mode():
            torch.testing.assert_close(narrow.eval()(given), real.eval()(given))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"blocks": "1-2-2", "widths": "4-4-4-8", "dimension": 8}, "option blocks"),
        ({"blocks": "1-2-2-2", "dimension": 8}, "option widths"),
        ({"blocks": "1-2-2-2", "widths": "4-4-4-8"}, "option last_stride"),
    ],
)
def test_options_without_a_shape_are_refused(options, message):
    with pytest.raises(BackboneError, match=message):
        network_of(BackboneCard(architecture="arcface_trained", options=options))


def test_weights_of_another_shape_are_refused(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    result = train(tiny(epochs=1), tmp_path, quiet, Machine("cpu", threads=1), data=data)
    card = card_of(result.card)
    other = card.with_changes(options={**card.options, "widths": "4-4-4-4"})
    with pytest.raises(CheckpointError):
        open_narrow(other, result.weights, Runtime("cpu"))
