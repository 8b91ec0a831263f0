"""The results of a study as the tables of a run: cells, pairs, histograms, pictures, sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.calibration import threshold_at
from probe.comparison import Cell, MatedPair, ScoreSource, StandardStrangers, compare
from probe.comparison.tally import EDGES
from probe.images import ImageRecord, ImageSet
from probe.manifest import ThresholdEntry
from probe.protocol import Protocol
from probe.store import UNMASKED, Histograms, RunWriter

if TYPE_CHECKING:
    import pandas as pd


class Results:
    """Gathers what the backbones say, and writes it as one run.

    Args:
        sets: the image sets of the study.
        fmr: the false match rate asked for.
    """

    def __init__(self, sets: Sequence[ImageSet], fmr: float) -> None:
        self.sets = tuple(sets)
        self._fmr = fmr
        self._cells: list[dict[str, Any]] = []
        self._pairs: list[dict[str, Any]] = []
        self._counts: list[NDArray[np.int64]] = []
        self._rows: list[dict[str, Any]] = []

    def compare(
        self,
        backbone: str,
        images: ImageSet,
        scores: ScoreSource,
        strangers: StandardStrangers,
        threshold: ThresholdEntry,
        progress: Callable[[int, int], None] | None = None,
        variant: str = UNMASKED,
    ) -> None:
        """Compare the conditions of one protocol with one backbone."""
        value = math.nan if threshold.value is None else threshold.value
        found = compare(images, scores, strangers, value, self._fmr, progress)
        protocol = images.protocol
        head = {"protocol": protocol.name, "backbone": backbone, "variant": variant}
        for cell in found.cells:
            self._cells.extend(head | row for row in _cell_rows(protocol, cell))
        self._pairs.extend(head | _pair_row(pair) for pair in found.pairs)
        for (kind, condition), counts in found.histograms.items():
            place = {"kind": kind, "i": condition, "j": protocol.standard.index}
            self._rows.append(head | place)
            self._counts.append(counts)

    def cells(self) -> pd.DataFrame:
        """One row a cell, each twice: as (i, j) and as (j, i)."""
        import pandas as pd

        return pd.DataFrame(self._cells)

    def write(self, writer: RunWriter) -> None:
        """Write every table of the run, and the sentences that follow."""
        from probe.findings import Facts, find

        cells = self.cells()
        writer.table("cells.parquet", cells)
        writer.table("pairs.parquet", _pairs_table(self._pairs))
        writer.table("images.parquet", image_table(self.sets))
        writer.histograms(Histograms(EDGES, np.stack(self._counts), tuple(self._rows)))
        protocols = {images.protocol.name: images.protocol for images in self.sets}
        facts = Facts(
            backbones=tuple(entry.name for entry in writer.manifest.backbones),
            thresholds=writer.manifest.thresholds,
            subjects=len({s for images in self.sets for s in images.subjects}),
            pictures=len({r.image_id for images in self.sets for r in images.records}),
        )
        writer.findings(find(protocols, cells, facts))


def threshold_entry(
    backbone: str, variant: str, strangers: StandardStrangers, fmr: float
) -> ThresholdEntry:
    """The threshold of a backbone, or why there is none."""
    ranked = strangers.ranked
    told: dict[str, Any] = {
        "backbone": backbone,
        "variant": variant,
        "fmr": fmr,
        "comparisons": ranked.comparisons,
        "subjects": strangers.subjects,
        "strangers": strangers.strangers,
    }
    if not ranked.comparisons:
        note = "no threshold: there are no strangers to set it on"
        return ThresholdEntry(**told, value=None, false_matches=0, resolved=False, note=note)
    found = threshold_at(ranked, fmr)
    value = found.value if found.resolved else None
    return ThresholdEntry(
        **told,
        value=value,
        false_matches=found.false_matches,
        resolved=found.resolved,
        note=found.refusal,
    )


def image_table(sets: Sequence[ImageSet]) -> pd.DataFrame:
    """One row a picture of a protocol, failures to acquire included.

    Columns: image_id, protocol, subject, outfit, role, condition, series, level, one
    `factor_NAME` a factor, camera, day, take, source, sha256, width, height, status.
    """
    import pandas as pd

    rows = [_image_row(images.protocol, record) for images in sets for record in images.records]
    rows += [row for images in sets for row in _failure_rows(images)]
    return pd.DataFrame(rows)


def _image_row(protocol: Protocol, record: ImageRecord) -> dict[str, Any]:
    condition = protocol.conditions[record.condition]
    names = [f"factor_{factor.name}" for factor in protocol.factors]
    return {
        "image_id": record.image_id,
        "protocol": record.protocol,
        "subject": record.subject,
        "outfit": record.outfit,
        "role": record.role,
        "condition": record.condition,
        "series": condition.series,
        "level": condition.level,
        **dict(zip(names, condition.levels, strict=True)),
        "camera": record.camera,
        "day": record.day,
        "take": record.take,
        "source": record.source,
        "sha256": record.image_id,
        "width": record.width,
        "height": record.height,
        "status": "ok",
    }


def _failure_rows(images: ImageSet) -> list[dict[str, Any]]:
    index = {condition.key: condition for condition in images.protocol.conditions}
    return [
        {
            "image_id": "",
            "protocol": images.protocol.name,
            "subject": failure.subject,
            "outfit": "",
            "role": "",
            "condition": index[failure.condition].index,
            "series": index[failure.condition].series,
            "level": index[failure.condition].level,
            "camera": "",
            "day": "",
            "take": "",
            "source": failure.picture,
            "sha256": "",
            "width": 0,
            "height": 0,
            "status": failure.reason,
        }
        for failure in images.failures
    ]


def _cell_rows(protocol: Protocol, cell: Cell) -> list[dict[str, Any]]:
    """A cell as (i, j) and, off the diagonal, as (j, i)."""
    told = asdict(cell)
    places = [(cell.i, cell.j)] if cell.i == cell.j else [(cell.i, cell.j), (cell.j, cell.i)]
    rows = []
    for i, j in places:
        first, second = protocol.conditions[i], protocol.conditions[j]
        names = {
            "series_i": first.series,
            "level_i": first.level,
            "series_j": second.series,
            "level_j": second.level,
        }
        rows.append({"i": i, "j": j, **names, **{k: v for k, v in told.items() if k not in "ij"}})
    return rows


def _pair_row(pair: MatedPair) -> dict[str, Any]:
    return {"kind": "mated", **pair._asdict()}


def _pairs_table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    names = ["protocol", "backbone", "variant", "kind", "i", "j", "image_a", "image_b", "score"]
    table = pd.DataFrame(rows, columns=names)
    texts = ["protocol", "backbone", "variant", "kind", "image_a", "image_b"]
    return table.astype(dict.fromkeys(texts, "category"))
