"""Masks of detections: prototypes times coefficients, cut to the box, scored, and at full size."""

from __future__ import annotations

import torch

from probe.backbones._yolact.heads import MaskScorer, enlarged

PADDING = 1
"""Places of the prototypes' grid that are kept around a box; official."""

SOLID = 0.5
"""A pixel above this belongs to the instance."""

AT_A_TIME = 8
"""Masks brought to the frame's size at a time: ours, 70 MB for a frame of 1920x1080."""


def soft_masks(
    prototypes: torch.Tensor, coefficients: torch.Tensor, boxes: torch.Tensor
) -> torch.Tensor:
    """`(n, 138, 138)`, 0 to 1, and 0 outside of the boxes.

    Args:
        prototypes: `(138, 138, 32)`.
        coefficients: `(n, 32)`.
        boxes: `(n, 4)`, left, top, right, bottom as shares.
    """
    masks = (prototypes @ coefficients.T).sigmoid().permute(2, 0, 1)
    height, width = masks.shape[-2:]
    rows = torch.arange(height, device=masks.device, dtype=masks.dtype)
    columns = torch.arange(width, device=masks.device, dtype=masks.dtype)
    inside = _between(columns, boxes[:, [0, 2]], width)[:, None, :]
    return masks * (inside & _between(rows, boxes[:, [1, 3]], height)[:, :, None])


def mask_scores(
    masks: torch.Tensor, classes: torch.Tensor, scores: torch.Tensor, scorer: MaskScorer
) -> torch.Tensor:
    """`(n,)`: the box's score times the IoU that is expected of the mask, for its class."""
    expected = scorer(masks[:, None])
    rescored: torch.Tensor = scores * expected.gather(1, classes[:, None])[:, 0]
    return rescored


def solid_masks(masks: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    """`bool (n, *size)` of soft masks `(n, 138, 138)`, enlarged and then cut at `SOLID`."""
    solid = masks.new_zeros((len(masks), *size), dtype=torch.bool)
    for at in range(0, len(masks), AT_A_TIME):
        part = slice(at, at + AT_A_TIME)
        solid[part] = enlarged(masks[None, part], torch.Size(size))[0] > SOLID
    return solid


def pixel_boxes(boxes: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    """`int64 (n, 4)`: left, top, right, bottom in whole pixels, cut at the border."""
    height, width = size
    sides = torch.tensor([width, height, width, height], device=boxes.device, dtype=boxes.dtype)
    scaled = boxes * sides
    low = torch.minimum(scaled[:, :2], scaled[:, 2:]).clamp(min=0)
    high = torch.minimum(torch.maximum(scaled[:, :2], scaled[:, 2:]), sides[:2])
    return torch.cat([low, high], 1).long()


def _between(places: torch.Tensor, sides: torch.Tensor, length: int) -> torch.Tensor:
    """`(n, length)`: whether each place lies between two sides, given as shares of the length."""
    scaled = sides * length
    low = (scaled.amin(1) - PADDING).clamp(min=0)
    high = (scaled.amax(1) + PADDING).clamp(max=length)
    return (places >= low[:, None]) & (places < high[:, None])
