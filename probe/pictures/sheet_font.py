"""A font that can write the names of conditions: people name them in any script."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

PREFERRED = ("dejavusans.ttf", "notosanscjk", "notosans", "sourcehansans", "ipa", "wqy", "hiragino")
"""Beginnings of file names, in small letters, of fonts to be asked first; then all others."""


@lru_cache(maxsize=64)
def font_file(text: str) -> tuple[Path, str]:
    """The font of this machine that has most of the characters of a text.

    Returns:
        Its file, and the characters that it lacks, in order; empty where it has all of them.
    """
    wanted = sorted({character for character in text if not character.isspace()})
    best: tuple[Path, str] | None = None
    for path in _fonts():
        lacking = _lacking(path, wanted)
        if lacking is not None and (best is None or len(lacking) < len(best[1])):
            best = path, lacking
            if not lacking:
                break
    assert best is not None  # matplotlib brings DejaVu Sans
    return best


def sheet_font(text: str, size: int) -> ImageFont.FreeTypeFont:
    """The font for a text, `size` pixels high."""
    from PIL import ImageFont

    return ImageFont.truetype(str(font_file(text)[0]), size)


@lru_cache(maxsize=1)
def _fonts() -> tuple[Path, ...]:
    """Font files of this machine, the preferred ones first."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import findSystemFonts

    own = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    found = sorted(Path(name) for name in findSystemFonts())
    return (own, *sorted(found, key=_rank))


def _rank(path: Path) -> int:
    name = path.name.lower()
    return next((k for k, start in enumerate(PREFERRED) if name.startswith(start)), len(PREFERRED))


def _lacking(path: Path, characters: list[str]) -> str | None:
    """The characters that a font lacks; None where it cannot be read."""
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(str(path))
    except (OSError, RuntimeError):
        return None
    return "".join(c for c in characters if not font.get_char_index(ord(c)))
