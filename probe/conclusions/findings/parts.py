"""Which part of a vector decides: where the margin goes that a model loses at its worst level."""

from __future__ import annotations

import math
from collections.abc import Sequence

from probe.conclusions.findings.facts import Cells, Spot, lowest
from probe.runs.rows import PartRow
from probe.runs.stored import Finding
from probe.wording import Message, Value

STANDS_OUT = 1.5
"""A part is named as deciding when it loses this many times what the next one loses (ours: of two
parts three fifths of the loss); below that the loss is called spread."""


def parts(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a backbone whose vectors have parts; its `title` is the backbone.

    Its cells are rows of `parts.parquet`: the part named, at the level it is named for.
    """
    named = (_of_backbone(cells, protocol, name) for name in cells.facts.backbones)
    return [finding for finding in named if finding]


def _of_backbone(cells: Cells, protocol: str, backbone: str) -> Finding | None:
    worst = lowest(cells.against_standard(protocol, backbone, "retention"))
    rows = _rows(cells, worst) if worst else []
    total = sum(row["lost"] for row in rows)
    if worst is None or not rows or not math.isfinite(total):
        return None
    most, *others = sorted(rows, key=lambda row: row["lost"], reverse=True)
    following = max((row["lost"] for row in others), default=0.0)
    values: dict[str, Value] = {"level": cells.level(worst), "part": most["part"]}
    if total <= 0:
        message = Message("part-nothing-lost", {"level": values["level"]})
    else:
        stands_out = most["lost"] >= STANDS_OUT * following
        values["share"] = min(most["lost"] / total, 1.0)
        message = Message("part-decides" if stands_out else "part-spread", values)
    return Finding("part", message, protocol, backbone, (_cell(most),))


def _rows(cells: Cells, spot: Spot) -> Sequence[PartRow]:
    """The parts in the cell of a figure; they stand once, with i <= j."""
    place = (spot.protocol, spot.backbone, cells.facts.variant, *sorted((spot.i, spot.j)))
    return [
        row
        for row in cells.facts.parts
        if (row["protocol"], row["backbone"], row["variant"], row["i"], row["j"]) == place
    ]


def _cell(row: PartRow) -> dict[str, object]:
    return {
        "protocol": row["protocol"],
        "backbone": row["backbone"],
        "variant": row["variant"],
        "part": row["part"],
        "i": row["i"],
        "j": row["j"],
    }
