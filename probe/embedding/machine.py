"""What of a machine can show in a vector: versions of packages, our own code, the CPU."""

from __future__ import annotations

import hashlib
import platform
from importlib import resources
from pathlib import Path

import numpy as np

from probe.runs.versions import package_versions


def this_machine() -> dict[str, str]:
    """What must be alike on machines whose vectors are to be equal to the last bit, by name."""
    simd = np.show_config(mode="dicts")["SIMD Extensions"]
    return {
        **package_versions(),
        "source of probe": _source(),
        "system": f"{platform.system()} {platform.machine()}",
        "CPU": " ".join([*simd["baseline"], *simd.get("found", ())]),
    }


def _source() -> str:
    """Digest of the modules of this package."""
    root = Path(str(resources.files("probe")))
    digest = hashlib.sha256()
    for folder in (root, root / "backbones"):
        for path in sorted(folder.rglob("*.py")):
            digest.update(str(path.relative_to(root)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
