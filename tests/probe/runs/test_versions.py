"""Versions of what can change a number."""

import platform
from importlib.metadata import version

from probe.runs.versions import PACKAGES, package_versions


def test_versions_are_those_installed():
    versions = package_versions()
    assert versions["python"] == platform.python_version()
    assert versions["numpy"] == version("numpy")
    assert set(versions) <= {"python", *PACKAGES}
