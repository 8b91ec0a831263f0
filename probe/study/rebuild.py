"""A stored run computed again from its vectors: the tables it should hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from probe.comparison import MatrixScores, ScoreSource, VectorScores, standard_strangers
from probe.comparison.thresholds import wanted_of
from probe.embedding.embed import Embeddings
from probe.errors import PictureError, RunError
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.manifest import ThresholdEntry
from probe.runs.store import UNMASKED, Run
from probe.study.results import Results

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class StoredPicture:
    """A picture of a run: its vectors are kept, its pixels are not."""

    source: str

    def load(self) -> NDArray[np.uint8]:
        """Refused: a run holds no full picture.

        Raises:
            PictureError: always.
        """
        raise PictureError("a run keeps vectors, not pictures", place=self.source)


def image_sets(run: Run) -> list[ImageSet]:
    """The image sets of a run, from `images.parquet`.

    Raises:
        RunError: the table names a protocol that the run does not have.
    """
    sets = []
    for entry in run.manifest.protocols:
        table = run.images[(run.images["protocol"] == entry.name) & (run.images["status"] == "ok")]
        if table.empty:
            raise RunError(f"images.parquet has no picture of {entry.name!r}", place=run.path)
        records = tuple(_record(row) for row in table.to_dict("records"))
        alike = _alike(entry.source, records)
        sets.append(ImageSet(run.protocols[entry.name], entry.source, records, alike=alike))
    return sets


def _alike(source: str, records: tuple[ImageRecord, ...]) -> Literal["role", "outfit", "unknown"]:
    if source == "scene":
        return "role"
    return "outfit" if any(record.outfit for record in records) else "unknown"


def variant_sets(run: Run, sets: list[ImageSet], variant: str) -> list[ImageSet]:
    """The image sets of a mask variant: the pictures that have vectors."""
    if variant == UNMASKED:
        return sets
    known = set(run.embeddings(run.backbones[0], variant)[0])
    kept = [tuple(r for r in images.records if r.image_id in known) for images in sets]
    return [replace(images, records=r) for images, r in zip(sets, kept, strict=True)]


def score_source(run: Run, backbone: str, variant: str = UNMASKED) -> ScoreSource:
    """The scores of a backbone, from the vectors (or the matrix) the run keeps."""
    ids, stored = run.embeddings(backbone, variant)
    if run.manifest.backbone(backbone).dimension:
        return VectorScores(Embeddings(tuple(ids), stored))
    return MatrixScores(tuple(ids), stored)


def recompute(run: Run) -> tuple[Results, list[ThresholdEntry]]:
    """Every figure of a run, from its vectors; thresholds of further rates after the others."""
    sets = image_sets(run)
    wanted = wanted_of(run.manifest.options, sets)
    results = Results(sets, wanted)
    further: list[ThresholdEntry] = []
    thresholds = []
    for variant in run.manifest.variants:
        own = variant_sets(run, sets, variant)
        for backbone in run.backbones:
            scores = score_source(run, backbone, variant)
            strangers = standard_strangers(own, scores, wanted.tuning)
            entry, *others = wanted.entries(backbone, variant, strangers)
            thresholds.append(entry)
            further += others
            for images in own:
                results.compare(backbone, images, scores, strangers, entry, variant=variant)
    return results, [*thresholds, *further]


def deviations(stored: pd.DataFrame, computed: pd.DataFrame, tolerance: float = 1e-9) -> list[str]:
    """Columns in which two tables differ, in words; empty when they are the same.

    Args:
        stored: a table of the run.
        computed: the table it should be, with the same rows in the same order.
        tolerance: largest absolute difference of a number that counts as the same.
    """
    if list(stored.columns) != list(computed.columns) or len(stored) != len(computed):
        return [f"{len(stored)} rows stored, {len(computed)} computed, or other columns"]
    told = []
    for name in stored.columns:
        first, second = stored[name], computed[name]
        if first.dtype.kind == "f":
            a, b = first.to_numpy(float), second.to_numpy(float)
            wrong = ~((np.abs(a - b) <= tolerance) | (np.isnan(a) & np.isnan(b)) | (a == b))
        else:
            wrong = first.astype(str).to_numpy() != second.astype(str).to_numpy()
        if wrong.any():
            row = int(np.argmax(wrong))
            told.append(
                f"{name}: {int(wrong.sum())} of {len(stored)} differ, the first in row {row}: "
                f"stored {first.iloc[row]}, computed {second.iloc[row]}"
            )
    return told


def _record(row: Mapping[Any, Any]) -> ImageRecord:
    return ImageRecord(
        image_id=row["image_id"],
        protocol=row["protocol"],
        subject=row["subject"],
        role=row["role"],
        condition=int(row["condition"]),
        outfit=row["outfit"],
        camera=row["camera"],
        day=row["day"],
        take=row["take"],
        source=row["source"],
        origin=StoredPicture(row["source"]),
        width=int(row["width"]),
        height=int(row["height"]),
    )
