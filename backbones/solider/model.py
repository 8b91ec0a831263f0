"""SOLIDER's Swin transformer (Chen et al., CVPR 2023, arXiv 2303.17602), for inference.

Tensor names are those of SOLIDER-REID's `model/backbones/swin_transformer.py`. timm's Swin is not
used: it shifts a map before it fills it up to whole windows and narrows windows on small maps, both
of which change vectors at 384x128. A Swin with four stages (Liu et al., ICCV 2021), whose maps are
scaled and shifted between stages by what the semantic weight says.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn
from torch.nn import functional

WINDOW = 7
"""Places across a window (M in Liu et al., section 3.3)."""

PATCH = 4
"""Pixels across a patch."""

HEAD_WIDTH = 32
"""Numbers of a place that one head of attention sees (d in Liu et al., section 3.3)."""

STAGES = 4

_MASKED = -100.0
"""Added to the scores of places that must not see each other, as in the official file."""

Size = tuple[int, int]


class WindowAttention(nn.Module):
    """Self-attention within windows, with a learned bias for every relative position."""

    relative_position_index: torch.Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.heads = width // HEAD_WIDTH
        table = torch.zeros((2 * WINDOW - 1) ** 2, self.heads)
        self.relative_position_bias_table = nn.Parameter(table)
        self.register_buffer("relative_position_index", relative_positions())
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """`(n, windows, 49, width)`, same shape out; `mask` is `(windows, 1, 49, 49)`."""
        shape = (*x.shape[:3], 3, self.heads, HEAD_WIDTH)
        query, key, value = self.qkv(x).reshape(shape).permute(3, 0, 1, 4, 2, 5).unbind(0)
        table = self.relative_position_bias_table[self.relative_position_index.flatten()]
        bias = table.reshape(WINDOW**2, WINDOW**2, self.heads).permute(2, 0, 1)
        bias = bias if mask is None else bias + mask.to(bias.dtype)
        scores = query @ key.transpose(-2, -1) * HEAD_WIDTH**-0.5 + bias
        seen = (scores.softmax(-1) @ value).transpose(2, 3).flatten(3)
        return cast("torch.Tensor", self.proj(seen))


class ShiftedWindows(nn.Module):
    """Attention over a map cut into windows of 7 x 7, moved by 3 in every other block.

    The map is filled up with zeros at the bottom and on the right, then moved around its edges;
    places that the move has brought together do not see each other.
    """

    def __init__(self, width: int, *, shifted: bool) -> None:
        super().__init__()
        self.w_msa = WindowAttention(width)
        self.shift = WINDOW // 2 if shifted else 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, h, w, width)`, same shape out."""
        height, across = x.shape[1:3]
        down, right = -height % WINDOW, -across % WINDOW
        whole = functional.pad(x, (0, 0, 0, right, 0, down))
        size = (height + down, across + right)
        mask = None
        if self.shift:
            whole = whole.roll((-self.shift, -self.shift), (1, 2))
            mask = self._mask(size, x.device)
        joined = _join(self.w_msa(_cut(whole), mask), size)
        if self.shift:
            joined = joined.roll((self.shift, self.shift), (1, 2))
        return joined[:, :height, :across]

    def _mask(self, size: Size, device: torch.device) -> torch.Tensor:
        """What is added to the scores of each window: 0 within a region, -100 across."""
        regions = [torch.zeros(length, dtype=torch.long, device=device) for length in size]
        for region in regions:
            region[-WINDOW:] = 1
            region[-self.shift :] = 2
        places = (3 * regions[0][:, None] + regions[1][None, :])[None, :, :, None]
        numbers = _cut(places)[0, :, :, 0]
        apart = numbers[:, :, None] != numbers[:, None, :]
        return _MASKED * apart[:, None].float()


class FeedForward(nn.Module):
    """Two linear layers with a GELU between them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        first = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU())
        self.layers = nn.Sequential(first, nn.Linear(4 * width, width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(..., width)`, same shape out."""
        return cast("torch.Tensor", self.layers(x))


class Block(nn.Module):
    """Window attention and feed-forward layers, each behind a layer norm and added to its input."""

    def __init__(self, width: int, *, shifted: bool) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attn = ShiftedWindows(width, shifted=shifted)
        self.norm2 = nn.LayerNorm(width)
        self.ffn = FeedForward(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, h, w, width)`, same shape out."""
        x = x + self.attn(self.norm1(x))
        return cast("torch.Tensor", x + self.ffn(self.norm2(x)))


class Merging(nn.Module):
    """2 x 2 places become one of twice the width; each channel's four places stand together."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(4 * width)
        self.reduction = nn.Linear(4 * width, 2 * width, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, h, w, width)` to `(n, h / 2, w / 2, 2 * width)`, odd sizes filled up with zeros."""
        x = functional.pad(x, (0, 0, 0, x.shape[2] % 2, 0, x.shape[1] % 2))
        rows, columns, width = x.shape[1] // 2, x.shape[2] // 2, x.shape[3]
        places = x.reshape(-1, rows, 2, columns, 2, width).permute(0, 1, 3, 5, 2, 4).flatten(3)
        return cast("torch.Tensor", self.reduction(self.norm(places)))


class Stage(nn.Module):
    """Blocks, every other one shifted, and the merging that follows all stages but the last."""

    def __init__(self, width: int, depth: int, *, last: bool) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*(Block(width, shifted=i % 2 == 1) for i in range(depth)))
        self.downsample = nn.Identity() if last else Merging(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, h, w, width)` to the map for the next stage."""
        return cast("torch.Tensor", self.downsample(self.blocks(x)))


