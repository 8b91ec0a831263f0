"""HEIC, the format of phones: read where the package of the extra `heic` is installed."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

ENDINGS = frozenset({".heic", ".heif", ".hif"})
"""Endings of its files."""

FORMAT = "HEIF"
"""Pillow's name of it."""

EXTRA = "pip install 'probe-reid[heic]'"
"""What brings the decoder."""


@cache
def is_installed() -> bool:
    """Whether there is a decoder; it is not loaded for that."""
    return find_spec("pillow_heif") is not None


@cache
def bring_decoder() -> None:
    """Let Pillow open HEIC, where the decoder is installed."""
    if is_installed():
        from pillow_heif import register_heif_opener

        register_heif_opener()
