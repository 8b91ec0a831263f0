"""Versions of this package and of those that can change a number."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    "probe-reid",
    "numpy",
    "scipy",
    "torch",
    "torchvision",
    "timm",
    "onnxruntime",
    "insightface",
    "segment-anything",
    "pillow",
    "numba",
    "pandas",
    "statsmodels",
)


def package_versions() -> dict[str, str]:
    """Package -> installed version, and Python's; packages that are not there are left out."""
    versions = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return versions
