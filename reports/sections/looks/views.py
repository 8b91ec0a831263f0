"""The pictures of one model under its maps: a pair, further levels, changes of the mean map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.reports.album import Album
from probe.reports.sections.looks import overlay
from probe.reports.sections.looks.sentences import change_of
from probe.reports.source import Source
from probe.reports.study import Chapter
from probe.runs.paths import UNMASKED
from probe.runs.records import EvidenceRecord

HEIGHT = 300
"""Height of a picture with its map, in pixels (ours: about that of a rendition)."""

GROUND, SILHOUETTE = 90, 150
"""Grey of a picture that was not kept, and of the person in it (ours, by eye: a map shows on
both)."""

CLEARLY = 0.01
"""A smaller change of the mean similarity is not drawn as a map: it would show noise (ours: the
last digit that is printed of a similarity)."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Seen:
    """A picture under its map.

    Attributes:
        label: its condition.
        picture, plain: keys of the picture with and without the map.
        width, height: of both, in pixels.
        place: where the picture lies in the frame the network saw: top, left, bottom, right as
            shares of it.
    """

    label: str
    picture: str
    plain: str
    width: int
    height: int
    place: tuple[float, ...]


@dataclass(frozen=True)
class Further:
    """Another level, beside the pair that is shown large.

    Attributes:
        seen: its first picture under its map, on the scale of the pair; the label ends in the
            cosine.
        mean, mean_top, mean_text: as in `Look`.
        change: what made the similarity change, empty where that is not known.
    """

    seen: Seen
    mean: str
    mean_top: str
    mean_text: str
    change: str


@dataclass(frozen=True, eq=False)
class Views:
    """What the pictures of one model in one variant are drawn from.

    Attributes:
        source: the run in the variant.
        chapter: where the pictures stand.
        name: of the pictures in the album.
        top: the end of the scale of all maps that stand together.
    """

    source: Source
    chapter: Chapter
    name: str
    top: float

    def seen(self, image: str, label: str, evidence: Floats, place: Sequence[float]) -> Seen | None:
        """A picture under its map; None where its size is not known.

        Args:
            image: its id.
            label: what stands below it.
            evidence: its map.
            place: where it lies in the frame the network saw.
        """
        plain = _plain(self.source, self.chapter.album, image)
        if plain is None:
            return None
        drawn = overlay.with_map(plain, evidence, place, self.top)
        height, width = plain.shape[:2]
        size, put = (width, height), self.chapter.album.put
        return Seen(
            label,
            put(f"map {self.name} {label} {image}", overlay.webp(drawn), size),
            put(f"plain {self.source.variant} {image}", overlay.webp(plain), size),
            width,
            height,
            tuple(round(float(p), 4) for p in place),
        )

    def pair(self, level: EvidenceRecord) -> tuple[Seen, Seen] | None:
        """The level's first picture and the standard one's, each under its map."""
        labels, places = self.chapter.axis.full, level["places"][0]
        at, standard = level["condition"], self.chapter.axis.standard
        first = self.seen(level["ids_first"][0], labels[at], level["first"][0], places[0])
        second = self.seen(level["ids_second"][0], labels[standard], level["second"][0], places[1])
        return (first, second) if first and second else None

    def further(self, level: EvidenceRecord, standard: EvidenceRecord | None) -> Further | None:
        """Another level, beside the pair that is shown large."""
        axis = self.chapter.axis
        label = self.source.words.text(
            "report-looks-further-level",
            level=axis.full[level["condition"]],
            cosine=float(level["cosine"][0]),
        )
        seen = self.seen(level["ids_first"][0], label, level["first"][0], level["places"][0][0])
        if seen is None:
            return None
        mean, top = self.mean(level, standard, f"{self.name} {level['condition']}")
        text = self.source.words.text("report-looks-mean", top=top) if mean else ""
        return Further(seen, mean, top, text, change_of(self.source, axis, level))

    def mean(
        self, level: EvidenceRecord, standard: EvidenceRecord | None, name: str
    ) -> tuple[str, str]:
        """The change of the mean map since the standard condition: key of its picture, its scale.

        It lies over the level's first picture; empty where it would show noise, or cannot be laid.
        """
        if standard is None or standard is level or _moved(level, standard) < CLEARLY:
            return "", ""
        if level.get("registered") != standard.get("registered"):
            return "", ""
        image, place = level["ids_first"][0], level["places"][0][0]
        plain = _plain(self.source, self.chapter.album, image)
        if plain is None:
            return "", ""
        change = level["mean"].astype(float) - standard["mean"].astype(float)
        top = float(np.abs(change).max())
        part, kept = overlay.cut(plain, place, level["boxes"][0])
        drawn = overlay.with_change(part, overlay.part_of(change, kept, part.shape[:2]), top)
        size = drawn.shape[1::-1]
        key = self.chapter.album.put(f"mean {name} {image}", overlay.webp(drawn), size)
        return key, self.source.words.numbers.unit(top, 4)


def _moved(level: EvidenceRecord, standard: EvidenceRecord) -> float:
    """How far the mean similarity of the pairs is from the standard condition's."""
    return abs(float(np.mean(level["cosine"])) - float(np.mean(standard["cosine"])))


def _plain(source: Source, album: Album, image: str) -> NDArray[np.uint8] | None:
    """The picture as the network saw it, its background filled in a mask variant."""
    data = album.rendition(image, source.variant)
    if data is not None:
        return overlay.scaled_to(overlay.opened(data), HEIGHT)
    return _ground(source, image)


def _ground(source: Source, image: str) -> NDArray[np.uint8] | None:
    """An even ground of a picture's shape, the person as a silhouette where there is a mask."""
    size = source.run.size(image)
    if size is None:
        return None
    ground = np.full((*size, 3), GROUND, np.uint8)
    for variant in source.run.manifest.variants:
        mask = source.run.masks(variant).mask(image) if variant != UNMASKED else None
        if mask is not None:
            ground = np.where(mask[..., None], np.uint8(SILHOUETTE), ground)
            break
    return overlay.scaled_to(ground, HEIGHT)
