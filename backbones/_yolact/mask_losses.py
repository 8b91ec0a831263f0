"""Losses of masks: assembled instances, their expected IoU, and classes place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from probe.backbones._training.instances import FULL, InstanceBatch
from probe.backbones._yolact.heads import MaskScorer, enlarged
from probe.backbones._yolact.masks import SOLID, soft_masks
from probe.backbones._yolact.matching import AnchorTargets


@dataclass(frozen=True)
class MaskRules:
    """Which masks are learnt from.

    Attributes:
        most: anchors of a frame whose masks are assembled (`masks_to_train`, 100); of more a random
            sample stands for all.
        least_area: places that a mask has to have more of to be scored (`discard_mask_area`, 25).
    """

    most: int = 100
    least_area: int = 25


@dataclass(frozen=True, eq=False)
class AssembledMasks:
    """The masks of a frame's anchors beside those of their instances.

    Attributes:
        soft: `(k, h, w)`, assembled, 0 outside of the instance's box.
        wanted: `(k, h, w)`, 0 or 1.
        boxes: `(k, 4)`, of the instances, as shares.
        classes: `(k,)`, of the instances.
        weight: each of the k stands for so many anchors.
    """

    soft: torch.Tensor
    wanted: torch.Tensor
    boxes: torch.Tensor
    classes: torch.Tensor
    weight: float


def assembled(
    prototypes: torch.Tensor,
    coefficients: torch.Tensor,
    targets: AnchorTargets,
    instances: InstanceBatch,
    most: int,
) -> AssembledMasks:
    """The masks of a frame's anchors with an instance.

    Args:
        prototypes: `(h, w, k)`.
        coefficients: `(p, k)`.
        targets: of the p anchors.
        instances: of the frame; crowds are left out.
        most: see `MaskRules`.
    """
    single = instances.single()
    rows = torch.nonzero(targets.positive)[:, 0]
    count = len(rows)
    if count > most:
        rows = rows[torch.randperm(count)[:most].to(rows.device)]
    numbers = targets.instances[rows]
    boxes = single.boxes.to(prototypes)[numbers]
    return AssembledMasks(
        soft_masks(prototypes, coefficients[rows], boxes),
        small_masks(single, prototypes.shape[:2]).to(prototypes)[numbers],
        boxes,
        single.classes[numbers],
        count / max(len(rows), 1),
    )


def small_masks(instances: InstanceBatch, size: torch.Size) -> torch.Tensor:
    """`float (n, h, w)`, 0 or 1: the masks of instances at a smaller size, bilinear and then cut.

    Args:
        instances: with masks.
        size: (h, w).
    """
    assert instances.masks is not None  # the objective refuses frames without masks
    masks = instances.masks
    if not len(masks):
        return masks.new_zeros((0, *size), dtype=torch.float32)
    return (enlarged(masks[None].float() / FULL, size)[0] > SOLID).float()


def mask_loss(frames: Sequence[AssembledMasks]) -> torch.Tensor:
    """Binary cross-entropy of masks, each over the area of its instance's box, as a sum.

    The official code multiplies with the number of places and divides by it again.
    """
    return torch.stack([_mask_loss(frame) for frame in frames]).sum()


def _mask_loss(frame: AssembledMasks) -> torch.Tensor:
    height, width = frame.soft.shape[-2:]
    sides = (frame.boxes[:, 2:] - frame.boxes[:, :2]) * frame.boxes.new_tensor([width, height])
    each = functional.binary_cross_entropy(frame.soft.clamp(0, 1), frame.wanted, reduction="none")
    return (each.sum((1, 2)) / sides.prod(1)).sum() * frame.weight


def expected_iou_loss(
    frames: Sequence[AssembledMasks], scorer: MaskScorer, least_area: int
) -> torch.Tensor:
    """Smooth L1 between the IoU that the scorer expects of masks and the one they have, as a sum.

    Args:
        frames: the masks.
        scorer: the network that scores them; the masks learn through it, as officially.
        least_area: see `MaskRules`.
    """
    large = [frame.wanted.sum((1, 2)) > least_area for frame in frames]
    soft = torch.cat([frame.soft[part] for frame, part in zip(frames, large, strict=True)])
    wanted = torch.cat([frame.wanted[part] for frame, part in zip(frames, large, strict=True)])
    classes = torch.cat([frame.classes[part] for frame, part in zip(frames, large, strict=True)])
    if not len(soft):
        return soft.sum()
    expected = scorer(soft[:, None]).gather(1, classes[:, None])[:, 0]
    return functional.smooth_l1_loss(expected, mask_overlaps(soft, wanted), reduction="sum")


def mask_overlaps(soft: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """IoU `(n,)` of soft masks, cut at `SOLID`, with masks of 0 and 1, both `(n, h, w)`."""
    solid = (soft > SOLID).to(wanted)
    shared = (solid * wanted).sum((1, 2))
    return shared / (solid.sum((1, 2)) + wanted.sum((1, 2)) - shared)


def class_map_loss(logits: torch.Tensor, instances: InstanceBatch) -> torch.Tensor:
    """Binary cross-entropy of which classes are at a place: mean over places, sum over the rest.

    Args:
        logits: `(n, classes, h, w)`.
        instances: of the n frames, with masks; crowds are left out.
    """
    wanted = torch.zeros_like(logits)
    single = instances.single()
    masks = small_masks(single, logits.shape[-2:]).to(wanted)
    for mask, frame, kind in zip(masks, single.frames, single.classes, strict=True):
        wanted[frame, kind] = torch.maximum(wanted[frame, kind], mask)
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
    return each / logits.shape[-2] / logits.shape[-1]
