"""The picture as a network sees it, and where the parts of its vectors lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probe.protocol.model import Protocol
from probe.reports.study import Chapter
from probe.runs.manifest import BackboneEntry, PartEntry

USUAL_SIZE = (256, 128)
"""Input of a card that states none: what most networks of the field take."""

NEAR = 1e-6
"""Places that differ by less are the same: rounding of fractions such as 1/3 (ours)."""


@dataclass(frozen=True)
class Frame:
    """A picture in the frame that a network takes it in.

    Attributes:
        height, width: of the frame, in pixels.
        picture: key of the picture; empty where none was kept.
        size: width and height of the picture, in its own pixels.
        place: left, top, width and height of the picture in the frame, in pixels of the frame.
    """

    height: int
    width: int
    picture: str
    size: tuple[int, int]
    place: tuple[float, float, float, float]


def frame_of(chapter: Chapter, entry: BackboneEntry, condition: int) -> Frame:
    """A picture of the shown person in a condition, in the frame of a backbone."""
    height, width = _input_size(entry)
    key = chapter.picture(condition)
    if not key:
        return Frame(height, width, "", (0, 0), (0.0, 0.0, 0.0, 0.0))
    picture = chapter.album.kept[key]
    size = (picture.width, picture.height)
    place = _place(size, (width, height), letterbox=_letterboxed(chapter.protocol, entry))
    return Frame(height, width, key, size, place)


def _input_size(entry: BackboneEntry) -> tuple[int, int]:
    size = entry.card.get("input_size")
    return (int(size[0]), int(size[1])) if isinstance(size, list | tuple) else USUAL_SIZE


def _letterboxed(protocol: Protocol, entry: BackboneEntry) -> bool:
    fit = entry.card.get("fit") if protocol.fit == "card" else protocol.fit
    return fit == "letterbox"


def _place(
    size: tuple[int, int], frame: tuple[int, int], *, letterbox: bool
) -> tuple[float, float, float, float]:
    """Where a picture (width, height) lies in a frame: centred whole, or stretched over it."""
    if not letterbox:
        return (0.0, 0.0, float(frame[0]), float(frame[1]))
    scale = min(frame[0] / size[0], frame[1] / size[1])
    width, height = size[0] * scale, size[1] * scale
    left, top = (frame[0] - width) / 2, (frame[1] - height) / 2
    return (round(left, 2), round(top, 2), round(width, 2), round(height, 2))


def tiled(parts: Sequence[PartEntry]) -> bool:
    """Whether parts lie one below the other and fill the picture, so that rows can stand beside."""
    across = all(part.left <= NEAR and part.right >= 1 - NEAR for part in parts)
    edges = [0.0, *(part.bottom for part in parts)]
    follow = all(abs(part.top - edge) < NEAR for part, edge in zip(parts, edges, strict=False))
    return across and follow and abs(edges[-1] - 1) < NEAR and len(parts) > 1
