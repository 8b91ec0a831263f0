"""Consoles of other encodings than UTF-8: letters that they lack are spelt in those they have."""

from __future__ import annotations

import codecs
import io
import sys

SPELT = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2013": "-", "\u2014": "-",
    "\u00b7": "-", "\u30fb": "-", "\u301c": "~", "\u00d7": "x", "\u2264": "<=", "\u2265": ">=",
    "\u2026": "...", "\u2192": "->", "\u2190": "<-", "\u2018": "'", "\u2019": "'", "\u201c": '"',
    "\u201d": '"', "\u00b5": "u", "\u00b2": "2", "\u2080": "0", "\u2081": "1",
}  # fmt: skip
"""Letters of our own sentences and numbers -> what stands for them where they are lacking. The
encodings of Japanese and Chinese consoles have no no-break space, which stands before every unit.
"""

PYTHONS_OWN = ("strict", "backslashreplace", "surrogateescape")
"""What Python does of itself on a stream, the last in the locale C; anything else was asked for."""

ERRORS = "probe.spelt"
"""Name of what encodes them, among Python's error handlers."""


def spell_out() -> None:
    """Letters that the console's encoding lacks are spelt; they end no command."""
    codecs.register_error(ERRORS, _spelt)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in PYTHONS_OWN:
            stream.reconfigure(errors=ERRORS)


def _spelt(error: UnicodeError) -> tuple[str, int]:
    """What stands for the letters that cannot be encoded; those of other people as numbers."""
    assert isinstance(error, UnicodeEncodeError)
    letters = error.object[error.start : error.end]
    parts = (
        SPELT.get(letter) or letter.encode("ascii", "backslashreplace").decode("ascii")
        for letter in letters
    )
    return "".join(parts), error.end
