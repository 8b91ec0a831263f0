"""What an ArcFace recipe trains: an iResNet with class centres and a margin."""

from __future__ import annotations

from probe.backbones._training.learner import IdentityLearner
from probe.backbones._training.losses.margin import CombinedMargin, MarginHead, insightface_margin
from probe.backbones._training.narrow import NarrowIResNet
from probe.backbones._training.recipe import IResNetShape, MarginObjective, Recipe
from probe.errors import UsageError

INITIAL_SPREAD = 0.1
"""Standard deviation of insightface's convolutions at the start."""


def learner(recipe: Recipe, classes: int) -> IdentityLearner:
    """The learner of a recipe.

    Args:
        recipe: with an `iresnet` and a `margin`.
        classes: identities of the data.

    Raises:
        UsageError: the recipe asks for another network or objective.
    """
    shape, objective = recipe.network, recipe.objective
    if not isinstance(shape, IResNetShape) or not isinstance(objective, MarginObjective):
        raise UsageError("an arcface recipe has network.kind iresnet and objective.kind margin")
    network = NarrowIResNet(recipe.steps.size, shape.dimension, shape.blocks, shape.widths)
    _initialise(network)
    head = MarginHead(shape.dimension, classes, _margin(objective), objective.centre_spread)
    return IdentityLearner(network, head)


def _margin(objective: MarginObjective) -> CombinedMargin:
    numbers = objective.scale, objective.m1, objective.m2, objective.m3
    if objective.form != "combined" and objective.gradient == "insightface":
        return insightface_margin(*numbers)
    return CombinedMargin(*numbers, objective.gradient)


def _initialise(network: NarrowIResNet) -> None:
    """As insightface: convolutions N(0, 0.1), batch norms 1 and 0, `features` weight fixed at 1."""
    from torch import nn

    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.normal_(module.weight, 0.0, INITIAL_SPREAD)
    network.features.weight.requires_grad_(False)
