"""One picture: read from a file as RGB, cut to its box, and fitted to a network's input size."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError
from probe.pictures import heic
from probe.pictures.fitting import FILL
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from PIL import Image


MOST_PIXELS = 89_000_000
"""A larger picture is refused: a small file can unpack to more memory than there is. Just below the
size from which Pillow warns (a quarter of a GiB at three bytes a pixel)."""

FORMATS = (
    *("JPEG", "PNG", "BMP", "WEBP", "TIFF", "GIF", "PPM", "AVIF"),
    *((heic.FORMAT,) if heic.is_installed() else ()),
)
"""Formats that are decoded, whatever a file is called. Others stay shut: a PostScript file would be
run by an interpreter, and rarely used decoders are rarely tested against hostile bytes."""

FLAT = 4
"""A picture none of whose channels spans more values is of one colour (ours: what JPEG and the
noise of a covered sensor add to one)."""

ORIENTATION, LYING = 0x0112, range(5, 9)
"""Tag of EXIF, and its values for a picture that lies on its side (EXIF 2.3, section 4.6.4)."""

SUFFIXES = {
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".webp"),
    *(".tif", ".tiff", ".gif", ".ppm", ".pgm", ".avif"),
    *(heic.ENDINGS if heic.is_installed() else ()),
}
"""Endings of the files that are taken for pictures."""

PICTURE_FILES = Message("step-pictures-are", {"endings": ", ".join(sorted(SUFFIXES))})
"""The next step where a folder holds none."""


@dataclass(frozen=True)
class Box:
    """A person's box in a full frame, in pixels; (x, y) is the upper left corner."""

    x: float
    y: float
    width: float
    height: float


def open_picture(data: bytes) -> Image.Image:
    """A picture of one of `FORMATS`, opened and not decoded yet.

    Raises:
        Exception: whatever Pillow and its decoders raise on hostile bytes.
    """
    from PIL import Image

    heic.bring_decoder()
    return Image.open(io.BytesIO(data), formats=FORMATS)


def read_picture(path: Path, box: Box | None = None) -> NDArray[np.uint8]:
    """Read a picture file as RGB `uint8 (height, width, 3)`, upright, cut to `box`.

    EXIF orientation is applied; grey, palette, CMYK and 16-bit pictures become 8-bit RGB;
    transparent parts become the fill grey. A box may reach over the border: it is clipped.

    Raises:
        PictureError: empty, unreadable, truncated or huge file, or a box without area.
    """
    data = read_bytes(path)
    try:
        return decode_picture(data, box)
    except PictureError as error:
        error.place = str(path)
        raise


def read_bytes(path: Path) -> bytes:
    """The bytes of a picture file.

    Raises:
        PictureError: missing, unreadable or empty.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusal(
            PictureError,
            Message("reason-cannot-be-read", {"detail": str(error.strerror or error)}),
            place=path,
        ) from None
    if not data:
        raise refusal(PictureError, Message("reason-empty-file"), place=path)
    return data


def picture_size(path: Path) -> tuple[int, int]:
    """(width, height) of a picture as `read_picture` gives it, from its header alone.

    Raises:
        PictureError: see `read_picture`.
    """
    try:
        with open_picture(read_bytes(path)) as opened:
            _check_size(opened.size)
            width, height = opened.size
            turned = opened.getexif().get(ORIENTATION, 1) in LYING
    except PictureError:
        raise
    except Exception as error:
        # As in `decode_picture`.
        raise refusal(PictureError, _reason(error), place=path) from None
    return (height, width) if turned else (width, height)


def decode_picture(data: bytes, box: Box | None = None) -> NDArray[np.uint8]:
    """Decode the bytes of a picture file (see `read_picture`)."""
    from PIL import Image, ImageOps

    try:
        with open_picture(data) as opened:
            _check_size(opened.size)
            upright = ImageOps.exif_transpose(opened) or opened
            picture = np.asarray(_as_rgb(upright))
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        most = {"most": MOST_PIXELS}
        raise refusal(PictureError, Message("reason-too-many-pixels", most)) from None
    except Exception as error:
        # Decoders meet hostile bytes here and raise whatever their format's code raises.
        raise refusal(PictureError, _reason(error)) from None
    return picture if box is None else cut(picture, box)


def picture_digest(data: bytes, box: Box | None) -> str:
    """Hex sha256 of a picture's content: its bytes and its box."""
    digest = hashlib.sha256(data)
    if box is not None:
        digest.update(repr((box.x, box.y, box.width, box.height)).encode())
    return digest.hexdigest()


