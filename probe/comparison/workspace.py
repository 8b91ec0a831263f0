"""Where a comparison is computed, and where its large tables lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from probe.cluster.ray_nodes import RayNodes
from probe.comparison.models import Standing


def unchanged(standing: Standing) -> Standing:
    """The standing itself: its tables stay in memory."""
    return standing


@dataclass(frozen=True)
class Workspace:
    """Machines, and places for what is too large to be held.

    Attributes:
        nodes: of a cluster, which measure large cells; None: this machine does.
        folder: where figures by pair of very many people lie; None: that of temporary files.
        keep: puts away the tables of each standing that is done.
    """

    nodes: RayNodes | None = None
    folder: Path | None = None
    keep: Callable[[Standing], Standing] = unchanged


HERE = Workspace()
"""This machine and its memory."""
