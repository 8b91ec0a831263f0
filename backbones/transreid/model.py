"""TransReID's vision transformer (He et al., ICCV 2021, arXiv 2102.04378), for inference.

Tensor names are those of its `model/make_model.py` and `model/backbones/vit_pytorch.py`. The blocks
are timm's, which compute the same: attention with one matrix for queries, keys and values, GELU,
layer norms with epsilon 1e-6.
"""

from __future__ import annotations

from functools import partial
from typing import Any, cast

import torch
from torch import nn

from probe.backbones._torch.patches import PATCH, grid
from probe.backbones._torch.timm_import import import_timm

DEPTH = 12
"""Blocks of ViT-B/16 and DeiT."""

HEAD_WIDTH = 64
"""Numbers of a token that one head of attention sees: 768 over 12 heads, 384 over 6."""

EPSILON = 1e-6
"""Of the layer norms of the official file; torch's own is 1e-5."""

SHIFT, GROUPS, PARTS = 5, 2, 4
"""The jigsaw branch's official settings: tokens shifted by 5, shuffled in 2 groups, cut in 4."""


def _block(width: int) -> nn.Module:
    block: type[nn.Module] = import_timm().models.vision_transformer.Block
    norm: Any = partial(nn.LayerNorm, eps=EPSILON)
    return block(width, width // HEAD_WIDTH, 4.0, qkv_bias=True, norm_layer=norm)


class PatchEmbedding(nn.Module):
    """Patches of 16 x 16 pixels, overlapping where the stride is smaller."""

    def __init__(self, width: int, stride: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, width, PATCH, stride)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to `(n, patches, width)`, row by row."""
        return cast("torch.Tensor", self.proj(x)).flatten(2).transpose(1, 2)


class Trunk(nn.Module):
    """Patches, class token, positions, camera, and blocks.

    Args:
        size: (height, width) of the pictures.
        width: of a token.
        stride: of the patches.
        depth: number of blocks.
        normalised: with the last layer norm.
    """

    side: torch.Tensor

    def __init__(
        self, size: tuple[int, int], width: int, stride: int, depth: int, *, normalised: bool
    ) -> None:
        super().__init__()
        rows, columns = grid(size, stride)
        self.patch_embed = PatchEmbedding(width, stride)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, rows * columns + 1, width))
        self.blocks = nn.Sequential(*(_block(width) for _ in range(depth)))
        self.norm = nn.LayerNorm(width, EPSILON) if normalised else nn.Identity()
        self.register_buffer("side", torch.zeros(width), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to tokens `(n, 1 + patches, width)`, the class token first."""
        patches = self.patch_embed(x)
        tokens = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), patches], dim=1)
        return cast("torch.Tensor", self.norm(self.blocks(tokens + self.pos_embed + self.side)))


class TransReid(nn.Module):
    """The transformer with its batch-norm neck; the global feature.

    Args:
        size: (height, width) of the pictures.
        width: of a token: 768, or 384 for DeiT-small.
        stride: of the patches, 16 or 12.
        after: the feature after the neck, not before it.
    """

    def __init__(self, size: tuple[int, int], width: int, stride: int, *, after: bool) -> None:
        super().__init__()
        self.base = Trunk(size, width, stride, DEPTH, normalised=True)
        self.bottleneck = nn.BatchNorm1d(width) if after else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, width)`."""
        return cast("torch.Tensor", self.bottleneck(self.base(x)[:, 0]))


class JigsawTransReid(nn.Module):
    """With the jigsaw branch: the last block runs on all patches, and on four shuffled quarters.

    Args:
        size: (height, width) of the pictures.
        width: of a token.
        stride: of the patches, 16 or 12.
        after: the features after the necks, not before them.
        shuffled: patches are shifted and shuffled before they are cut (`RE_ARRANGE`).
    """

    def __init__(
        self, size: tuple[int, int], width: int, stride: int, *, after: bool, shuffled: bool
    ) -> None:
        super().__init__()
        self.shuffled = shuffled
        self.base = Trunk(size, width, stride, DEPTH - 1, normalised=False)
        self.b1 = nn.Sequential(_block(width), nn.LayerNorm(width, EPSILON))
        self.b2 = nn.Sequential(_block(width), nn.LayerNorm(width, EPSILON))
        for name in ("bottleneck", *(f"bottleneck_{part}" for part in range(1, PARTS + 1))):
            self.add_module(name, nn.BatchNorm1d(width) if after else nn.Identity())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to `(n, 5 * width)`: global, then four local / 4."""
        tokens = self.base(x)
        features = [self.get_submodule("bottleneck")(self.b1(tokens)[:, 0])]
        patches = shuffle(tokens) if self.shuffled else tokens[:, 1:]
        length = (tokens.shape[1] - 1) // PARTS
        for part in range(PARTS):
            quarter = patches[:, part * length : (part + 1) * length]
            local = self.b2(torch.cat([tokens[:, :1], quarter], dim=1))[:, 0]
            features.append(self.get_submodule(f"bottleneck_{part + 1}")(local) / PARTS)
        return torch.cat(features, dim=1)


def shuffle(tokens: torch.Tensor) -> torch.Tensor:
    """Patches in the order of the jigsaw branch.

    The first four go to the end; then the two halves alternate. An odd number is filled up with the
    last but one, as the official code does.

    Args:
        tokens: `(n, 1 + patches, width)`, the class token first.

    Returns:
        `(n, patches or patches + 1, width)`.
    """
    moved = torch.cat([tokens[:, SHIFT:], tokens[:, 1:SHIFT]], dim=1)
    if moved.shape[1] % GROUPS:
        moved = torch.cat([moved, moved[:, -2:-1]], dim=1)
    half = moved.shape[1] // GROUPS
    halves = torch.stack([moved[:, :half], moved[:, half:]], dim=2)
    return halves.flatten(1, 2)
