"""Losses and gradients of a step equal the official model's, networks replaced by linear ones."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._training.recipe_file import load_recipe
from probe.backbones.fdgan.generation import GenerationLearner, MadePictures, copy_to_identity
from probe.backbones.fdgan.losses import discrimination
from probe.backbones.fdgan.pixels import PixelScale

SCALE = PixelScale((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), same=True)


class Linear(nn.Module):
    """D_id's and D_pd's stand-ins of the stored step."""

    def __init__(self, weights, divisor):
        super().__init__()
        self.weights, self.divisor = torch.from_numpy(weights), divisor

    def logits_against(self, first, *others):
        sums = [(other + 0.3 * first).flatten(1) for other in others]
        return [(values @ self.weights / self.divisor)[:, None] for values in sums]

    def forward(self, maps, pictures):
        return (torch.cat([maps, pictures], 1).flatten(1) @ self.weights / self.divisor)[:, None]


class Head(nn.Module):
    """An encoder whose head gives the stored scores."""

    def __init__(self, score):
        super().__init__()
        self.score = score

    def embed_model(self, first, second):
        return self.score


def in_turn(values):
    """The official halves (all first pictures, then all second) as pairs one after the other."""
    first, second = np.split(values, 2)
    return torch.from_numpy(np.stack([first, second], 1).reshape(values.shape))


@pytest.fixture
def step(parity):
    """`step(stage)`: data, learner, what its turns share, the score."""

    def made(number):
        data = parity("fdgan_losses")
        objective = load_recipe("fdgan.resnet50").stages[number - 1].objective
        score = torch.from_numpy(data["score"]).requires_grad_()
        networks = {
            "encoder": Head(score),
            "identity": Linear(data["w_identity"], 30),
            "pose": Linear(data["w_pose"], 60),
        }
        learner = GenerationLearner(networks, objective, SCALE)
        fakes = in_turn(data["fake"]).requires_grad_()
        pictures = [in_turn(data[name]) for name in ("origin", "target", "posemap")]
        same = torch.from_numpy(data["labels"][:, 0] == 1)
        features = torch.zeros(12, 4, dtype=torch.float64)
        shared = MadePictures(pictures[0], pictures[1], fakes, pictures[2], features, same)
        return data, learner, shared, score

    return made


@pytest.mark.parametrize("stage", [2, 3])
def test_generator(stage, step):
    data, learner, shared, score = step(stage)
    result = learner("generator", shared)
    np.testing.assert_allclose(result.loss.item(), data[f"stage{stage}.loss_G"], rtol=1e-9)
    np.testing.assert_allclose(result.watched["L1"].item(), data[f"stage{stage}.loss_r"])
    np.testing.assert_allclose(result.watched["verification"].item(), data[f"stage{stage}.loss_v"])
    result.loss.backward()
    official = in_turn(data[f"stage{stage}.grad_fake"])
    np.testing.assert_allclose(shared.fakes.grad, official, atol=1e-12)
    np.testing.assert_allclose(score.grad, data[f"stage{stage}.grad_score"], atol=1e-12)


@pytest.mark.parametrize(("turn", "name"), [("identity", "D_identity"), ("pose", "D_pose")])
def test_discriminators(turn, name, step):
    data, learner, shared, _ = step(2)
    learner.objective = learner.objective.model_copy(update={"smooth": False})
    np.testing.assert_allclose(learner(turn, shared).loss.item(), data[name], rtol=1e-12)
    drawn = data[f"smooth_draws_{turn}"]
    judge = learner._identity_logits if turn == "identity" else learner._pose_logits
    labels = (
        float(drawn[0]),
        float(drawn[3]),
    )  # of real: the first of two draws; of fake: the second
    loss = discrimination(*judge(shared, shared.targets, shared.fakes), labels)
    np.testing.assert_allclose(loss.item(), data[f"{name}_smooth"], rtol=1e-12)


def _facts():
    from probe.backbones._training.objective import DataFacts

    return DataFacts(size=(64, 32), classes=2, cameras=1, sets=1)


def test_the_identity_discriminator_begins_with_the_row_same(tiny):
    networks = tiny().network.networks(_facts())
    copy_to_identity(networks["encoder"], networks["identity"])
    there, here = (networks[name].state_dict() for name in ("encoder", "identity"))
    for key, value in here.items():
        official = there[key][1:2] if key.startswith("embed_model.classifier") else there[key]
        assert torch.equal(value, official)
