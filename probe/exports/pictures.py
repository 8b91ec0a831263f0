"""What a tool that shows pictures is told of each: who, under which condition, how it scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.runs.paths import UNMASKED
from probe.runs.reading import Run

FACTS = ("role", "outfit", "series", "level", "camera", "day", "take", "source")
"""Columns of the table of pictures that are told as they are, where they say something."""


@dataclass
class PictureScores:
    """How a picture scores with pictures of its person in the standard condition.

    Attributes:
        mean: of the scores; None where none was compared.
        missed: share of the comparisons at or below the threshold, 0..1; None without one.
        vector: `float32 (d,)`; None of a model that gives none.
    """

    mean: float | None = None
    missed: float | None = None
    vector: NDArray[np.float32] | None = None


@dataclass
class ShownPicture:
    """A picture of a run.

    Attributes:
        image_id: its name in the run.
        protocol: to which it belongs.
        subject: the person.
        condition: key of the condition (series and level).
        facts: what else the table says, by column.
        scores: by model.
    """

    image_id: str
    protocol: str
    subject: str
    condition: str
    facts: dict[str, str]
    scores: dict[str, PictureScores] = field(default_factory=dict)


def shown_pictures(run: Run) -> Iterator[ShownPicture]:
    """Every usable picture of every protocol, in the order of the run's table."""
    scored = {model: _scores(run, model) for model in run.backbones}
    usable = run.images[run.images["status"] == "ok"]
    factors = [name for name in usable.columns if name.startswith("factor_")]
    for row in usable.to_dict("records"):
        protocol, image_id = str(row["protocol"]), str(row["image_id"])
        conditions = run.protocols[protocol].conditions
        facts = {name: str(row[name]) for name in (*FACTS, *factors) if row.get(name)}
        yield ShownPicture(
            image_id,
            protocol,
            str(row["subject"]),
            conditions[int(row["condition"])].key,
            facts,
            {model: known.get((protocol, image_id), PictureScores())
             for model, known in scored.items()},
        )  # fmt: skip


def _scores(run: Run, model: str) -> dict[tuple[str, str], PictureScores]:
    """(protocol, image id) -> scores of one model."""
    known: dict[tuple[str, str], PictureScores] = {}
    threshold = next(
        (
            entry.value
            for entry in run.manifest.thresholds
            if entry.backbone == model and entry.variant == UNMASKED
        ),
        None,
    )
    vectors = {}
    if run.manifest.backbone(model).score == "cosine":
        vectors = dict(zip(*run.embeddings(model), strict=True))
    for protocol in run.protocols.values():
        for image_id, values in _with_standard(run, model, protocol.name).items():
            scores = np.array(values)
            missed = None if threshold is None else float((scores <= threshold).mean())
            known[protocol.name, image_id] = PictureScores(float(scores.mean()), missed)
    for protocol, image_id in zip(run.images["protocol"], run.images["image_id"], strict=True):
        if image_id in vectors:
            place = known.setdefault((str(protocol), str(image_id)), PictureScores())
            place.vector = vectors[image_id]
    return known


def _with_standard(run: Run, model: str, protocol: str) -> dict[str, list[float]]:
    """Image id -> its scores with pictures of its person in the standard condition."""
    pictures = run.images[run.images["protocol"] == protocol]
    standard = run.protocols[protocol].standard.index
    usual = set(pictures.loc[pictures["condition"] == standard, "image_id"])
    pairs = run.pairs_of(UNMASKED, model, protocol)
    pairs = pairs[pairs["kind"] == "mated"]
    found: dict[str, list[float]] = {}
    columns = (pairs["image_a"], pairs["image_b"], pairs["score"])
    for first, second, score in zip(*columns, strict=True):
        for one, other in ((first, second), (second, first)):
            if other in usual:
                found.setdefault(str(one), []).append(float(score))
    return found
