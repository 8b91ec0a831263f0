"""A stored run computed again from its vectors: the tables it should hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from probe.comparison import MatrixScores, PairScores, ScoreSource, VectorScores
from probe.comparison.thresholds import rate_request_of
from probe.embedding.embed import Embeddings
from probe.errors import PictureError, RunError
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.manifest import ThresholdEntry
from probe.runs.opening import RESTORE
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.rows import group_column
from probe.study.results import Results
from probe.study.scoring import ScoredVariant, score_variant
from probe.wording import Message, refusal

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
        raise refusal(PictureError, Message("study-vectors-only"), place=self.source)


def image_sets(run: Run) -> list[ImageSet]:
    """The image sets of a run, from `images.parquet`.

    Raises:
        RunError: the table names a protocol that the run does not have.
    """
    sets = []
    for entry in run.manifest.protocols:
        table = run.images[(run.images["protocol"] == entry.name) & (run.images["status"] == "ok")]
        if table.empty:
            raise refusal(
                RunError,
                Message("study-no-picture-of", {"protocol": repr(entry.name)}),
                place=run.path,
                hint=RESTORE,
            )
        protocol = run.protocols[entry.name]
        groups = [group_column(name) for name in protocol.groups]
        records = tuple(_record(row, groups) for row in table.to_dict("records"))
        if protocol.transforms:  # pictures that were made from one have its source
            records = tuple(replace(record, shot=record.source) for record in records)
        alike = _alike(entry.source, records)
        sets.append(ImageSet(protocol, entry.source, records, alike=alike))
    return sets


def _alike(source: str, records: tuple[ImageRecord, ...]) -> Literal["role", "outfit", "unknown"]:
    if source == "scene":
        return "role"
    return "outfit" if any(record.outfit for record in records) else "unknown"


def variant_sets(run: Run, sets: Sequence[ImageSet], variant: str) -> Sequence[ImageSet]:
    """The image sets of a mask variant: the pictures that have vectors."""
    if variant == UNMASKED:
        return sets
    scored = set(run.scored_pictures(run.backbones[0], variant))
    kept = [tuple(r for r in images.records if r.image_id in scored) for images in sets]
    return [replace(images, records=r) for images, r in zip(sets, kept, strict=True)]


def stored_scores(run: Run, backbone: str, variant: str = UNMASKED) -> ScoreSource:
    """The scores of a backbone, from the vectors or pairs that the run keeps."""
    entry = run.manifest.backbone(backbone)
    stored = run.pair_scores(backbone, variant)
    if stored is not None:
        ids, pairs, scores = stored
        return PairScores(tuple(ids), pairs, scores, entry.score_range)
    ids, vectors = run.embeddings(backbone, variant)
    if entry.dimension:
        return VectorScores(Embeddings(tuple(ids), vectors))
    return MatrixScores(tuple(ids), vectors)


def stored_variant(
    run: Run, backbone: str, variant: str, sets: Sequence[ImageSet]
) -> ScoredVariant:
    """A backbone on one variant of a run's pictures, scored from what the run keeps.

    Args:
        run: the run.
        backbone: name in it.
        variant: mask variant.
        sets: the image sets of the run (see `image_sets`), those of the unmasked pictures.
    """
    wanted = rate_request_of(run.manifest.options, sets)
    scores = stored_scores(run, backbone, variant)
    entry = run.manifest.backbone(backbone)
    return score_variant(entry, variant, variant_sets(run, sets, variant), scores, wanted)


def partner_of(run: Run, masked: ScoredVariant) -> ScoredVariant:
    """The backbone of a mask variant as shot, on the pictures alone that have a mask.

    Args:
        run: it keeps the vectors or pairs of the pictures as they were shot.
        masked: the backbone on the variant.
    """
    entry = run.manifest.backbone(masked.backbone)
    scores = stored_scores(run, masked.backbone)
    return score_variant(entry, UNMASKED, masked.sets, scores, masked.wanted)


def recompute(run: Run) -> tuple[Results, list[ThresholdEntry]]:
    """Every figure of a run, from what it keeps; thresholds of further rates after the others."""
    sets = image_sets(run)
    results = Results(sets, rate_request_of(run.manifest.options, sets))
    thresholds: list[ThresholdEntry] = []
    further: list[ThresholdEntry] = []
    for variant in run.manifest.variants:
        for backbone in run.backbones:
            scored = stored_variant(run, backbone, variant, sets)
            thresholds.append(scored.thresholds[0])
            further += scored.thresholds[1:]
            for images in scored.sets:
                results.add(scored, images)
            if results.loses_pictures(variant):
                results.add_partner(variant, partner_of(run, scored))
    return results, [*thresholds, *further]


def deviations(
    stored: pd.DataFrame, computed: pd.DataFrame, tolerance: float = 1e-9
) -> list[Message]:
    """Columns in which two tables differ; empty when they are the same.

    Args:
        stored: a table of the run.
        computed: the table it should be, with the same rows in the same order.
        tolerance: largest absolute difference of a number that counts as the same.
    """
    if list(stored.columns) != list(computed.columns) or len(stored) != len(computed):
        counts = {"stored": len(stored), "computed": len(computed)}
        return [Message("verify-rows", counts)]
    differing = []
    for name in stored.columns:
        first, second = stored[name], computed[name]
        if first.dtype.kind == "f":
            a, b = first.to_numpy(float), second.to_numpy(float)
            wrong = ~((np.abs(a - b) <= tolerance) | (np.isnan(a) & np.isnan(b)) | (a == b))
        else:
            wrong = first.astype(str).to_numpy() != second.astype(str).to_numpy()
        if wrong.any():
            row = int(np.argmax(wrong))
            values = {"stored": str(first.iloc[row]), "computed": str(second.iloc[row])}
            counts = {"count": int(wrong.sum()), "rows": len(stored), "row": row}
            differing.append(Message("verify-column", {"column": str(name), **counts, **values}))
    return differing


def _record(row: Mapping[Any, Any], groups: Sequence[str]) -> ImageRecord:
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
        groups=tuple(row[name] for name in groups),
    )
