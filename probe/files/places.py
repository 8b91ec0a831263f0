"""Whether something lies at a path, for text that may be no path at all.

`Path.is_file` raises where a name is longer than the system allows, or a link goes in circles; text
from a command line or a file is then just not the name of a file.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_file(given: str | Path) -> bool:
    """Whether there is a file; False for text that cannot be a path."""
    return os.path.isfile(given)  # noqa: PTH113 - see the module


def is_folder(given: str | Path) -> bool:
    """Whether there is a folder; False for text that cannot be a path."""
    return os.path.isdir(given)  # noqa: PTH112 - see the module


def is_there(given: str | Path) -> bool:
    """Whether there is a file or a folder; False for text that cannot be a path."""
    return os.path.exists(given)  # noqa: PTH110 - see the module
