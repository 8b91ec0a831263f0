"""What a MoCo v2 recipe trains: a ResNet with an MLP head, a key encoder and a queue."""

from __future__ import annotations

from probe.backbones._torch.resnet import EXPANSION
from probe.backbones._training.learner import ContrastLearner
from probe.backbones._training.narrow import NarrowResNet
from probe.backbones._training.recipe import ContrastObjective, Recipe, ResNetShape
from probe.errors import UsageError


def learner(recipe: Recipe, classes: int) -> ContrastLearner:
    """The learner of a recipe; labels are not looked at.

    Args:
        recipe: with a `resnet` and a `contrast`.
        classes: ignored.

    Raises:
        UsageError: the recipe asks for another network or objective.
    """
    shape, objective = recipe.network, recipe.objective
    if not isinstance(shape, ResNetShape) or not isinstance(objective, ContrastObjective):
        raise UsageError("a moco recipe has network.kind resnet and objective.kind contrast")
    network = NarrowResNet(shape.last_stride, shape.blocks, shape.widths)
    _initialise(network)
    return ContrastLearner(
        network,
        shape.widths[-1] * EXPANSION,
        objective.head,
        objective.queue,
        objective.momentum,
        objective.temperature,
        objective.groups,
    )


def _initialise(network: NarrowResNet) -> None:
    """As torchvision: convolutions by He et al. 2015 over the outputs."""
    from torch import nn

    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
