"""What a tool that tracks experiments is told of a model: parameters and figures, as flat names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import product

from probe.protocol.model import Protocol
from probe.reports.cells import Cell, against_standard, cells_of, other_of
from probe.reports.figure import Figure
from probe.reports.source import Source
from probe.runs.in_words import data_in_words
from probe.runs.manifest import Manifest
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.wording import wording_of

FIGURES = ("mean", "retention", "fnmr", "auc", "dprime", "eer")
"""Of a condition against the standard one; those that a run does not have are left out."""

OTHER_CHARACTERS = re.compile(r"[^\w./: -]")
"""What names of figures may not hold (MLflow's rule; W&B takes anything)."""


def parameters(manifest: Manifest, backbone: str) -> dict[str, str]:
    """What was compared and how: the model's card, its thresholds, and the run's options.

    Values are texts; what is empty is left out.
    """
    entry = manifest.backbone(backbone)
    told: dict[str, object] = {
        "model": backbone,
        "study": manifest.study,
        "run": manifest.run,
        "protocols": ", ".join(part.name for part in manifest.protocols),
        "device": manifest.device,
        "engine": entry.engine,
        "dimension": entry.dimension,
        "score": entry.score,
        "model_digest": entry.digest,
        "images_digest": manifest.images_digest,
    }
    card = data_in_words(entry.card, wording_of("en"))
    told |= {f"card.{name}": value for name, value in card.items()}
    told |= {f"options.{name}": value for name, value in manifest.options.items()}
    return {name: str(value) for name, value in told.items() if value not in (None, "", (), [], {})}


def figures(run: Run, backbone: str) -> dict[str, float]:
    """Name -> figure of one model, the same numbers as in its report.

    `PROTOCOL/standard/FIGURE` is the standard condition against itself, `PROTOCOL/CONDITION/FIGURE`
    a condition against the standard one, `PROTOCOL/worst/fnmr` the most that is missed of these;
    `_low` and `_high` end the names of an interval's ends. Figures of a mask variant begin with
    `VARIANT/`. What is not defined is left out, as is retention where the standard condition fails.
    """
    told: dict[str, float] = {}
    for variant, protocol in product(run.manifest.variants, run.protocols.values()):
        source = Source(run, variant=variant)
        head = protocol.name if variant == UNMASKED else f"{variant}/{protocol.name}"
        cells = cells_of(source, protocol.name, backbone)
        for name, value in _of_protocol(protocol, cells):
            told[_unique(f"{head}/{name}", told)] = value
    for entry in (*run.manifest.thresholds, *run.manifest.further_thresholds):
        if entry.backbone == backbone and entry.value is not None:
            head = "" if entry.variant == UNMASKED else f"{entry.variant}/"
            told[_unique(f"{head}threshold/fmr_{entry.fmr:g}", told)] = entry.value
    return told


def _of_protocol(protocol: Protocol, cells: tuple[Cell, ...]) -> Iterator[tuple[str, float]]:
    standard = protocol.standard.index
    changed = []
    for cell in against_standard(cells, standard):
        other = other_of(cell, standard)
        name = "standard" if other == standard else protocol.conditions[other].key
        for figure in FIGURES:
            yield from _ends(f"{name}/{figure}", getattr(cell, figure))
        if other != standard and cell.fnmr.value is not None:
            changed.append(cell.fnmr)
    if changed:
        yield from _ends("worst/fnmr", max(changed, key=lambda figure: figure.value or 0.0))


def _ends(name: str, figure: Figure) -> Iterator[tuple[str, float]]:
    """A figure and the ends of its interval, those that there are."""
    values = {name: figure.value, f"{name}_low": figure.low, f"{name}_high": figure.high}
    for key, value in values.items():
        if value is not None and math.isfinite(value):
            yield key, value


def _unique(name: str, taken: Mapping[str, float]) -> str:
    """The name with characters that every tool takes, and a number where it stands already."""
    plain = OTHER_CHARACTERS.sub("_", name)
    number, free = 2, plain
    while free in taken:
        number, free = number + 1, f"{plain}_{number}"
    return free
