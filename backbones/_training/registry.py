"""Which architectures can be trained, and the catalogue of parts that a recipe of one can name.

Shipped architectures are found by being there: a folder of `backbones` with a module `train` that
holds `TRAINED`. Third parties register theirs under the entry-point group `probe.training`, and
parts for all architectures (`samplers`, `steps`, `optimisers`, `schedules`, `objectives`) under
`probe.training.FAMILY`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from probe.backbones._training.augmentations.shipped import STEPS
from probe.backbones._training.data import DATA
from probe.backbones._training.objective import NetworkShape, Objective
from probe.backbones._training.objectives.identity import IdentityObjective
from probe.backbones._training.objectives.pairs import PairObjective
from probe.backbones._training.optimisation import OPTIMISERS
from probe.backbones._training.recipe_part import RecipePart
from probe.backbones._training.samplers.shipped import SAMPLERS
from probe.backbones._training.schedule import SCHEDULES
from probe.errors import UsageError
from probe.registries import Registry

GROUP = "probe.training"
"""Entry points of architectures; `probe.training.samplers` and so on are those of parts."""

OBJECTIVES: dict[str, type[Objective]] = {"identity": IdentityObjective, "pairs": PairObjective}
"""Objectives over any network named `backbone`, by kind."""

Catalogue = Mapping[str, Mapping[str, type[RecipePart]]]
"""Family (`samplers`, `objectives`, ...) -> kind -> model."""

SHARED: Catalogue = {
    "data": DATA,
    "objectives": OBJECTIVES,
    "samplers": SAMPLERS,
    "steps": STEPS,
    "optimisers": OPTIMISERS,
    "schedules": SCHEDULES,
}
"""The parts that every architecture's recipes can name."""


@dataclass(frozen=True)
class TrainedArchitecture:
    """What an architecture's `train.py` registers.

    Attributes:
        card: the backbone whose card a training's `card.yaml` names; it opens the weights.
        networks: shapes of its networks, by kind.
        objectives: beside the shared ones, by kind.
        parts: further parts of its own by family, such as `{"steps": {"pose_map": PoseMap}}`.
    """

    card: str
    networks: Mapping[str, type[NetworkShape]]
    objectives: Mapping[str, type[Objective]] = field(default_factory=dict)
    parts: Catalogue = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        """Every part that a recipe of this architecture can name."""
        parts: Catalogue = {**self.parts, "networks": self.networks, "objectives": self.objectives}
        families = {*SHARED, *parts}
        return {
            family: {**SHARED.get(family, {}), **_of_third_parties(family), **parts.get(family, {})}
            for family in sorted(families)
        }


class ArchitectureRegistry(Registry[TrainedArchitecture]):
    """Shipped: every folder of `backbones`, and of its `_detectors`, with a module `train` in which
    there is `TRAINED`.
    """

    def _shipped(self) -> list[tuple[str, str]]:
        folder = Path(str(resources.files("probe.backbones")))
        paths = sorted((*folder.glob("*/train.py"), *folder.glob("_detectors/*/train.py")))
        return [
            (
                path.parent.name,
                f"probe.backbones.{'.'.join(path.parent.relative_to(folder).parts)}.train:TRAINED",
            )
            for path in paths
        ]


ARCHITECTURES = ArchitectureRegistry(
    noun="architecture to train", kind=TrainedArchitecture, group=GROUP, error=UsageError
)
"""What can be trained: shipped, and of third parties."""


def architecture_named(name: str) -> TrainedArchitecture:
    """The architecture of a recipe.

    Raises:
        UsageError: there is none of this name (the hint names the nearest), or it cannot be used.
    """
    return ARCHITECTURES.get(name)


def _of_third_parties(family: str) -> dict[str, type[RecipePart]]:
    registry = Registry(
        noun=f"part of a recipe ({family})",
        kind=type(RecipePart),
        group=f"{GROUP}.{family}",
        error=UsageError,
    )
    return registry.all()
