"""Is everything ready for a tag? Run as `python tools/release.py v0.2.0` before it is pushed.

One version stands in four places: the tag, pyproject.toml, `probe.__version__` and CITATION.cff;
and CHANGELOG.md has an entry for it with a date.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def versions(root: Path = ROOT) -> dict[str, str]:
    """File -> the version that stands in it."""
    package = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    module = (root / "probe" / "__init__.py").read_text("utf-8")
    citation = (root / "CITATION.cff").read_text("utf-8")
    return {
        "pyproject.toml": str(package["project"]["version"]),
        "probe/__init__.py": _first(r'^__version__ = "([^"]+)"', module),
        "CITATION.cff": _first(r"^version: (\S+)", citation),
    }


def faults(tag: str, root: Path = ROOT) -> list[str]:
    """What keeps a tag from being a release; empty where nothing does."""
    version = tag.removeprefix("v")
    told = [
        f"{file} says {found}, the tag {version}"
        for file, found in versions(root).items()
        if found != version
    ]
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    if not re.search(rf"(?m)^## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)$", changelog):
        told.append(f"CHANGELOG.md has no entry '## {version} (YYYY-MM-DD)'")
    return told


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else "nothing"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python tools/release.py vX.Y.Z")
    if problems := faults(sys.argv[1]):
        sys.exit("\n".join(problems))
    print(f"{sys.argv[1]} can be released")
