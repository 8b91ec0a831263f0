"""What an ibn recipe trains: each trick of the strong baseline is a switch."""

import pytest
import torch
from torch import nn

from probe.backbones._training.losses.metric import batch_hard_triplet, smoothed_cross_entropy
from probe.backbones._training.recipe_file import load_recipe


@pytest.mark.parametrize("neck", [True, False])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("triplet", [None, {"weight": 0.5, "margin": 0.3, "unit": False}])
@pytest.mark.parametrize("centre", [None, {"weight": 0.01}])
def test_every_trick_is_a_switch(
    learner_of, neck, smoothing, triplet, centre, tiny_architecture, picture_batch
):
    objective = {"label_smoothing": smoothing, "triplet": triplet, "centre": centre}
    learner = learner_of(tiny_architecture("ibn", {"neck": neck}, objective)).eval()
    network = learner.networks["backbone"]
    assert isinstance(network.bottleneck, nn.BatchNorm1d) == neck
    assert (learner.networks["classifier"].bias is None) == neck
    assert ("centres" in learner.networks) == (centre is not None)
    batch = picture_batch([0, 0, 1, 1, 2, 2, 3, 3])
    labels = batch.only.labels
    with torch.no_grad():
        features = network.base(batch.only.pictures)
        logits = learner.networks["classifier"](network.bottleneck(features))
        expected = smoothed_cross_entropy(logits, labels, smoothing)
        if triplet:
            expected += 0.5 * batch_hard_triplet(features, labels, 0.3).loss
        if centre:
            expected += 0.01 * learner.networks["centres"](features, labels)
        step = learner("train", batch)
    torch.testing.assert_close(step.loss, expected)
    assert ("triplet" in step.watched) == (triplet is not None)


def test_the_neck_keeps_its_bias_at_nothing(learner_of, tiny_architecture):
    neck = learner_of(tiny_architecture("ibn")).networks["backbone"].bottleneck
    assert not neck.bias.requires_grad
    assert not neck.bias.any()


@pytest.mark.parametrize("ibn_a", [True, False])
def test_a_trunk_starts_from_imagenet(imagenet, learner_of, ibn_a, tiny_architecture):
    trunk, start = imagenet(ibn_a=ibn_a)
    data = tiny_architecture("ibn", {"start": start, "ibn_a": ibn_a, "stem_relu": False})
    base = learner_of(data).networks["backbone"].base
    for name, value in trunk.state_dict().items():
        assert torch.equal(base.state_dict()[name], value)


def test_published_recipe_groups_biases_and_gives_centres_their_own_optimiser():
    stage = load_recipe("ibn.baseline").stages[0]
    assert stage.optimisers["centres"].gradient_scale * stage.objective.centre.weight == 1
    (group,) = stage.optimisers["network"].groups
    assert (group.match, group.rate, group.weight_decay) == (("*.bias",), 1.0, 5e-4)
    (joint,) = load_recipe("ibn.joint").stages[0].optimisers["all"].groups
    assert joint.weight_decay == 0
    steps = [step.step for step in load_recipe("ibn.joint").stages[0].augmentation["all"]]
    assert "erase" not in steps
