"""What reading a photograph gave, and what is said of crops that look like a mistake in boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from probe.pictures.duplicates import Fingerprint
from probe.wording import Message, Value

CUT_OFF = 0.9
"""A box of which less lies inside its picture is counted as cut off (ours): detectors give boxes
that reach over the border a little; boxes in another convention reach far."""

MOSTLY = 0.5
"""Above this share of boxes that are cut off, the convention is doubted (ours)."""

SMALLEST = (16, 8)
"""Height and width in pixels under which a crop is counted as too small to show a person (ours)."""


ODD_SHAPE, ODD_SIZE = 2.0, 16.0
"""A picture is told to be odd whose ratio of sides, or area, is so many times that of the median
picture, or so small a part of it (ours): full frames among crops, other orientations."""

FEW_ODD = 0.5
"""Up to this share of odd pictures they are told: where there are more, nothing is the rule."""


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
    """Notes on boxes cut off at the border, crops of a few pixels, and odd shapes."""
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
    told = {one.path for one in small}
    return (*notes, *_odd_notes([one for one in usable if one.path not in told]))


def _odd_notes(usable: Sequence[Acquired]) -> tuple[Message, ...]:
    """A note on pictures of another shape or size than most."""
    if not usable:
        return ()
    ratio = median(one.height / one.width for one in usable)
    area = median(one.height * one.width for one in usable)
    odd = [
        one
        for one in usable
        if _apart(one.height / one.width, ratio) > ODD_SHAPE
        or _apart(one.height * one.width, area) > ODD_SIZE
    ]
    if not odd or len(odd) > FEW_ODD * len(usable):
        return ()
    middle = min(usable, key=lambda one: _apart(one.height * one.width, area))
    values: dict[str, Value] = {"count": len(odd), "pictures": len(usable), "first": odd[0].path}
    values |= {"height": odd[0].height, "width": odd[0].width}
    values |= {"usual_height": middle.height, "usual_width": middle.width}
    return (Message("note-odd-shapes", values),)


def _apart(value: float, usual: float) -> float:
    """How many times the larger is the smaller."""
    return max(value / usual, usual / value)
