"""What a MoCo recipe trains: queries against keys of a copy that follows slowly, and a queue."""

import pytest
import torch
from torch.nn import functional

from probe.backbones.moco.train import ResNetShape
from probe.backbones.moco.trained import trained_network
from probe.contracts import BackboneCard
from probe.wording import wording_of


@pytest.fixture
def learner(learner_of, tiny_data):
    """MoCo with one group, so that the order of the keys does not matter."""
    data = tiny_data("contrast")
    data["objective"]["groups"] = 1
    return learner_of(data)


def test_the_key_encoder_is_a_copy_that_no_gradient_moves(learner):
    networks = learner.networks
    assert set(networks) == {"backbone", "head", "key_encoder", "queue"}
    online = torch.nn.Sequential(networks["backbone"], networks["head"]).state_dict()
    keys = networks["key_encoder"].state_dict()
    assert all(torch.equal(online[name], value) for name, value in keys.items())
    assert not any(p.requires_grad for p in networks["key_encoder"].parameters())
    assert networks["queue"].keys.shape == (8, 20)


@pytest.mark.parametrize(("inner", "width"), [(0, 16), (12, 12)])
def test_the_head_has_two_layers_and_nought_means_as_the_feature(
    inner, width, learner_of, tiny_data
):
    data = tiny_data("contrast")
    data["objective"]["head"] = [inner, 8]
    first, _, last = learner_of(data).networks["head"]
    assert (first.in_features, first.out_features) == (16, width)
    assert (last.in_features, last.out_features) == (width, 8)


def test_the_loss_is_that_of_each_query_against_its_key_and_the_queue(learner, picture_batch):
    batch = picture_batch([0, 1, 2, 3], views=2)
    learner.eval()
    networks = learner.networks
    queue = networks["queue"].keys.clone()
    with torch.no_grad():
        # Before the first step both encoders are equal, and following changes nothing.
        encoder = networks["key_encoder"]
        queries, keys = (functional.normalize(encoder(view)) for view in batch.only.views)
        logits = torch.cat([(queries * keys).sum(1, keepdim=True), queries @ queue], 1) / 0.1
        step = learner("train", batch)
    right = torch.zeros(4, dtype=torch.long)
    torch.testing.assert_close(step.loss, functional.cross_entropy(logits, right))
    assert step.watched["right"] == (logits.argmax(1) == 0).float().mean()
    torch.testing.assert_close(networks["queue"].keys[:, :4].T, keys)
    assert torch.equal(networks["queue"].keys[:, 4:], queue[:, 4:])


def test_the_key_encoder_follows_by_its_momentum_and_keeps_its_statistics(learner, picture_batch):
    networks = learner.networks
    keys = networks["key_encoder"].eval()
    before = {name: value.clone() for name, value in keys.state_dict().items()}
    online = torch.nn.Sequential(networks["backbone"], networks["head"])
    with torch.no_grad():
        for parameter in online.parameters():
            parameter += 1
    networks["backbone"].bn1.running_mean += 5
    networks["backbone"].eval()
    learner("train", picture_batch([0, 1], views=2))
    moving = dict(online.named_parameters())
    for name, value in keys.state_dict().items():
        expected = 0.9 * before[name] + 0.1 * moving[name] if name in moving else before[name]
        torch.testing.assert_close(value, expected)


def test_the_options_of_a_shape_describe_its_network():
    shape = ResNetShape(kind="resnet", blocks=(1, 2, 1, 1), widths=(4, 6, 4, 8), last_stride=2)
    network = trained_network(
        BackboneCard("moco_trained", input_size=(64, 32), options=shape.options())
    )
    assert len(network.layer2) == 2
    assert network.layer4[0].conv2.stride == (2, 2)
    assert network.dimension == shape.length == 32
    assert wording_of("en")(shape.feature()) == "global average of the last map, 32-d"


def test_convolutions_begin_as_torchvisions(learner_of, tiny_data):
    data = tiny_data("contrast")
    data["network"]["widths"] = [32, 32, 32, 32]
    weight = learner_of(data).networks["backbone"].layer2[0].conv2.weight
    assert weight.std().item() == pytest.approx((2 / (32 * 9)) ** 0.5, rel=0.1)
