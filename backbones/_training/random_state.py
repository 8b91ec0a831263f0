"""The state of every random generator that a training may draw from."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch


def random_state() -> dict[str, Any]:
    """States of torch's generators, NumPy's old one and Python's, as plain data and tensors."""
    legacy: Any = np.random.get_state(legacy=True)
    name, keys, at, has_normal, normal = legacy
    version, numbers, spare = random.getstate()
    return {
        "torch": torch.get_rng_state(),
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
        "numpy": [str(name), torch.from_numpy(keys.astype(np.int64)), at, has_normal, normal],
        "python": [version, torch.tensor(numbers), spare],
    }


def restore_random_state(state: Mapping[str, Any]) -> None:
    """Go on drawing where `random_state` was taken."""
    torch.set_rng_state(state["torch"])
    if torch.cuda.is_available() and len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all(state["cuda"])
    name, keys, *rest = state["numpy"]
    np.random.set_state((name, keys.numpy().astype(np.uint32), *rest))
    version, numbers, spare = state["python"]
    random.setstate((version, tuple(numbers.tolist()), spare))


def seed_everything(seed: int, stage: int) -> None:
    """Seed the generators for a stage: of the seed and the stage's number alone.

    The first stage has the recipe's own seed; a later one does not depend on how many numbers the
    stages before it have drawn, so that it can start from their networks alone.
    """
    if stage:
        seed = int(np.random.SeedSequence([seed, stage]).generate_state(1, np.uint32)[0])
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed % 2**32)
