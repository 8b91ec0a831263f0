"""What an ArcFace recipe trains: an iResNet, class centres and the margin that its form means."""

import math

import pytest
import torch
from torch.nn import functional

from probe.backbones._training.recipe import recipe_from
from probe.backbones.arcface.train import INITIAL_SPREAD, IResNetShape, MarginObjective
from probe.backbones.arcface.trained import trained_network
from probe.contracts import BackboneCard
from probe.errors import ProbeError
from probe.wording import wording_of


def objective(**changes):
    values = {
        "kind": "margin", "form": "arcface", "scale": 16.0, "m1": 1.0, "m2": 0.3, "m3": 0.0,
        "gradient": "insightface", "centre_spread": 0.01,
    }  # fmt: skip
    return MarginObjective(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"form": "arcface", "m2": 0.3}, math.cos(1.1 + 0.3)),
        ({"form": "cosface", "m2": 0.0, "m3": 0.2}, math.cos(1.1) - 0.2),
        ({"form": "combined", "m1": 0.9, "m2": 0.4, "m3": 0.1}, math.cos(0.99 + 0.4) - 0.1),
    ],
)
@pytest.mark.parametrize("gradient", ["insightface", "exact"])
def test_the_numbers_mean_the_margin_of_their_form(changes, right, gradient):
    margin = objective(**changes, gradient=gradient).margin()
    cosines = torch.tensor([[math.cos(1.1), 0.5]], dtype=torch.float64)
    logits = margin(cosines, torch.tensor([0]))
    assert logits[0].tolist() == pytest.approx([16 * right, 8.0])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"form": "arcface", "m3": 0.1}, r"arcface has m1: 1\.0 and m3: 0\.0"),
        ({"form": "arcface", "m1": 0.9}, r"arcface has m1: 1\.0 and m3: 0\.0"),
        ({"form": "cosface", "m3": 0.4}, r"cosface has m1: 1\.0 and m2: 0\.0"),
    ],
)
def test_numbers_that_a_form_would_leave_out_are_refused(changes, message, tiny_data):
    """insightface leaves them out without a word."""
    data = tiny_data()
    data["objective"] |= changes
    with pytest.raises(ProbeError, match=message):
        recipe_from(data)


def test_pictures_are_drawn_to_their_own_centre(learner_of, tiny_data, picture_batch):
    learner = learner_of(tiny_data())
    batch = picture_batch([0, 1, 2, 3])
    centres = learner.networks["centres"]
    assert centres.weight.shape == (4, 8)
    learner.eval()
    with torch.no_grad():
        features = learner.networks["backbone"](batch.only.pictures)
        centres.weight.copy_(features[[0, 1, 2, 2]])  # the last one's is another's
        step = learner("train", batch)
        unit = functional.normalize(features)
        cosines = (unit @ functional.normalize(centres.weight).T).clamp(-1, 1)
        expected = functional.cross_entropy(objective().margin()(cosines, batch.only.labels),
                                            batch.only.labels)  # fmt: skip
    torch.testing.assert_close(step.loss, expected)
    assert step.watched["right"] == 0.75


def test_networks_begin_as_insightfaces(learner_of, tiny_data):
    data = tiny_data()
    data["network"] |= {"blocks": [3, 3, 3, 3], "widths": [16, 16, 16, 16]}
    network = learner_of(data).networks["backbone"]
    spread = network.get_submodule("layer2.0.conv1").weight.std().item()
    assert spread == pytest.approx(INITIAL_SPREAD, rel=0.1)
    assert not network.features.weight.requires_grad
    assert torch.equal(network.features.weight, torch.ones(8))
    assert network.features.bias.requires_grad


def test_the_options_of_a_shape_describe_its_network():
    shape = IResNetShape(kind="iresnet", blocks=(1, 2, 1, 1), widths=(4, 6, 4, 8), dimension=5)
    card = BackboneCard("arcface_trained", input_size=(32, 16), options=shape.options())
    network = trained_network(card)
    assert len(network.layer2) == 2
    assert network.layer2[0].conv2.out_channels == 6
    assert network.fc.out_features == shape.length == 5
    assert wording_of("en")(shape.feature()).startswith("5-d")
