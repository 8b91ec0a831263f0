"""Makes `import torchvision` work beside a PyTorch that its compiled operators do not fit.

Package registries build torchvision for the CUDA build of PyTorch. Beside a CPU-only PyTorch its
operator library cannot be loaded, so the operators it would have declared are unknown, and the
import stops at "operator torchvision::nms does not exist"; timm and segment-anything, which import
torchvision, stop with it. Declaring the missing operators before the import cures that. Of these
operators only non-maximum suppression is needed on a CPU here, so it also gets an implementation.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
from pathlib import Path

import torch

_SCHEMAS = {
    "nms": "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms": "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
}


def allow_torchvision() -> bool:
    """Prepare `import torchvision`; call it before importing torchvision or anything built on it.

    Does nothing where torchvision is absent or its operators load. Where they do not, torchvision
    is imported here, with a non-maximum suppression that works on the CPU.

    Returns:
        Whether missing operators were declared.
    """
    if _declared("nms") or not _operators_unloadable():
        return False
    for name, schema in _SCHEMAS.items():
        if not _declared(name):
            torch.library.define(f"torchvision::{name}", schema.removeprefix(name))
    torch.library.impl("torchvision::nms", "CPU")(non_maximum_suppression)
    _install_nms()
    return True


def operators_load() -> bool:
    """Whether torchvision is installed with compiled operators that fit this PyTorch."""
    return importlib.util.find_spec("torchvision") is not None and not _operators_unloadable()


def non_maximum_suppression(
    boxes: torch.Tensor, scores: torch.Tensor, iou_threshold: float
) -> torch.Tensor:
    """Greedy non-maximum suppression, the rule of `torchvision.ops.nms`.

    Args:
        boxes: `(n, 4)` as x1, y1, x2, y2 with x1 <= x2 and y1 <= y2.
        scores: `(n,)`.
        iou_threshold: a box goes when it overlaps a kept one of higher score by more than this.

    Returns:
        `int64 (k,)` indices of the kept boxes, by falling score.
    """
    areas = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    remaining = scores.argsort(descending=True, stable=True)
    kept: list[torch.Tensor] = []
    while remaining.numel():
        best, remaining = remaining[0], remaining[1:]
        kept.append(best)
        corner_low = torch.maximum(boxes[best, :2], boxes[remaining, :2])
        corner_high = torch.minimum(boxes[best, 2:], boxes[remaining, 2:])
        overlap = (corner_high - corner_low).clamp(min=0).prod(dim=1)
        iou = overlap / (areas[best] + areas[remaining] - overlap)
        remaining = remaining[~(iou > iou_threshold)]
    return torch.stack(kept) if kept else scores.new_empty(0, dtype=torch.int64)


def _declared(name: str) -> bool:
    return hasattr(torch.ops.torchvision, name)


def _install_nms() -> None:
    """Put ours in the place of torchvision's `nms`, which refuses to run without its library."""
    for module in ("torchvision.ops", "torchvision.ops.boxes"):
        vars(importlib.import_module(module))["nms"] = non_maximum_suppression


def _operators_unloadable() -> bool:
    """Whether torchvision is installed with an operator library that does not load here."""
    package = importlib.util.find_spec("torchvision")
    if package is None or not package.submodule_search_locations:
        return False
    library = _operator_library(Path(package.submodule_search_locations[0]))
    if library is None:
        return True
    try:
        ctypes.CDLL(str(library))
    except OSError:
        return True
    return False


def _operator_library(package: Path) -> Path | None:
    return next((p for p in sorted(package.glob("_C*")) if p.suffix in {".so", ".pyd"}), None)
