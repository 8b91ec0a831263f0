"""Trainings of ibn and ensemble: tricks as switches, starts, resume, and data that do not fit."""

import copy
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones._training.augmentations.numbers import Erase
from probe.backbones._training.losses.metric import batch_hard_triplet, smoothed_cross_entropy
from probe.backbones._training.machine import Machine
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
from probe.backbones._training.schedule import Moment, Steps
from probe.backbones._training.training import train
from probe.backbones._training.trunk_start import Pretrained, pretrained_file
from probe.backbones.naming import sha256_of
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import CheckpointError, PictureSourceError, ProbeError, UsageError, YamlError

PARITY = Path(__file__).parents[2] / "data" / "parity"
ONE_THREAD = Machine(device="cpu", threads=1)
FACTS = DataFacts(size=(32, 16), classes=4, cameras=1, sets=1)
TRUNK = {
    "block": "basic", "blocks": [1, 1, 1, 1], "widths": [4, 4, 8, 8], "last_stride": 1,
    "start": None,
}  # fmt: skip
NETWORKS = {
    "ibn": {**TRUNK, "kind": "strong_baseline", "ibn_a": True, "stem_relu": True, "neck": True},
    "ensemble": {
        **TRUNK, "kind": "ensemble", "ibn_a": False, "branches": 2, "cells": "adaptive",
        "reduction": 6, "norm": True, "relu": True, "unit_parts": False,
    },
}  # fmt: skip
OBJECTIVES = {
    "ibn": {
        "kind": "strong_baseline", "label_smoothing": 0.1,
        "triplet": {"weight": 1.0, "margin": 0.3, "unit": False}, "centre": None,
    },
    "ensemble": {"kind": "part_softmax", "label_smoothing": 0.0},
}  # fmt: skip


@pytest.fixture
def recipe_data(tiny_data):
    """A tiny recipe of an architecture as plain data, with parts of it changed."""

    def made(architecture, network=None, objective=None, **changes):
        data = tiny_data("margin")
        data |= {
            "name": f"{architecture}.tiny",
            "architecture": architecture,
            "epochs": 2,
            "average_decay": None,
            "network": {**NETWORKS[architecture], **(network or {})},
            "objective": {**OBJECTIVES[architecture], **(objective or {})},
            "sampler": {"kind": "people_times_pictures", "people": 4, "pictures": 2},
        }
        return copy.deepcopy({**data, **changes})

    return made


