"""Recipes of one stage, written without `stages:`: their settings stand at the top.

epochs: 24
objective: {kind: margin, ...}
sampler: {...}
augmentation: [...]
optimiser: {kind: sgd, ...}
schedule: {...}
clip_norm: 5.0        # of the backbone's gradient; null for no limit
average_decay: null   # of the backbone's weights; null for no average
precision: float32
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probe.backbones._training.objective import BACKBONE

STAGE = "training"
"""Name of the stage of a recipe that has only one and does not name it."""

OPTIMISER = "all"
"""Name of its optimiser."""

KEYS = (
    "epochs", "objective", "sampler", "augmentation", "optimiser", "schedule", "clip_norm",
    "average_decay", "precision",
)  # fmt: skip
"""What stands at the top of a recipe of one stage, beside what every recipe has."""

STAGE_KEYS = (
    "length", "load", "turns", "start_from", "frozen", "norms_in_eval", "average",
    "checkpoint_every",
)  # fmt: skip
"""Settings of a stage for which a recipe of one stage has no key, or a short one (`epochs`,
`average_decay`); they are set by these names, such as `length.steps`."""

Place = tuple[str | int, ...]

_OPTIMISER = ("stages", 0, "optimisers", OPTIMISER)
_MOVED: tuple[tuple[Place, Place], ...] = (
    ((*_OPTIMISER, "schedule"), ("schedule",)),
    ((*_OPTIMISER, "clip", "norm"), ("clip_norm",)),
    (_OPTIMISER, ("optimiser",)),
    (("stages", 0, "length", "epochs"), ("epochs",)),
    (("stages", 0, "average", "decay"), ("average_decay",)),
    (("stages", 0), ()),
)


def is_one_stage(data: Mapping[str, Any]) -> bool:
    """Whether a recipe is written without stages."""
    return "stages" not in data


def staged(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same recipe with its one stage under `stages`; every key of `KEYS` has to be there."""
    top = {name: value for name, value in data.items() if name not in KEYS}
    optimiser, clip, decay = data["optimiser"], data["clip_norm"], data["average_decay"]
    if isinstance(optimiser, dict):
        optimiser = {
            **optimiser,
            "networks": ["*"],
            "schedule": data["schedule"],
            "clip": None if clip is None else {"norm": clip, "networks": [BACKBONE]},
        }
    stage = {
        "name": STAGE,
        "objective": data["objective"],
        "length": {"epochs": data["epochs"]},
        "sampler": data["sampler"],
        "augmentation": data["augmentation"],
        "optimisers": {OPTIMISER: optimiser},
        "average": None if decay is None else {"decay": decay, "networks": [BACKBONE]},
        "precision": data["precision"],
    }
    return {**top, "stages": [stage]}


def place_as_written(place: Place) -> Place:
    """Where a value of the staged recipe stands in the one without stages."""
    for staged_place, written in _MOVED:
        if place[: len(staged_place)] == staged_place:
            return (*written, *place[len(staged_place) :])
    return place


def written_name(name: str) -> str:
    """The dotted name of a value as a recipe of one stage writes it:
    `stages.training.objective.m2` -> `objective.m2`.
    """
    parts = name.split(".")
    place: Place = (parts[0], 0, *parts[2:]) if parts[0] == "stages" else tuple(parts)
    return ".".join(map(str, place_as_written(place)))


def staged_name(name: str) -> str:
    """The dotted name of a setting of the only stage: `objective.m2` -> `stages.0.objective.m2`."""
    parts = tuple(name.split("."))
    for staged_place, written in _MOVED:
        if parts[: len(written)] == written and (written or parts[0] in (*KEYS, *STAGE_KEYS)):
            return ".".join(map(str, (*staged_place, *parts[len(written) :])))
    return name
