"""The pictures a report holds: small, each kept once."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from probe.errors import RunError
from probe.runs.paths import UNMASKED, picture_file
from probe.runs.reading import Run
from probe.wording import Message, refusal

THUMB = 144
"""Height of a contact-sheet picture in pixels: twice the size it is shown at."""


@dataclass(frozen=True)
class Picture:
    """A picture of the page, kept once.

    Attributes:
        key: its name within the document.
        width, height: in pixels.
        data: WebP bytes.
    """

    key: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, eq=False)
class Album:
    """Collects the pictures of a document; a picture asked for twice is kept once.

    Attributes:
        run: where renditions lie.
        kept: pictures so far, by key.
    """

    run: Run
    kept: dict[str, Picture] = field(default_factory=dict)
    _keys: dict[tuple[str, str, int], str] = field(default_factory=dict)

    def add(self, image_id: str | None, height: int = THUMB, variant: str = UNMASKED) -> str:
        """Key of a picture at most `height` pixels high; empty when it was not kept."""
        if not image_id:
            return ""
        place = (image_id, variant, height)
        if place not in self._keys:
            data = self.run.picture(image_id, variant)
            if data is None:
                return ""
            key = f"p{len(self.kept)}"
            self._keys[place] = key
            try:
                self.kept[key] = _small(key, data, height)
            except OSError:
                raise refusal(
                    RunError,
                    Message("drawn-no-picture"),
                    place=self.run.path / picture_file(image_id, variant),
                    hint=Message("step-copy-or-anew"),
                ) from None
        return self._keys[place]

    def rendition(self, image_id: str | None, variant: str = UNMASKED) -> bytes | None:
        """The bytes of the picture that the run kept, None when it kept none."""
        return self.run.picture(image_id, variant) if image_id else None

    @property
    def holds_any(self) -> bool:
        """Whether the run kept pictures."""
        return bool(self.run.picture_files)

    def put(self, name: str, data: bytes, size: tuple[int, int]) -> str:
        """Key of a picture made for the report, kept once under its name; size: (width, height)."""
        place = (name, "", 0)
        if place not in self._keys:
            key = f"p{len(self.kept)}"
            self._keys[place] = key
            self.kept[key] = Picture(key, *size, data)
        return self._keys[place]


def _small(key: str, data: bytes, height: int) -> Picture:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("WEBP", "PNG")) as image:
        if image.height <= height:
            return Picture(key, image.width, image.height, data)
        width = max(1, round(image.width * height / image.height))
        small = image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        # Below the quality of what is kept: these are shown small, hundreds of them in one file.
        small.save(buffer, "WEBP", quality=70, method=4)
        return Picture(key, width, height, buffer.getvalue())
