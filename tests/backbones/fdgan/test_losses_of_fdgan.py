"""Losses and gradients equal one step of the official model, networks replaced by linear ones."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._training.recipe_file import load_recipe
from probe.backbones.fdgan.generation import GenerationLearner, MadePictures, copy_to_identity
from probe.backbones.fdgan.losses import discrimination, same_pose_difference, smooth_labels
from probe.backbones.fdgan.pixels import PixelScale

SCALE = PixelScale((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), same=True)


class Linear(nn.Module):
    """D_id's and D_pd's stand-ins of the stored step."""

    def __init__(self, weights, divisor):
        super().__init__()
        self.weights, self.divisor = torch.from_numpy(weights), divisor

    def pair_logits(self, first, second):
        return ((second + 0.3 * first).flatten(1) @ self.weights / self.divisor)[:, None]

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
    loss = discrimination(judge(shared, shared.targets), judge(shared, shared.fakes), labels)
    np.testing.assert_allclose(loss.item(), data[f"{name}_smooth"], rtol=1e-12)


def test_smooth_labels_are_in_their_ranges():
    torch.manual_seed(0)
    labels = np.array([smooth_labels(torch.device("cpu")) for _ in range(2000)])
    assert 0.7 <= labels[:, 0].min() < 0.71 < 0.99 < labels[:, 0].max() <= 1
    assert 0 <= labels[:, 1].min() < 0.01 < 0.29 < labels[:, 1].max() <= 0.3


def test_no_pair_of_one_person_costs_nothing():
    made = torch.rand(4, 3, 2, 2, requires_grad=True)
    loss = same_pose_difference(made, torch.tensor([False, False]))
    loss.backward()
    assert loss == 0
    assert not made.grad.any()


def test_the_identity_discriminator_begins_with_the_row_same(tiny):
    networks = tiny().network.networks(_facts())
    copy_to_identity(networks["encoder"], networks["identity"])
    there, here = (networks[name].state_dict() for name in ("encoder", "identity"))
    for key, value in here.items():
        official = there[key][1:2] if key.startswith("embed_model.classifier") else there[key]
        assert torch.equal(value, official)


def _facts():
    from probe.backbones._training.objective import DataFacts

    return DataFacts(size=(64, 32), classes=2, cameras=1, sets=1)


def test_units_of_generator_and_encoder():
    scale = PixelScale(SCALE.mean, SCALE.std)
    pixels = torch.randint(0, 256, (1, 4, 2, 3), dtype=torch.uint8)
    shares = pixels.permute(0, 3, 1, 2) / 255
    mean, std = (torch.tensor(v)[:, None, None] for v in (scale.mean, scale.std))
    normalised = (shares - mean) / std
    drawn = scale.to_generator(normalised)
    torch.testing.assert_close(drawn, 2 * shares - 1, atol=1e-5, rtol=0)
    torch.testing.assert_close(scale.to_encoder(drawn), normalised, atol=1e-4, rtol=0)
    assert torch.equal(scale.to_pixels(drawn), pixels)
    assert torch.equal(SCALE.to_pixels(normalised), pixels)
