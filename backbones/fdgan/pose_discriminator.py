"""FD-GAN's pose discriminator D_pd: does a picture show this pose, patch by patch (PatchGAN)."""

from __future__ import annotations

import torch
from torch import nn

from probe.backbones.fdgan.generator import POSE_CHANNELS

CHANNELS = POSE_CHANNELS + 3
"""Pose maps, then the picture."""


class PoseDiscriminator(nn.Module):
    """Four 4x4 convolutions and one to a logit a patch; tensor names as in `net_Dp`.

    Args:
        width: channels of the first convolution; officially 64.
    """

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(CHANNELS, width, 4, 2, 1), nn.LeakyReLU(0.2)]
        for number, stride in enumerate((2, 2, 1)):
            inputs, outputs = width * 2**number, width * 2 ** (number + 1)
            layers += [
                nn.Conv2d(inputs, outputs, 4, stride, 1, bias=False),
                nn.BatchNorm2d(outputs),
                nn.LeakyReLU(0.2),
            ]
        layers.append(nn.Conv2d(8 * width, 1, 4, 1, 1))
        self.model = nn.Sequential(*layers)

    def forward(self, maps: torch.Tensor, pictures: torch.Tensor) -> torch.Tensor:
        """Logits `(n, 1, h / 8 - 2, w / 8 - 2)` of pose maps and pictures of one size."""
        logits: torch.Tensor = self.model(torch.cat([maps, pictures], dim=1))
        return logits
