"""What an ensemble recipe trains: a softmax loss for each cell, and starts of all branches."""

import json

import pytest
import torch
from torch import nn

from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.training import train
from probe.errors import CheckpointError, UsageError, YamlError


def test_every_cell_has_a_classifier_with_bias_and_its_own_loss(
    learner_of, tiny_architecture, picture_batch
):
    learner = learner_of(tiny_architecture("ensemble")).eval()
    heads = learner.networks["classifiers"]
    assert [tuple(head.weight.shape) for head in heads] == [(4, 6)] * 3
    assert all(head.bias is not None for head in heads)
    batch = picture_batch([0, 0, 1, 1, 2, 2, 3, 3])
    with torch.no_grad():
        parts = learner.networks["backbone"].part_vectors(batch.only.pictures)
        losses = [
            nn.functional.cross_entropy(head(part), batch.only.labels)
            for head, part in zip(heads, parts, strict=True)
        ]
        step = learner("train", batch)
    torch.testing.assert_close(step.loss, sum(losses))


def test_every_branch_starts_from_imagenet(imagenet, learner_of, tiny_architecture):
    trunk, start = imagenet()
    network = learner_of(tiny_architecture("ensemble", {"start": start})).networks["backbone"]
    last = trunk.get_submodule("layer4").state_dict()
    for branch in network.branches:
        for name, value in branch.stage.state_dict().items():
            assert torch.equal(value, last[name])
            assert value.data_ptr() != last[name].data_ptr()
    assert torch.equal(network.base.conv1.weight, trunk.conv1.weight)


def test_classifiers_of_other_people_are_refused(
    one_thread, tiny_architecture, people, tmp_path, quiet, picture
):
    first = train(
        recipe_from(tiny_architecture("ensemble")), tmp_path / "a", quiet, one_thread,
        data=(f"identity_folders={people}",),
    )  # fmt: skip
    digest = json.loads((first.folder / "training.json").read_text())["stages"][0]["digest"]
    for number in range(3):
        picture(people / "a-fifth-person" / f"{number}.jpg", 90 + number, 9)
    recipe = recipe_from(tiny_architecture("ensemble"))
    stage = recipe.stages[0].model_dump(mode="json")
    stage["start_from"] = [
        {"training": str(first.folder), "digest": digest, "networks": ["backbone", "classifiers"]}
    ]
    whole = {**recipe.model_dump(mode="json"), "stages": [stage]}
    with pytest.raises(CheckpointError, match="do not fit the network 'classifiers'"):
        train(
            recipe_from(whole), tmp_path / "b", quiet, one_thread,
            data=(f"identity_folders={people}",),
        )  # fmt: skip


def test_nine_branches_are_no_recipe(tiny_architecture):
    with pytest.raises((YamlError, UsageError), match="branches"):
        recipe_from(tiny_architecture("ensemble", {"branches": 9}))
