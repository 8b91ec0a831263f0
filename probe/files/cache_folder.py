"""Where everything that can be made again is kept between runs."""

from __future__ import annotations

from pathlib import Path


def default_cache_folder() -> Path:
    """The platform's cache folder for this package (`PROBE_CACHE` overrides it)."""
    import os

    from platformdirs import user_cache_path

    given = os.environ.get("PROBE_CACHE")
    return Path(given) if given else user_cache_path("probe-reid")
