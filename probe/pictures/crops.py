"""What reading a photograph gave, and what is said of crops that look like a mistake in boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probe.pictures.duplicates import Fingerprint
from probe.wording import Message, Value

CUT_OFF = 0.9
"""A box of which less lies inside its picture is counted as cut off (ours): detectors give boxes
that reach over the border a little; boxes in another convention reach far."""

MOSTLY = 0.5
"""Above this share of boxes that are cut off, the convention is doubted (ours)."""

SMALLEST = (16, 8)
"""Height and width in pixels under which a crop is counted as too small to show a person (ours)."""


@dataclass(frozen=True)
class Acquired:
    """What reading a file gave.

    Attributes:
        path: below the photo folder.
        image_id: digest of its content; empty where it is of no use.
        width, height: of the crop, in pixels.
        inside: share of the box that lies inside the picture, 0..1; 1 without a box.
        shown: what it is known by, whatever the file; None where it is of no use.
        reason: why it is of no use; empty otherwise.
    """

    path: str
    image_id: str = ""
    width: int = 0
    height: int = 0
    inside: float = 1.0
    shown: Fingerprint | None = None
    reason: Message | str = ""


def crop_notes(acquired: Sequence[Acquired]) -> tuple[Message, ...]:
    """Notes on boxes that are cut off at the border, and on crops of a few pixels."""
    usable = [one for one in acquired if not one.reason]
    cut = [one for one in usable if one.inside < CUT_OFF]
    small = [one for one in usable if one.height < SMALLEST[0] or one.width < SMALLEST[1]]
    notes: list[Message] = []
    if cut:
        counts = {"count": len(cut), "pictures": len(usable)}
        mostly = len(cut) > MOSTLY * len(usable)
        values: dict[str, Value] = {"first": cut[0].path, **counts, "mostly": mostly}
        notes.append(Message("note-boxes-cut-off", values))
    if small:
        size = {"height": SMALLEST[0], "width": SMALLEST[1]}
        counts = {"count": len(small), "pictures": len(usable)}
        notes.append(Message("note-crops-small", {"first": small[0].path, **counts, **size}))
    return tuple(notes)
