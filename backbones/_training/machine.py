"""What a training runs on."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from probe.backbones._torch.device import computes_bfloat16
from probe.backbones._training.recipe import Recipe
from probe.errors import UsageError
from probe.wording import Message, refusal

LOW_PRECISION = {"bfloat16": torch.bfloat16, "float16": torch.float16}


@dataclass(frozen=True)
class Machine:
    """What a training runs on; on a CPU none of it changes the weights.

    Attributes:
        device: `auto`, `cpu`, `cuda`, ...
        workers: processes that decode and augment; 0 decodes in the training's own.
        threads: of torch on a CPU; 0 leaves it to torch. Sums are formed in another order by
            another number of threads: repeat a training with the number it was made with.
    """

    device: str = "auto"
    workers: int = 0
    threads: int = 0


def check_precision(recipe: Recipe, device: torch.device) -> None:
    """Refuse a precision that the device does not train with.

    Raises:
        UsageError: float16 without a CUDA GPU.
    """
    for stage in recipe.stages:
        if stage.precision == "float16" and device.type != "cuda":
            raise refusal(
                UsageError,
                Message("train-float16", {"device": device.type}),
                place=recipe.name,
                hint=Message("train-float16-step"),
            )


def low_precision(precision: str, device: torch.device) -> torch.dtype | None:
    """What mixed precision computes in; None for float32, which stands in where bfloat16 is slow.

    Args:
        precision: of a stage.
        device: where it is trained.
    """
    low = LOW_PRECISION.get(precision)
    return None if low is torch.bfloat16 and not computes_bfloat16(device) else low
