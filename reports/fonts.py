"""The fonts of PDFs: Latin ones come along, other scripts from a package or the machine.

Matplotlib, `matplotlib-fontja` (extra `japanese`) and `mplfonts` (extra `chinese`) bring fonts:
they are looked up, never imported, for a page in Latin letters needs none of their code.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FIRST_CJK = "\u2e80"
"""From here on characters need fonts that neither typst nor Matplotlib carries."""

PACKAGES = ("matplotlib_fontja", "mplfonts")
"""Packages whose folder `fonts` holds fonts for Japanese, and for Japanese and Chinese."""

LATIN = ("Libertinus Serif", "DejaVu Sans")

JAPANESE = (
    "Noto Serif CJK JP", "Noto Sans CJK JP", "IPAexMincho", "IPAexGothic", "Hiragino Mincho ProN",
    "Yu Mincho", "Noto Serif CJK SC",
)  # fmt: skip

CHINESE = (
    "Noto Serif CJK SC", "Noto Sans CJK SC", "Source Han Serif SC", "Songti SC", "SimSun",
    "Noto Serif CJK JP",
)  # fmt: skip


def families(language: str) -> list[str]:
    """Families of fonts in the order in which characters are looked for.

    The same character is drawn otherwise in Japanese and in Chinese: the language decides.
    """
    further = (*CHINESE, *JAPANESE) if language == "zh" else (*JAPANESE, *CHINESE)
    return list(dict.fromkeys((*LATIN, *further)))


def font_folders() -> list[Path]:
    """Folders of the fonts that packages bring; Matplotlib's DejaVu always."""
    folders = [place / "mpl-data" / "fonts" / "ttf" for place in _places("matplotlib")]
    folders += [place / "fonts" for name in PACKAGES for place in _places(name)]
    return [folder for folder in folders if folder.is_dir()]


def _places(name: str) -> list[Path]:
    """The folders of a package, found without importing it."""
    found = find_spec(name)
    places = found.submodule_search_locations if found is not None else None
    return [Path(place) for place in places or ()]


def needs_other_fonts(text: str) -> bool:
    """Whether a text has characters that the fonts which always come along lack."""
    return any(character >= FIRST_CJK for character in text)


def missing_characters(text: str) -> str:
    """The Chinese, Japanese and Korean characters of a text that no font here has, in order."""
    wanted = frozenset(character for character in text if character >= FIRST_CJK)
    for path in _font_files() if wanted else ():
        if not wanted:
            break
        wanted -= _characters(path)
    return "".join(sorted(wanted))


def _font_files() -> Sequence[Path]:
    """The fonts of packages, then those of the machine; not Matplotlib's font of boxes."""
    from matplotlib.font_manager import findSystemFonts

    own = [path for folder in font_folders() for path in sorted(folder.iterdir())]
    machine = sorted(Path(name) for name in findSystemFonts())
    fonts = [path for path in (*own, *machine) if path.suffix.lower() in (".ttf", ".otf", ".ttc")]
    return [path for path in fonts if not path.name.startswith("LastResort")]


@cache
def _characters(path: Path) -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    try:
        return frozenset(map(chr, FT2Font(str(path)).get_charmap()))
    except (OSError, RuntimeError):
        return frozenset()
