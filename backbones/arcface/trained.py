"""The iResNet that `probe train` has made: its shape stands in the options of its card."""

from __future__ import annotations

from probe.backbones._torch.stage_options import number_option, stages_option
from probe.backbones.arcface.model import IResNet
from probe.contracts import BackboneCard


def trained_network(card: BackboneCard) -> IResNet:
    """The network that a card describes, its values still to be filled.

    Args:
        card: with the options `blocks`, `widths` (as `1-2-2-2`) and `dimension`.

    Raises:
        BackboneError: an option is missing or no shape.
    """
    return IResNet(
        card.input_size,
        blocks=stages_option(card, "blocks"),
        widths=stages_option(card, "widths"),
        dimension=number_option(card, "dimension"),
    )
