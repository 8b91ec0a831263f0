"""Networks that draw pictures, by the folder of a training or by their files.

An architecture that draws has a module `generate` in its folder that holds `GENERATES`; third
parties register theirs under the entry-point group `probe.generators`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Literal, Protocol

from probe.errors import UsageError
from probe.files.places import is_file
from probe.files.strict_yaml import load_yaml
from probe.registries import Registry
from probe.wording import Message, refusal

STAGE = "@"
"""Between the folder of a training and one of its stages."""

Draws = Literal["poses", "styles"]
"""People in other poses, for which pictures need keypoints; or pictures in cameras' styles."""


class Drawer(Protocol):
    """A generator that is opened; what it draws with depends on what it draws."""

    @property
    def name(self) -> str:
        """For people."""

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of its pictures."""


@dataclass(frozen=True)
class GeneratorSpec:
    """What the generators of an architecture can do, and how they are opened.

    Attributes:
        draws: what of people's pictures is changed.
        drawer: the type of what `open` gives.
        open: opens the folder of a training, `FOLDER@STAGE`, or files.
        takes: whether a name means files of this architecture.
    """

    draws: Draws
    drawer: type
    open: Callable[[str], Drawer]
    takes: Callable[[str], bool]


class GeneratorRegistry(Registry[GeneratorSpec]):
    """Shipped: every folder of `backbones` with a module `generate` that holds `GENERATES`."""

    def _shipped(self) -> list[tuple[str, str]]:
        folder = Path(str(resources.files("probe.backbones")))
        return [
            (path.parent.name, f"probe.backbones.{path.parent.name}.generate:GENERATES")
            for path in sorted(folder.glob("*/generate.py"))
        ]


GENERATORS = GeneratorRegistry(
    noun="architecture that draws", kind=GeneratorSpec, group="probe.generators", error=UsageError
)
"""What can draw: shipped, and of third parties."""


def generator_of(given: str) -> GeneratorSpec:
    """What a name of the command line can do.

    Args:
        given: the folder of a training, `FOLDER@STAGE`, or files as an architecture names them.

    Raises:
        UsageError: there is no such training, its architecture does not draw, or no such files.
    """
    for spec in GENERATORS.all().values():
        if spec.takes(given):
            return spec
    folder = Path(given.partition(STAGE)[0])
    recipe = folder / "recipe.yaml"
    if not is_file(recipe):
        raise refusal(
            UsageError,
            Message("backbones-no-ended-stage"),
            place=folder,
            hint=Message("backbones-name-generator"),
        )
    content = load_yaml(recipe).data
    architecture = str(content.get("architecture")) if isinstance(content, dict) else ""
    if architecture not in GENERATORS.names():
        raise refusal(
            UsageError,
            Message("backbones-draws-nothing", {"architecture": architecture or None}),
            place=folder,
            hint=Message("backbones-training-of", {"names": tuple(GENERATORS.names())}),
        )
    return GENERATORS.get(architecture)
