"""The image encoder of CLIP-ReID (Li et al., AAAI 2023, arXiv 2211.13977): CLIP's ViT-B/16.

Tensor names are those of its `model/make_model_clipreid.py` and `model/clip/model.py`. CLIP's
blocks differ from the usual ones by a sigmoid in place of the GELU, and a layer norm comes before
the first.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn
from torch.nn import functional

from probe.backbones._torch.patches import PATCH, grid

DEPTH = 12
"""Blocks of CLIP's ViT-B/16."""

HEAD_WIDTH = 64
"""Numbers of a token that one head of attention sees: 768 over 12 heads."""

_GELU_SLOPE = 1.702
"""Of CLIP's `QuickGELU`, x * sigmoid(1.702 x)."""


class Attention(nn.Module):
    """Self-attention with one matrix for queries, keys and values."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.in_proj_weight = nn.Parameter(torch.zeros(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, tokens, width)`, same shape out."""
        projected = functional.linear(x, self.in_proj_weight, self.in_proj_bias)
        heads = (*projected.shape[:2], 3, x.shape[2] // HEAD_WIDTH, HEAD_WIDTH)
        query, key, value = projected.reshape(heads).permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value)
        return cast("torch.Tensor", self.out_proj(seen.transpose(1, 2).flatten(2)))


class Mlp(nn.Module):
    """Two linear layers with x * sigmoid(1.702 x) between them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width)
        self.c_proj = nn.Linear(4 * width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, tokens, width)`, same shape out."""
        hidden = self.c_fc(x)
        return cast("torch.Tensor", self.c_proj(hidden * torch.sigmoid(_GELU_SLOPE * hidden)))


class Block(nn.Module):
    """Attention and multilayer perceptron, each behind a layer norm and added to its input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attn = Attention(width)
        self.ln_1 = nn.LayerNorm(width)
        self.mlp = Mlp(width)
        self.ln_2 = nn.LayerNorm(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, tokens, width)`, same shape out."""
        x = x + self.attn(self.ln_1(x))
        return cast("torch.Tensor", x + self.mlp(self.ln_2(x)))


class Transformer(nn.Module):
    """The blocks, one after the other."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.resblocks = nn.Sequential(*(Block(width) for _ in range(DEPTH)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, tokens, width)`, same shape out."""
        return cast("torch.Tensor", self.resblocks(x))


class ImageEncoder(nn.Module):
    """CLIP's vision transformer with patches that may overlap.

    Args:
        size: (height, width) of the pictures.
        stride: of the patches, 16 or 12.
        widths: of a token and of its projection, 768 and 512 in ViT-B/16.
    """

    side: torch.Tensor

    def __init__(self, size: tuple[int, int], stride: int, widths: tuple[int, int]) -> None:
        super().__init__()
        rows, columns = grid(size, stride)
        width, projected = widths
        self.conv1 = nn.Conv2d(3, width, PATCH, stride, bias=False)
        self.class_embedding = nn.Parameter(torch.zeros(width))
        self.positional_embedding = nn.Parameter(torch.zeros(rows * columns + 1, width))
        self.ln_pre = nn.LayerNorm(width)
        self.transformer = Transformer(width)
        self.ln_post = nn.LayerNorm(width)
        self.proj = nn.Parameter(torch.zeros(width, projected))
        self.register_buffer("side", torch.zeros(width), persistent=False)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`(n, 3, h, w)` to the class token `(n, width)` and its projection."""
        patches = self.conv1(x).flatten(2).transpose(1, 2)
        first = (self.class_embedding + self.side).expand(x.shape[0], 1, -1)
        tokens = torch.cat([first, patches], dim=1) + self.positional_embedding
        token = self.ln_post(self.transformer(self.ln_pre(tokens))[:, 0])
        return token, token @ self.proj


class ClipReid(nn.Module):
    """Image encoder and its two batch-norm necks.

    Args:
        size: (height, width) of the pictures.
        stride: of the patches, 16 or 12.
        widths: of a token and of its projection.
        after: the features after the necks, not before them.
    """

    def __init__(
        self, size: tuple[int, int], stride: int, widths: tuple[int, int], *, after: bool
    ) -> None:
        super().__init__()
        self.image_encoder = ImageEncoder(size, stride, widths)
        width, projected = widths
        self.bottleneck = nn.BatchNorm1d(width) if after else nn.Identity()
        self.bottleneck_proj = nn.BatchNorm1d(projected) if after else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 768 + 512)`: token, then projection."""
        token, projected = self.image_encoder(x)
        return torch.cat([self.bottleneck(token), self.bottleneck_proj(projected)], dim=1)
