"""What a transreid recipe trains: the vision transformer without cameras and jigsaw branch."""

from __future__ import annotations

from typing import Literal

from torch import nn

from probe.backbones._torch.patches import PATCH, grid, strides_of
from probe.backbones._training.objective import BACKBONE, DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones.transreid.model import HEAD_WIDTH, TransReid
from probe.errors import UsageError
from probe.wording import Message, refusal

SPREAD = 0.02
"""Standard deviation of weights and positions at the start, as in `vit_pytorch.py`."""


class TransformerShape(NetworkShape):
    """A vision transformer of 12 blocks; its feature is the class token.

    Attributes:
        kind: `vision_transformer`.
        heads: of attention, of 64 numbers each: 3 for the width of DeiT-Ti, 6 for that of DeiT-S,
            12 for that of ViT-B.
        stride: of the patches of 16 x 16 pixels; smaller ones overlap.
    """

    kind: Literal["vision_transformer"]
    heads: Count
    stride: Literal[16, 14, 12, 10, 8]

    def networks(self, facts: DataFacts) -> Networks:
        """The backbone, at random weights: those of linear layers, positions and the class token
        as `vit_pytorch.py` draws them, those of the patches as PyTorch does.

        Raises:
            UsageError: pictures are smaller than a patch, or the weights would not tell the stride
                at this size.
        """
        self._check_patch(facts.size)
        self._check_stride(facts.size)
        network = TransReid(facts.size, self.length, self.stride, after=False)
        for part in network.modules():
            if isinstance(part, nn.Linear):
                nn.init.trunc_normal_(part.weight, std=SPREAD)
                nn.init.zeros_(part.bias)
        nn.init.trunc_normal_(network.base.pos_embed, std=SPREAD)
        nn.init.trunc_normal_(network.base.cls_token, std=SPREAD)
        return {BACKBONE: network}

    def _check_patch(self, size: tuple[int, int]) -> None:
        if min(size) < PATCH:
            values = {"height": size[0], "width": size[1], "patch": PATCH}
            raise refusal(
                UsageError,
                Message("training-size-patch", values),
                hint=Message("training-size-step"),
            )

    def _check_stride(self, size: tuple[int, int]) -> None:
        rows, columns = grid(size, self.stride)
        read = strides_of(size, rows * columns)[0]
        if read != self.stride:
            values = {"stride": self.stride, "read": read, "height": size[0], "width": size[1]}
            raise refusal(
                UsageError,
                Message("training-stride-untold", values),
                hint=Message("training-stride-step", {"stride": read}),
            )

    def options(self) -> dict[str, str | int]:
        """The feature is before the neck; width and stride are read from the weights."""
        return {"neck": "before"}

    def feature(self) -> Message:
        """The feature, in words."""
        return Message("card-feature-global-token", {"jigsaw": False, "neck": "before"})

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return self.heads * HEAD_WIDTH


TRAINED = TrainedArchitecture(card="transreid", networks={"vision_transformer": TransformerShape})
