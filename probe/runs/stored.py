"""What a run directory holds besides tables: score counts, masks, sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.runs.records import StoredText
from probe.wording import Message
from probe.wording.message import message_from

MESSAGE_COLUMNS = (
    "note", "anew_note", "fmr_note", "alike_fmr_note", "interval_note", "fnmr_note",
    "retention_note", "eer_note", "place_a", "place_b",
)  # fmt: skip
"""Columns of tables that hold messages as JSON; in runs of schema version 1 their texts."""


@dataclass(frozen=True, eq=False)
class Histograms:
    """Score counts of every condition against the standard condition.

    Attributes:
        edges: bin edges `float64 (bins + 1,)` of cosines, from -1 to 1; those of a backbone with
            another score are `Run.score_edges`.
        counts: `int64 (rows, bins)`.
        rows: what each row of `counts` is of (`probe.runs.rows.HistogramRow`).
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    rows: tuple[Mapping[str, object], ...]

    def find(self, **wanted: object) -> NDArray[np.int64] | None:
        """Counts `(bins,)` of the row with these values, None when there is none."""
        for index, row in enumerate(self.rows):
            if all(row[key] == value for key, value in wanted.items()):
                counts: NDArray[np.int64] = self.counts[index]
                return counts
        return None


@dataclass(frozen=True, eq=False)
class StoredMasks:
    """Person masks of a variant.

    Attributes:
        packed: image id -> bits of its mask, row by row (`numpy.packbits`).
        shapes: image id -> (height, width).
        refused: image id -> why it has no mask.
        fill: grey value the background is filled with.
    """

    packed: Mapping[str, NDArray[np.uint8]]
    shapes: Mapping[str, tuple[int, int]]
    refused: Mapping[str, str]
    fill: int

    def mask(self, image_id: str) -> NDArray[np.bool_] | None:
        """The mask `bool (h, w)` of a picture; None when it has none."""
        if image_id not in self.packed:
            return None
        height, width = self.shapes[image_id]
        bits = np.unpackbits(self.packed[image_id], count=height * width)
        mask: NDArray[np.bool_] = bits.reshape(height, width).astype(bool)
        return mask

    def coverages(self) -> NDArray[np.float64]:
        """Share of each masked picture that is person, 0..1."""
        masks = (self.mask(image) for image in self.packed)
        return np.array([mask.mean() for mask in masks if mask is not None])


@dataclass(frozen=True, eq=False)
class StoredPartMap:
    """What one part of vectors adds to the cosine of a pair of pictures, and from where.

    Attributes:
        part: its name.
        ids: image ids of the pair.
        cosine: what it adds; all parts sum to the cosine of the whole vectors.
        first, second: maps `float32 (h, w)` over the fitted frame of either picture, in units of
            similarity.
    """

    part: str
    ids: tuple[str, str]
    cosine: float
    first: NDArray[np.float32]
    second: NDArray[np.float32]


@dataclass(frozen=True)
class Finding:
    """A sentence that follows from cells: what it says, not how it is said.

    Attributes:
        key: what the finding is: `headline`, `deck`, `factor`, `advice`, ...
        message: what it says; a text in runs of schema version 1.
        protocol: the protocol it speaks of, empty for the study.
        title: what it speaks of within that (a backbone, a mask variant), or a heading to say.
        cells: the cells it rests on: dicts with protocol, backbone, variant, kind, i, j and the
            name of the `figure` used.
    """

    key: str
    message: Message | str
    protocol: str = ""
    title: Message | str = ""
    cells: tuple[Mapping[str, Any], ...] = ()

    def data(self) -> dict[str, object]:
        """As plain data for JSON."""
        return {
            "key": self.key,
            "message": _plain(self.message),
            "protocol": self.protocol,
            "title": _plain(self.title),
            "cells": [dict(cell) for cell in self.cells],
        }


def finding_from(data: Mapping[str, Any]) -> Finding:
    """A finding from plain data; of schema version 1, its `text` stands for the message.

    Raises:
        WordingError: it holds neither.
    """
    message = data["text"] if "text" in data else _said(data.get("message"))
    return Finding(
        str(data["key"]), message, data["protocol"], _said(data["title"]), tuple(data["cells"])
    )


def _plain(message: Message | str) -> StoredText:
    return message if isinstance(message, str) else message.data()


def _said(data: object) -> Message | str:
    return data if isinstance(data, str) else message_from(data)
