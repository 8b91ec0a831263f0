"""A third party's architecture: a generator of colours, and a critic that tells them from real.

The real colours are the mean colours of pictures. WGAN with gradient penalty, the generator at
every so many steps, as a recipe's turns say.
"""

from typing import Literal

import torch
from torch import nn

from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import NetworkShape, Objective
from probe.backbones._training.recipe_part import Count, NotNegative
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones._training.schedule import Schedule

NOISE = 4


class ColourShape(NetworkShape):
    kind: Literal["colours"]
    width: Count
    backbones = ("generator",)

    def networks(self, facts):
        def layers(inputs, outputs):
            return nn.Sequential(
                nn.Linear(inputs, self.width), nn.LeakyReLU(0.2), nn.Linear(self.width, outputs)
            )

        return {"generator": layers(NOISE, 3), "critic": layers(3, 1)}

    def options(self):
        return {"width": self.width}

    def feature(self):
        return "a colour"


class ColourObjective(Objective):
    kind: Literal["colours"]
    penalty: NotNegative

    def learner(self, networks, shape, facts):
        return ColourLearner(networks, self.penalty)


class ColourLearner(Learner):
    turns = ("critic", "generator")

    def __init__(self, networks, penalty):
        super().__init__(networks)
        self.penalty = penalty
        self.register_buffer("generated", torch.zeros((), dtype=torch.long))

    def prepare(self, batch):
        real = batch.only.pictures.mean((2, 3))
        noise = torch.randn(len(real), NOISE, device=real.device)
        return real, self.networks["generator"](noise)

    def forward(self, turn, prepared):
        real, fake = prepared
        critic = self.networks["critic"]
        if turn == "generator":
            self.generated += len(fake)
            return Step(-critic(fake).mean())
        fake = fake.detach()
        between = torch.lerp(real, fake, torch.rand(len(real), 1)).requires_grad_()
        (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
        penalty = (slope.norm(dim=1) - 1).pow(2).mean()
        distance = critic(real).mean() - critic(fake).mean()
        return Step(self.penalty * penalty - distance, {"distance": distance.detach()})


class Halving(Schedule):
    """A third party's schedule, which every architecture can use."""

    kind: Literal["halving"]
    steps: Count

    def factor(self, now):
        return 0.5 ** (now.step // self.steps)


TRAINED = TrainedArchitecture(
    card="toy_gan_trained",
    networks={"colours": ColourShape},
    objectives={"colours": ColourObjective},
)
