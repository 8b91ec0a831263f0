"""A contact sheet: one row a condition, its pictures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord, ImageSet

if TYPE_CHECKING:
    from PIL import Image

CELL = (192, 80)
"""Height and width of a picture on the sheet, in pixels (ours: clothes can be told apart)."""

LABEL = 150
"""Width left of the pictures for the condition's name, in pixels."""

MOST_COLUMNS = 14
"""Pictures in a row: with `LABEL` the sheet fits a screen of 1,366 pixels (ours)."""


def contact_sheet(images: ImageSet) -> Image.Image:
    """Draw the sheet: per condition one subject's pictures, then other people's first ones.

    Raises:
        PictureError: a picture can no longer be read.
    """
    from PIL import Image, ImageDraw

    rows = [_row(images, c.index) for c in images.protocol.conditions]
    columns = max(len(row) for row in rows)
    height, width = CELL
    sheet = Image.new("RGB", (LABEL + columns * (width + 4), len(rows) * (height + 4)), "white")
    draw = ImageDraw.Draw(sheet)
    fitting = Fitting(CELL)
    for y, (condition, row) in enumerate(zip(images.protocol.conditions, rows, strict=True)):
        top = y * (height + 4)
        label = images.protocol.label(condition).replace("\u00a0", " ").replace(", ", ",\n")
        draw.multiline_text((4, top + height // 2 - 12), label, fill="black", font_size=13)
        for x, record in enumerate(row):
            picture = fit_picture(record.origin.load(), fitting)
            sheet.paste(Image.fromarray(picture), (LABEL + x * (width + 4), top))
    return sheet


def _row(images: ImageSet, condition: int) -> list[ImageRecord]:
    first = images.subjects[0]
    here = [r for r in images.records if r.condition == condition]
    of_first = [r for r in here if r.subject == first and r.role == "subject"]
    others: dict[tuple[str, str], ImageRecord] = {}
    for record in here:
        if record.subject != first or record.role == "stranger":
            others.setdefault((record.role, record.subject), record)
    return [*of_first, *others.values()][:MOST_COLUMNS]
