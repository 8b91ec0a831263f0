"""A contact sheet: one row a condition, its pictures side by side; then frames with their boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from probe.pictures.decoding import Box, read_picture
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.pictures.photographs import PhotoFile
from probe.pictures.sheet_font import sheet_font
from probe.wording import spoken_language

if TYPE_CHECKING:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

CELL = (192, 80)
"""Height and width of a picture on the sheet, in pixels (ours: clothes can be told apart)."""

LABEL = 150
"""Width left of the pictures for the condition's name, in pixels."""

MOST_COLUMNS = 14
"""Pictures in a row: with `LABEL` the sheet fits a screen of 1,366 pixels (ours)."""


FRAMES = 6
"""Full frames that are shown with their boxes (ours: whether boxes fit is seen on a few)."""

FRAME_HEIGHT = 240
"""Height of a full frame on the sheet, in pixels (ours)."""

GAP = 4
"""Pixels between pictures."""

BOX_COLOUR = (220, 40, 40)

BREAKS = re.compile("(,(?= )|，|・) ?")
"""Where the name of a condition may go on in the next line: between levels, in any language."""


def maker() -> PngInfo:
    """What says in a PNG file that probe wrote it (`probe.files.own_files`)."""
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Software", "probe")
    return info


def contact_sheet(images: ImageSet) -> Image.Image:
    """Draw the sheet: per condition one subject's pictures, then other people's first ones.

    Where pictures are cut out of frames, some frames follow with the boxes that are used of them.

    Raises:
        PictureError: a picture can no longer be read.
    """
    from PIL import Image, ImageDraw

    conditions = images.protocol.conditions
    rows = [_row(images, c.index) for c in conditions]
    height, width = CELL
    across = max(len(row) for row in rows) * (width + GAP)
    frames = [_frame(path, boxes, across) for path, boxes in frames_of(images)[:FRAMES]]
    down = len(rows) * (height + GAP) + sum(frame.height + GAP for frame in frames)
    sheet = Image.new("RGB", (LABEL + across, down), "white")
    draw = ImageDraw.Draw(sheet)
    fitting = Fitting(CELL)
    labels = sheet_labels(images)
    font = sheet_font("".join(labels), 13)
    for y, (label, row) in enumerate(zip(labels, rows, strict=True)):
        top = y * (height + GAP)
        draw.multiline_text((GAP, top + height // 2 - 12), label, fill="black", font=font)
        for x, record in enumerate(row):
            picture = fit_picture(record.origin.load(), fitting)
            sheet.paste(Image.fromarray(picture), (LABEL + x * (width + GAP), top))
    top = len(rows) * (height + GAP)
    for frame in frames:
        sheet.paste(frame, (LABEL, top))
        top += frame.height + GAP
    return sheet


def sheet_labels(images: ImageSet) -> list[str]:
    """The name of every condition as it is written on the sheet, in the language that is spoken."""
    protocol, language = images.protocol, spoken_language()
    texts = [protocol.label(condition, language) for condition in protocol.conditions]
    return [BREAKS.sub(r"\1\n", text.replace("\u00a0", " ")) for text in texts]


def frames_of(images: ImageSet) -> list[tuple[Path, list[Box]]]:
    """Files of which a part is used, with the parts, in the order of the pictures."""
    found: dict[Path, list[Box]] = {}
    for record in images.records:
        if isinstance(record.origin, PhotoFile) and record.origin.box is not None:
            found.setdefault(record.origin.path, []).append(record.origin.box)
    return list(found.items())


def _frame(path: Path, boxes: Sequence[Box], most_width: int) -> Image.Image:
    """A frame with its boxes drawn, as high as the sheet has it and no wider than its rows."""
    from PIL import Image, ImageDraw

    picture = Image.fromarray(read_picture(path))
    scale = min(FRAME_HEIGHT / picture.height, most_width / picture.width)
    small = picture.resize([max(1, round(scale * side)) for side in picture.size])
    draw = ImageDraw.Draw(small)
    for box in dict.fromkeys(boxes):
        corners = (box.x, box.y, box.x + box.width, box.y + box.height)
        draw.rectangle([scale * value for value in corners], outline=BOX_COLOUR, width=2)
    return small


def _row(images: ImageSet, condition: int) -> list[ImageRecord]:
    first = images.subjects[0]
    here = [r for r in images.records if r.condition == condition]
    of_first = [r for r in here if r.subject == first and r.role == "subject"]
    others: dict[tuple[str, str], ImageRecord] = {}
    for record in here:
        if record.subject != first or record.role == "stranger":
            others.setdefault((record.role, record.subject), record)
    return [*of_first, *others.values()][:MOST_COLUMNS]