@pytest.fixture(autouse=True)
def threads():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("architecture", NETWORKS)
def test_trained_weights_open_under_their_card(architecture, recipe_data, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    result = train(
        recipe_from(recipe_data(architecture)), tmp_path / "t", quiet, ONE_THREAD, data=data
    )
    backbone = find(str(result.card)).load(Runtime(device="cpu", engine="torch"))
    assert backbone.card.architecture == architecture
    pictures = np.random.default_rng(1).integers(0, 256, (2, 32, 16, 3)).astype(np.uint8)
    vectors = backbone.embed(pictures)
    assert vectors.shape == (2, backbone.card.dimension)
    assert backbone.attend(pictures, pictures).kind == "exact"
    assert sum(part.length for part in backbone.parts) in (0, backbone.card.dimension)


class KilledError(Exception):
    """Stands for the kill signal."""


class KillsAfter:
    """A reporter that ends the process after some steps."""

    def __init__(self, steps):
        self.steps = steps

    def step(self, text):
        pass

    def progress(self, text, unit):
        def tell(done, everything):
            if done == self.steps:
                raise KilledError

        return tell


@pytest.mark.parametrize("architecture", NETWORKS)
def test_killed_and_resumed_is_never_killed(architecture, recipe_data, people, tmp_path, quiet):
    recipe, data = recipe_from(recipe_data(architecture)), (f"identity_folders={people}",)
    whole = train(recipe, tmp_path / "whole", quiet, ONE_THREAD, data=data)
    with pytest.raises(KilledError):
        train(recipe, tmp_path / "cut", KillsAfter(3), ONE_THREAD, data=data)
    again = train(recipe, tmp_path / "cut", quiet, ONE_THREAD, data=data, resume=True)
    assert again.sha256 == whole.sha256


def batch_of(pictures, labels):
    class Prepared:
        only = type("Only", (), {"pictures": pictures, "labels": labels})

    return Prepared


def learner_of(data):
    torch.manual_seed(0)
    recipe = recipe_from(data)
    networks = recipe.network.networks(FACTS)
    return recipe.stages[0].objective.learner(networks, recipe.network, FACTS)


PICTURES = torch.from_numpy(np.random.default_rng(3).normal(0, 1, (8, 3, 32, 16))).float()
LABELS = torch.arange(4).repeat_interleave(2)


@pytest.mark.parametrize("neck", [True, False])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("triplet", [None, {"weight": 0.5, "margin": 0.3, "unit": False}])
@pytest.mark.parametrize("centre", [None, {"weight": 0.01}])
def test_every_trick_is_a_switch(neck, smoothing, triplet, centre, recipe_data):
    objective = {"label_smoothing": smoothing, "triplet": triplet, "centre": centre}
    learner = learner_of(recipe_data("ibn", {"neck": neck}, objective)).eval()
    network = learner.networks["backbone"]
    assert isinstance(network.bottleneck, nn.BatchNorm1d) == neck
    assert (learner.networks["classifier"].bias is None) == neck
    assert ("centres" in learner.networks) == (centre is not None)
    with torch.no_grad():
        features = network.base(PICTURES)
        logits = learner.networks["classifier"](network.bottleneck(features))
        expected = smoothed_cross_entropy(logits, LABELS, smoothing)
        if triplet:
            expected += 0.5 * batch_hard_triplet(features, LABELS, 0.3).loss
        if centre:
            expected += 0.01 * learner.networks["centres"](features, LABELS)
        step = learner("train", batch_of(PICTURES, LABELS))
    torch.testing.assert_close(step.loss, expected)
    assert ("triplet" in step.watched) == (triplet is not None)


def test_the_neck_keeps_its_bias_at_nothing(recipe_data):
    neck = learner_of(recipe_data("ibn")).networks["backbone"].bottleneck
    assert not neck.bias.requires_grad
    assert not neck.bias.any()


def test_every_cell_has_a_classifier_with_bias_and_its_own_loss(recipe_data):
    learner = learner_of(recipe_data("ensemble")).eval()
    heads = learner.networks["classifiers"]
    assert [tuple(head.weight.shape) for head in heads] == [(4, 6)] * 3
    assert all(head.bias is not None for head in heads)
    with torch.no_grad():
        parts = learner.networks["backbone"].part_vectors(PICTURES)
        losses = [
            nn.functional.cross_entropy(head(part), LABELS)
            for head, part in zip(heads, parts, strict=True)
        ]
        step = learner("train", batch_of(PICTURES, LABELS))
    torch.testing.assert_close(step.loss, sum(losses))


def test_rates_are_those_of_the_official_schedule():
    data = np.load(PARITY / "bot_schedule.seed1.npz")
    for name in ("yml", "defaults", "no_warm_up"):
        settings = json.loads(str(data[f"{name}.settings"]))
        schedule = Steps(
            kind="steps",
            milestones=settings["milestones"],
            gamma=settings["gamma"],
            warm_up_epochs=settings["iters"],
            warm_up_start=settings["factor"],
        )
        official = data[f"{name}.factor_in_epoch_1_to_n"]
        ours = [
            schedule.factor(Moment(epoch, 0.0, len(official))) for epoch in range(len(official))
        ]
        np.testing.assert_allclose(ours, official, rtol=1e-12)


class Recorded:
    """A generator that gives recorded draws, and refuses another order of kinds."""

    def __init__(self, draws, kinds):
        self.left = list(zip(draws, kinds, strict=True))

    def _next(self, kind):
        value, recorded = self.left.pop(0)
        assert recorded == kind
        return value

    def random(self):
        return self._next("u")

    def uniform(self, low, high):
        return self._next("u")

    def integers(self, high):
        return int(self._next("i"))


def test_erasing_is_the_official_one():
    data = np.load(PARITY / "bot_random_erasing.seed1.npz")
    cases = sorted({name.split(".")[0] for name in data.files if name.endswith(".draws")})
    step = load_recipe("ibn.baseline").stages[0].augmentation["all"][-1]
    assert isinstance(step, Erase)
    erased = 0
    for case in cases:
        drawn = Recorded(data[f"{case}.draws"].tolist(), str(data[f"{case}.kinds"]))
        depth, height, width = data[f"{case}.size"].tolist()
        picture = np.zeros((height, width, depth), np.float32)
        found = step.numbers(picture, drawn)
        assert not drawn.left
        top, left, tall, wide = data[f"{case}.top_left_height_width"].tolist()
        expected = np.zeros_like(picture)
        if tall > 0:
            erased += 1
            expected[top : top + tall, left : left + wide] = data[f"{case}.fill"]
        np.testing.assert_allclose(found, expected)
    assert erased > 5


def imagenet(path, *, ibn_a=False, widths=(4, 4, 8, 8)):
    """ImageNet weights of the tiny trunk, as torchvision stores them."""
    torch.manual_seed(8)
    trunk = ResNet(1, block=BasicBlock, blocks=(1, 1, 1, 1), widths=widths, ibn_a=ibn_a)
    torch.save({**trunk.state_dict(), "fc.weight": torch.zeros(1000, 8)}, path)
    return trunk, {"weights": str(path), "sha256": sha256_of(path)[:8]}


@pytest.mark.parametrize("ibn_a", [True, False])
def test_a_trunk_starts_from_imagenet(ibn_a, recipe_data, tmp_path):
    trunk, start = imagenet(tmp_path / "resnet.pth", ibn_a=ibn_a)
    data = recipe_data("ibn", {"start": start, "ibn_a": ibn_a, "stem_relu": False})
    base = learner_of(data).networks["backbone"].base
    for name, value in trunk.state_dict().items():
        assert torch.equal(base.state_dict()[name], value)


def test_every_branch_starts_from_imagenet(recipe_data, tmp_path):
    trunk, start = imagenet(tmp_path / "resnet.pth")
    network = learner_of(recipe_data("ensemble", {"start": start})).networks["backbone"]
    last = trunk.get_submodule("layer4").state_dict()
    for branch in network.branches:
        for name, value in branch.stage.state_dict().items():
            assert torch.equal(value, last[name])
            assert value.data_ptr() != last[name].data_ptr()
    assert torch.equal(network.base.conv1.weight, trunk.conv1.weight)


def test_start_weights_that_are_not_here_or_are_others(recipe_data, tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    _, start = imagenet(tmp_path / "resnet.pth")
    with pytest.raises(UsageError, match="not here") as caught:
        pretrained_file("resnet50-0676ba61.pth")
    assert "start to null" in caught.value.hint
    kept = tmp_path / "torch" / "hub" / "checkpoints"
    kept.mkdir(parents=True)
    (kept / "resnet50-0676ba61.pth").write_bytes(b"x")
    assert pretrained_file("resnet50-0676ba61.pth") == kept / "resnet50-0676ba61.pth"
    with pytest.raises(CheckpointError, match="not the weights of the recipe"):
        learner_of(recipe_data("ibn", {"start": {**start, "sha256": "0" * 8}}))
    with pytest.raises(CheckpointError, match="do not fit"):
        learner_of(recipe_data("ibn", {"start": start, "ibn_a": True}))
    _, wider = imagenet(tmp_path / "wide.pth", widths=(4, 4, 8, 16))
    with pytest.raises(CheckpointError, match="do not fit"):
        learner_of(recipe_data("ensemble", {"start": wider}))


def test_timms_weights_come_from_its_cache_only(tmp_path, monkeypatch):
    import huggingface_hub

    kept = {}
    monkeypatch.setattr(
        huggingface_hub, "try_to_load_from_cache", lambda repo, name: kept.get((repo, name))
    )
    with pytest.raises(UsageError, match="not in timm's cache") as caught:
        pretrained_file("timm:resnet50.a1_in1k")
    assert "pretrained=True" in caught.value.hint
    kept["timm/resnet50.a1_in1k", "model.safetensors"] = str(tmp_path / "model.safetensors")
    assert pretrained_file("timm:resnet50.a1_in1k") == tmp_path / "model.safetensors"
    with pytest.raises(UsageError, match="no weights of this name"):
        pretrained_file("timm:resnet50.no_such_weights")


def test_a_start_needs_its_checksum():
    with pytest.raises(ValueError, match="sha256"):
        Pretrained(weights="resnet50.pth", sha256="")


def test_classifiers_of_other_people_are_refused(recipe_data, people, tmp_path, quiet, picture):
    first = train(
        recipe_from(recipe_data("ensemble")), tmp_path / "a", quiet, ONE_THREAD,
        data=(f"identity_folders={people}",),
    )  # fmt: skip
    digest = json.loads((first.folder / "training.json").read_text())["stages"][0]["digest"]
    for number in range(3):
        picture(people / "a-fifth-person" / f"{number}.jpg", 90 + number, 9)
    recipe = recipe_from(recipe_data("ensemble"))
    stage = recipe.stages[0].model_dump(mode="json")
    stage["start_from"] = [
        {"training": str(first.folder), "digest": digest, "networks": ["backbone", "classifiers"]}
    ]
    whole = {**recipe.model_dump(mode="json"), "stages": [stage]}
    with pytest.raises(CheckpointError, match="do not fit the network 'classifiers'"):
        train(
            recipe_from(whole), tmp_path / "b", quiet, ONE_THREAD,
            data=(f"identity_folders={people}",),
        )  # fmt: skip


OURS = [name for name in shipped_recipes() if name.split(".")[0] in NETWORKS]


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((), "data"),
        (("market1501=no/such/folder",), "no such folder"),
        (("market15=.",), "market15"),
        (("tracks=.",), "tracks"),
    ],
)
def test_data_that_are_not_there_are_said_so(name, given, message, tmp_path, quiet):
    recipe = load_recipe(name)
    with pytest.raises((UsageError, PictureSourceError)) as caught:
        train(recipe, tmp_path, quiet, ONE_THREAD, data=given)
    assert isinstance(caught.value, ProbeError)
    assert message in f"{caught.value} {caught.value.hint or ''}"


def test_nine_branches_are_no_recipe(recipe_data, tmp_path):
    with pytest.raises((YamlError, UsageError), match="branches"):
        recipe_from(recipe_data("ensemble", {"branches": 9}))


def test_published_recipe_groups_biases_and_gives_centres_their_own_optimiser():
    stage = load_recipe("ibn.baseline").stages[0]
    assert stage.optimisers["centres"].gradient_scale * stage.objective.centre.weight == 1
    (group,) = stage.optimisers["network"].groups
    assert (group.match, group.rate, group.weight_decay) == (("*.bias",), 1.0, 5e-4)
    (joint,) = load_recipe("ibn.joint").stages[0].optimisers["all"].groups
    assert joint.weight_decay == 0
    steps = [step.step for step in load_recipe("ibn.joint").stages[0].augmentation["all"]]
    assert "erase" not in steps
