"""timm's networks, with its preprocessing and a local weights file."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones.timm import spec
from probe.errors import BackboneError, CheckpointError
from probe.wording import Message

allow_torchvision()
timm = pytest.importorskip("timm")


def saved(name, path, **options):
    torch.manual_seed(0)
    network = timm.create_model(name, pretrained=False, **options).eval()
    torch.save({"state_dict": network.state_dict()}, path)
    return network


def test_card_carries_timms_preprocessing():
    card = spec.from_argument("vit_tiny_patch16_224")
    config = timm.get_pretrained_cfg("vit_tiny_patch16_224")
    assert card.mean == config.mean
    assert card.interpolation == "bicubic"
    assert card.input_size == (224, 224)
    assert card.name.startswith("timm:vit_tiny_patch16_224.")


@pytest.mark.parametrize("name", ["resnet10t", "mobilenetv3_small_050"])
def test_features_before_the_classifier(name, eager, pictures, tmp_path):
    network = saved(name, tmp_path / "w.pth")
    card = spec.from_argument(name).with_changes(input_size=(128, 64))
    backbone = spec.load(card, tmp_path / "w.pth", eager)
    assert backbone.card.name == f"timm:{name}.w"
    assert backbone.card.licence == Message("card-licence-of-weights")
    assert backbone.card.source == str(tmp_path / "w.pth")
    images = pictures(2, (128, 64))
    x = (images / 255 - np.array(card.mean)) / np.array(card.std)
    with torch.inference_mode():
        maps = network.forward_features(torch.from_numpy(x.transpose(0, 3, 1, 2)).float())
        wanted = network.forward_head(maps, pre_logits=True).numpy()
    found = backbone.embed(images)
    assert found.shape == (2, backbone.card.dimension)
    np.testing.assert_allclose(found, wanted, atol=1e-4 * np.abs(wanted).max())


def test_vision_transformer_at_another_size(eager, pictures, tmp_path):
    saved("vit_tiny_patch16_224", tmp_path / "w.pth", img_size=(64, 32))
    card = spec.from_argument("vit_tiny_patch16_224").with_changes(input_size=(64, 32))
    backbone = spec.load(card, tmp_path / "w.pth", eager)
    assert backbone.embed(pictures(1, (64, 32))).shape == (1, 192)


def test_unknown_models_and_absent_weights(eager, monkeypatch, tmp_path):
    with pytest.raises(BackboneError, match="resnet5O") as caught:
        spec.from_argument("resnet5O")
    assert "resnet50" in caught.value.hint
    with pytest.raises(BackboneError):
        spec.from_argument("resnet50.no_such_tag")
    with pytest.raises(CheckpointError, match="cache") as caught:
        spec.load(spec.from_argument("resnet10t"), None, eager)
    assert "hf download timm/resnet10t" in caught.value.hint


def test_half_a_model_is_refused(eager, tmp_path):
    saved("resnet10t", tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="do not fit"):
        spec.load(spec.from_argument("resnet14t"), tmp_path / "w.pth", eager)
