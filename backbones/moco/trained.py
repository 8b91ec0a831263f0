"""The ResNet that `probe train` has made: its shape stands in the options of its card."""

from __future__ import annotations

from probe.backbones._torch.resnet import ResNet
from probe.backbones._torch.stage_options import number_option, stages_option
from probe.contracts import BackboneCard


def trained_network(card: BackboneCard) -> ResNet:
    """The network that a card describes, its values still to be filled.

    Args:
        card: with the options `blocks`, `widths` (as `1-2-2-2`) and `last_stride`.

    Raises:
        BackboneError: an option is missing or no shape.
    """
    return ResNet(
        blocks=stages_option(card, "blocks"),
        widths=stages_option(card, "widths"),
        last_stride=number_option(card, "last_stride"),
    )
