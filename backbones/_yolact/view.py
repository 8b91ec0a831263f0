"""What a network sees of a frame, and where it looks: size of the picture, sides of its anchors.

Official networks see 550x550 and have fixed anchors. Others keep both among their tensors, so that
a weights file says by itself how it is to be used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn

OFFICIAL = (550, 550)
"""Height and width that the official networks see, whatever the frame's (`max_size`)."""

SIZE_NAME, SIDES_NAME = "view.size", "view.sides"
"""Names of the tensors of a view."""

Sides = tuple[tuple[tuple[float, float], ...], ...]
"""(width, height) in pixels of every anchor of a place, by level."""


@dataclass(frozen=True)
class View:
    """What a network of another size than the official ones sees.

    Attributes:
        size: (height, width) of the picture.
        sides: of its anchors; as many at a place on every level.
    """

    size: tuple[int, int]
    sides: Sides

    @property
    def anchors(self) -> int:
        """At every place."""
        return len(self.sides[0])


class ViewTensors(nn.Module):
    """A view as tensors of a network: it is kept with the weights and learns nothing."""

    size: torch.Tensor
    sides: torch.Tensor

    def __init__(self, view: View) -> None:
        super().__init__()
        self.register_buffer("size", torch.tensor(view.size))
        self.register_buffer("sides", torch.tensor(view.sides))


def told_view(tensors: Mapping[str, torch.Tensor]) -> View | None:
    """The view that the tensors of a file state; None of an official one, which states none."""
    if SIZE_NAME not in tensors or SIDES_NAME not in tensors:
        return None
    size, sides = tensors[SIZE_NAME].tolist(), tensors[SIDES_NAME].tolist()
    return View(
        (int(size[0]), int(size[1])),
        tuple(tuple((float(w), float(h)) for w, h in level) for level in sides),
    )
