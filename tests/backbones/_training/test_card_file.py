"""From a training to a backbone: the card file tells all that is needed to use the weights."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training.machine import Machine
from probe.backbones._training.training import train
from probe.backbones.arcface import spec as arcface
from probe.backbones.arcface.trained import trained_network as trained_iresnet
from probe.backbones.moco import spec as moco
from probe.backbones.moco.trained import trained_network as trained_resnet
from probe.contracts import Backbone, BackboneCard, Runtime
from probe.embedding.registry import find
from probe.errors import CheckpointError
from probe.files.strict_yaml import load_yaml
from probe.wording import languages, wording_of


def card_of(path):
    data = load_yaml(path).data
    names = ("tag", "input_size", "mean", "std", "interpolation", "fit", "options")
    changes = {name: data[name] for name in names}
    changes = {k: tuple(v) if isinstance(v, list) else v for k, v in changes.items()}
    return BackboneCard(architecture=data["backbone"], **changes)


@pytest.mark.parametrize(
    ("kind", "spec", "network_of", "name"),
    [
        ("margin", arcface, trained_iresnet, "arcface_trained.margin"),
        ("contrast", moco, trained_resnet, "moco_trained.contrast"),
    ],
)
def test_trained_weights_open_with_their_card_file(
    kind, spec, network_of, name, tiny, people, tmp_path, quiet
):
    data = (f"identity_folders={people}",)
    result = train(tiny(kind, epochs=1), tmp_path, quiet, Machine("cpu", threads=1), data=data)
    card = card_of(result.card)
    assert card.name == name
    backbone = spec.load(card, result.weights, Runtime("cpu"))
    assert isinstance(backbone, Backbone)
    pictures = np.random.default_rng(0).integers(0, 256, (3, 32, 16, 3), np.uint8)
    vectors = backbone.embed(pictures)
    network = network_of(card).eval()
    network.load_state_dict(load_file(result.weights))
    given = (torch.from_numpy(pictures).permute(0, 3, 1, 2) / 255 - 0.5) / 0.5
    want = network(given).detach().numpy()
    np.testing.assert_allclose(vectors, want, atol=1e-5)


def test_weights_of_another_shape_are_refused(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    result = train(tiny(epochs=1), tmp_path, quiet, Machine("cpu", threads=1), data=data)
    card = card_of(result.card)
    other = card.with_changes(options={**card.options, "widths": "4-4-4-4"})
    with pytest.raises(CheckpointError):
        arcface.load(other, result.weights, Runtime("cpu"))


def test_a_card_speaks_every_language(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    recipe = tiny(epochs=1)
    result = train(recipe, tmp_path, quiet, Machine("cpu", threads=1), data=data)
    written = load_yaml(result.card).data
    for key in ("feature", "training_data", "licence"):
        assert set(written[key]) == set(languages())
    card = find(str(result.card)).card
    assert wording_of("ja").either(card.training_data).startswith("画像")
    assert wording_of("zh").either(card.licence) == wording_of("zh").text("card-licence-yours")
    assert written["summary"] == recipe.summary_in("en"), "in the recipe's languages"
