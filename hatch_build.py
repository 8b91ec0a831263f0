"""Refuses to build an archive from a checkout whose links did not become links."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LINKS = ("backbones", "protocols", "reports")


class LinksHook(BuildHookInterface[Any]):
    """Looks at the links in `probe` before anything is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Refuse broken links; an editable install needs none (see `probe/__init__.py`)."""
        if version == "editable":
            return
        for name in LINKS:
            if not Path(self.root, "probe", name).is_dir():
                raise RuntimeError(
                    f"probe/{name} is no folder: this checkout was made without symbolic links. "
                    "Turn them on and check out again: git config core.symlinks true && "
                    "git checkout -- probe (on Windows, developer mode must be on)"
                )
