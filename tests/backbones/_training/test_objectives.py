"""Objectives that every architecture shares: identities with centres, and pairs."""

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.beginning import begin_stage, begin_training
from probe.backbones._training.log import read_lines
from probe.backbones._training.losses.metric import batch_hard_triplet
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.table import TrainingRecord, table_of
from probe.backbones._training.training import train
from probe.errors import UsageError

BAG_OF_TRICKS = {
    "kind": "identity", "label_smoothing": 0.1, "neck": True,
    "triplet": {"weight": 1.0, "margin": 0.3, "unit": False}, "centre": {"weight": 0.0005},
}  # fmt: skip


@pytest.fixture
def bag_of_tricks(write):
    """reid-strong-baseline's objective with its two optimisers, at a tiny size."""
    networks = {
        **write.adam, "rate": 0.00035, "weight_decay": 0.0005, "betas": [0.9, 0.999],
        "networks": ["backbone", "neck", "classifier"], "schedule": {"kind": "constant"},
        "groups": [{"match": ["*.bias"], "rate": 2.0, "weight_decay": 0.0}],
    }  # fmt: skip
    centres = write.optimiser(
        ["centres"], rate=0.5, momentum=0.0, weight_decay=0.0, gradient_scale=1 / 0.0005
    )
    stage = write.stage(
        "ids", BAG_OF_TRICKS, {"networks": networks, "centres": centres},
        sampler={"kind": "people_times_pictures", "people": 3, "pictures": 2},
        length={"epochs": 3},
    )  # fmt: skip
    return recipe_from(write.recipe(stage))


def begun(recipe, people, quiet, one_thread, tmp_path):
    """The first stage of a recipe, ready, over people who need no files."""
    names = [f"{at}" for at in range(2 * people)]
    table = table_of(
        [TrainingRecord(tmp_path / n, n, "set", at // 2, 0) for at, n in enumerate(names)]
    )
    device = torch.device("cpu")
    training = begin_training(recipe, table, tmp_path, one_thread, quiet, device)
    return begin_stage(training, 0, None)


def batch_of(labels, seed=0):
    generator = torch.Generator().manual_seed(seed)
    labels = torch.tensor(labels)
    pictures = torch.randn(1, len(labels), 3, 32, 16, generator=generator)
    zeros = torch.zeros_like(labels)
    return Batch({"all": PictureBatch(pictures, labels, zeros, zeros, zeros, zeros)})


def test_two_optimisers_and_their_groups(bag_of_tricks, quiet, one_thread, tmp_path):
    running = begun(bag_of_tricks, 3, quiet, one_thread, tmp_path)
    networks, centres = running.optimisers["networks"], running.optimisers["centres"]
    assert set(centres.parameters) == {"centres.centres"}
    assert "neck.bias" not in networks.parameters, "the neck's bias is fixed"
    assert "backbone.features.weight" not in networks.parameters, "insightface fixes it at 1"
    biases, others = networks.moving.param_groups
    assert (biases["weight_decay"], others["weight_decay"]) == (0.0, 0.0005)
    rates = running.set_rates(0.0, 1.0)
    assert rates == {"networks": 0.00035, "centres": 0.5}
    assert (biases["lr"], others["lr"]) == (0.0007, 0.00035)
    wanted = {k for k in networks.parameters if k.endswith(".bias")}
    assert len(biases["params"]) == len(wanted) > 5


def test_centres_move_by_their_own_gradient(bag_of_tricks, quiet, one_thread, tmp_path):
    """The gradient is divided by the weight of the loss: a step of 0.5 halves the distance."""
    running = begun(bag_of_tricks, 3, quiet, one_thread, tmp_path)
    batch = batch_of([0, 0, 1, 1, 2, 2])
    before = running.learner.networks["centres"].centres.detach().clone()
    features = running.learner.networks["backbone"](batch.only.pictures).detach()
    running.set_rates(0.0, 1.0)
    running.take_step(batch)
    labels = batch.only.labels
    gradient = torch.zeros_like(before)
    gradient.index_add_(0, labels, 2 * (before[labels] - features) / len(labels))
    after = running.learner.networks["centres"].centres.detach()
    # Batch norms have seen the batch twice here, which does not change what they give in training.
    torch.testing.assert_close(after, before - 0.5 * gradient, rtol=1e-4, atol=1e-5)


def test_the_losses_are_those_of_the_strong_baseline(bag_of_tricks, quiet, one_thread, tmp_path):
    running = begun(bag_of_tricks, 3, quiet, one_thread, tmp_path)
    batch = batch_of([0, 0, 1, 1, 2, 2])
    networks = running.learner.networks
    step = running.learner("train", batch)
    features = networks["backbone"](batch.only.pictures)
    labels = batch.only.labels
    logits = networks["classifier"](networks["neck"](features))
    triplet = batch_hard_triplet(features, labels, 0.3).loss
    identity = torch.nn.functional.cross_entropy(logits, labels, label_smoothing=0.1)
    centre = (features - networks["centres"].centres[labels]).pow(2).sum(1).mean()
    torch.testing.assert_close(step.watched["triplet"], triplet.detach())
    torch.testing.assert_close(step.loss, identity + triplet + 0.0005 * centre)
    assert set(step.watched) == {"identity", "triplet", "centre", "right"}


def test_identities_are_learnt(bag_of_tricks, write, colours, one_thread, tmp_path, quiet):
    data = bag_of_tricks.model_dump(mode="json")
    data["stages"][0]["length"] = {"epochs": 40}
    data["stages"][0]["optimisers"]["networks"]["rate"] = 0.01
    train(recipe_from(data), tmp_path, quiet, one_thread, data=(colours,))
    lines = read_lines(tmp_path)
    right, loss = (
        np.array([line.watched[name] for line in lines]) for name in ("right", "identity")
    )
    assert right[-5:].mean() > 0.8
    assert loss[-5:].mean() < 0.7 * loss[:2].mean()


def test_pairs_are_learnt(write, colours, one_thread, tmp_path, quiet):
    """A pair classifier over a pair sampler tells same from different."""
    stage = write.stage(
        "pairs", write.pairs, {"all": write.optimiser(["*"], write.adam, betas=[0.9, 0.999])},
        sampler={"kind": "pairs", "anchors": 8, "negatives": 2, "shared_draws": True},
        length={"epochs": 12},
    )  # fmt: skip
    result = train(recipe_from(write.recipe(stage)), tmp_path, quiet, one_thread, data=(colours,))
    lines = read_lines(tmp_path)
    assert np.mean([line.watched["right"] for line in lines[-3:]]) > 0.9
    assert lines[-1].loss < 0.5 * lines[0].loss
    assert set(load_file(result.networks["verifier"])) >= {"classifier.weight", "bn.running_mean"}


def test_an_objective_without_its_network_is_refused(toy_gan, write, colours, one_thread,
                                                     tmp_path, quiet):  # fmt: skip
    stage = write.stage("pairs", write.pairs, {"all": write.optimiser(["*"])})
    network = {"kind": "colours", "width": 4}
    recipe = recipe_from(write.recipe(stage, architecture="toy_gan", network=network))
    with pytest.raises(UsageError, match="trains a network 'backbone'; this architecture has none"):
        train(recipe, tmp_path, quiet, one_thread, data=(colours,))