def _check_size(size: tuple[int, int]) -> None:
    sides = {"height": size[0], "width": size[1]}
    if size[0] * size[1] > MOST_PIXELS:
        limit = {"most": MOST_PIXELS}
        raise refusal(PictureError, Message("reason-size-too-large", {**sides, **limit}))
    if min(size) < 1:
        raise refusal(PictureError, Message("reason-no-area", sides))


def _as_rgb(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode.startswith("I;16") or picture.mode == "I":
        deep = np.asarray(picture).astype(np.float64)
        if deep.min() < 0 or deep.max() > 65535:
            raise refusal(PictureError, Message("reason-pixels-outside"))
        # 257 = 65535 / 255: white of 16 bits is white of 8.
        return Image.fromarray(np.uint8(deep / 257.0 + 0.5)).convert("RGB")
    if picture.mode == "F":
        raise refusal(PictureError, Message("reason-floating-point"))
    if picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in picture.info:
        above = picture.convert("RGBA")
        ground = Image.new("RGBA", above.size, (FILL, FILL, FILL, 255))
        return Image.alpha_composite(ground, above).convert("RGB")
    return picture.convert("RGB")


def cut(picture: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """The part of a picture `uint8 (h, w, 3)` that lies in a box.

    Raises:
        PictureError: nothing of the box lies inside.
    """
    left, top, right, bottom = pixel_sides(box, picture.shape[:2])
    if right <= left or bottom <= top:
        height, width = picture.shape[:2]
        place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        inside = {"picture_width": width, "picture_height": height}
        raise refusal(PictureError, Message("reason-box-outside", {**place, **inside}))
    return picture[top:bottom, left:right].copy()


def share_inside(box: Box, size: tuple[int, ...]) -> float:
    """Share of a box's area, 0..1, that lies inside a picture of (height, width) pixels."""
    left, top, right, bottom = pixel_sides(box, size)
    area = max(1.0, box.width * box.height)
    return min(1.0, max(0, right - left) * max(0, bottom - top) / area)


def pixel_sides(box: Box, size: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of a box in whole pixels, clipped to the picture."""
    height, width = size
    left, top = max(0, round(box.x)), max(0, round(box.y))
    return left, top, min(width, round(box.x + box.width)), min(height, round(box.y + box.height))


def is_one_colour(picture: NDArray[np.uint8]) -> bool:
    """Whether no channel of a picture `uint8 (h, w, 3)` spans more than `FLAT` values."""
    least, most = picture.min(axis=(0, 1)).astype(int), picture.max(axis=(0, 1)).astype(int)
    return bool((most - least).max() <= FLAT)


def check_shows_something(picture: NDArray[np.uint8]) -> None:
    """Refuse a picture of one colour: a covered lens, an empty frame. It shows nobody.

    Raises:
        PictureError: no channel spans more than `FLAT` values.
    """
    if is_one_colour(picture):
        raise refusal(PictureError, Message("reason-one-colour"))


def _reason(error: Exception) -> Message:
    text = " ".join(str(error).split()) or type(error).__name__
    if "cannot identify image" in text:
        return Message("reason-no-format", {"formats": ", ".join(FORMATS)})
    return Message("reason-not-readable", {"detail": text[:120]})
