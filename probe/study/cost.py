"""What a study costs, counted before it starts: pictures, scores, cells and disk."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probe.contracts import Backbone
from probe.contracts.duration import duration
from probe.embedding.loaded import Loaded
from probe.embedding.repeatability import made_pictures
from probe.errors import UsageError
from probe.pictures.image_set import ImageSet
from probe.pictures.rendered import recipe_count
from probe.protocol.model import Protocol
from probe.wording import Message, Value, refusal

LARGE_PICTURES = 100_000
"""Pictures to render from which a study needs `--any-size` (ours)."""

LARGE_CELLS = 500_000
"""Cells from which it does (ours)."""

PICTURE_BYTES = 50_000
"""Of a rendered picture and its truth in the cache: the mean of 400 kept ones was 50,544."""


@dataclass(frozen=True)
class Cost:
    """What a study asks for.

    Attributes:
        pictures: to render; 0 for photographs.
        cells: pairs of conditions, by model and kind of comparison.
    """

    pictures: int
    cells: int

    @property
    def megabytes(self) -> float:
        """Of rendered pictures on disk."""
        return self.pictures * PICTURE_BYTES / 1e6


def cost_of(protocols: Sequence[Protocol], subjects: int, models: int, variants: int) -> Cost:
    """Count what a study asks for; no picture is listed.

    Args:
        protocols: of the study.
        subjects: people to render; 0 for photographs.
        models: how many are compared.
        variants: mask variants, the pictures as they are included.

    Raises:
        ProtocolError: a renderer parameter that is not known or out of range.
    """
    cells = sum(3 * len(protocol.conditions) ** 2 for protocol in protocols)
    return Cost(recipe_count(protocols, subjects), cells * models * variants)


def check_cost(cost: Cost, large: bool) -> None:
    """Refuse a study beyond the limits, unless that is asked for.

    Raises:
        UsageError: says what it would cost.
    """
    if large or (cost.pictures <= LARGE_PICTURES and cost.cells <= LARGE_CELLS):
        return
    raise refusal(
        UsageError,
        Message(
            "study-too-large",
            {"pictures": cost.pictures, "megabytes": round(cost.megabytes), "cells": cost.cells},
        ),
        hint=Message("study-too-large-step"),
    )


TIMED = 3
"""Pictures that a model is timed with (ours): enough for an order of magnitude."""


def estimate(
    backbone: Loaded, sets: Iterable[ImageSet], variants: int, kept: int = 0
) -> Message | None:
    """About how long the vectors of a study take, and how much disk; None where there are none to
    compute, and for a pair scorer.

    A loaded model has run already (its repeatability was checked), so one short batch tells its
    pace. A pair scorer's pairs follow from scores; its progress says how long they take.

    Args:
        backbone: loaded.
        sets: the pictures of the study.
        variants: mask variants, the pictures as they are included.
        kept: pictures whose vectors are kept; of masked ones nobody knows before there are masks.
    """
    model = backbone.model
    if not isinstance(model, Backbone):
        return None
    pictures = len({record.image_id for images in sets for record in images.records}) * variants
    pictures -= kept
    if not pictures:
        return None
    started = time.perf_counter()
    vectors = model.embed(made_pictures(model.card.input_size, TIMED))
    seconds = (time.perf_counter() - started) / TIMED
    model.forget_pictures()
    megabytes = max(1, round(pictures * vectors[:1].nbytes / 1e6))
    values: dict[str, Value] = {"pictures": pictures, "megabytes": megabytes}
    values |= {"model": backbone.name, "duration": duration(pictures * seconds)}
    return Message("progress-estimate", values)