class Patches(nn.Module):
    """Patches of 4 x 4 pixels, with a layer norm; sizes that 4 does not divide are filled up."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.projection = nn.Conv2d(3, width, PATCH, PATCH)
        self.norm = nn.LayerNorm(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to `(n, h / 4, w / 4, width)`."""
        x = functional.pad(x, (0, -x.shape[3] % PATCH, 0, -x.shape[2] % PATCH))
        return cast("torch.Tensor", self.norm(self.projection(x).permute(0, 2, 3, 1)))


class SemanticSwin(nn.Module):
    """The trunk: its last map behind a layer norm, averaged.

    Args:
        width: of the first stage, 96 (tiny, small) or 128 (base).
        depths: blocks of the four stages.
        semantic_weight: 0 for what tells people apart, 1 for their parts; re-identification 0.2.
    """

    semantic: torch.Tensor

    def __init__(
        self, width: int, depths: tuple[int, int, int, int], semantic_weight: float
    ) -> None:
        super().__init__()
        self.patch_embed = Patches(width)
        self.stages = nn.ModuleList(
            Stage(width << i, depth, last=i == STAGES - 1) for i, depth in enumerate(depths)
        )
        for name in ("semantic_embed_w", "semantic_embed_b"):
            layers = (nn.Linear(2, width << i) for i in range(1, STAGES))
            self.add_module(name, nn.ModuleList(layers))
        self.norm3 = nn.LayerNorm(width << (STAGES - 1))
        weights = torch.tensor([semantic_weight, 1 - semantic_weight])
        self.register_buffer("semantic", weights, persistent=False)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map `(n, 8 * width, h / 32, w / 32)`."""
        x = self.patch_embed(x)
        for number, stage in enumerate(self.stages):
            x = stage(x)
            if number < STAGES - 1:
                scale = self.get_submodule(f"semantic_embed_w.{number}")(self.semantic)
                shift = self.get_submodule(f"semantic_embed_b.{number}")(self.semantic)
                x = x * functional.softplus(scale) + shift
        return cast("torch.Tensor", self.norm3(x)).permute(0, 3, 1, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 8 * width)`."""
        return self.feature_map(x).mean((2, 3))


class Solider(nn.Module):
    """The trunk, the linear layer that some trainings add, and the batch-norm neck.

    Args:
        trunk: the trunk.
        width: of its features.
        reduced: outputs of the linear layer; 0 for none.
        after: the feature after the neck, not before it.
    """

    def __init__(self, trunk: SemanticSwin, width: int, reduced: int, *, after: bool) -> None:
        super().__init__()
        self.base = trunk
        self.fcneck = nn.Linear(width, reduced, bias=False) if reduced else nn.Identity()
        self.bottleneck = nn.BatchNorm1d(reduced or width) if after else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, d)`."""
        return cast("torch.Tensor", self.bottleneck(self.fcneck(self.base(x))))


def relative_positions() -> torch.Tensor:
    """Row of the bias table for each pair of places of a window, `(49, 49)`."""
    rows, columns = torch.meshgrid(torch.arange(WINDOW), torch.arange(WINDOW), indexing="ij")
    places = torch.stack([rows.flatten(), columns.flatten()])
    apart = places[:, :, None] - places[:, None, :] + WINDOW - 1
    return apart[0] * (2 * WINDOW - 1) + apart[1]


def _cut(x: torch.Tensor) -> torch.Tensor:
    """`(n, h, w, c)` to windows `(n, windows, 49, c)`, row by row."""
    rows, columns = x.shape[1] // WINDOW, x.shape[2] // WINDOW
    cut = x.reshape(-1, rows, WINDOW, columns, WINDOW, x.shape[3]).transpose(2, 3)
    return cut.reshape(-1, rows * columns, WINDOW**2, x.shape[3])


def _join(windows: torch.Tensor, size: Size) -> torch.Tensor:
    """The inverse of `_cut` for a map of `size`."""
    rows, columns = size[0] // WINDOW, size[1] // WINDOW
    whole = windows.reshape(-1, rows, columns, WINDOW, WINDOW, windows.shape[3]).transpose(2, 3)
    return whole.reshape(-1, *size, windows.shape[3])
