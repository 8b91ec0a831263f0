"""What is installed is imported, and what cannot be used is said."""

import sys
from importlib import metadata

import pytest

from probe.cli import main, packages
from probe.cli.packages import Package, packages_by_extra

ASKED = [
    "numpy>=2.1",
    "nothing-of-the-kind>=1",
    'numpy>=999; extra == "later"',
    'fluent.runtime>=0.4; extra == "words"',
    'probe-reid[words]; extra == "all"',
    'ruff; extra == "test"',
]


@pytest.fixture
def asked(monkeypatch):
    """A package that asks for these; versions are the installed ones."""
    monkeypatch.setattr(packages.metadata, "requires", lambda name: ASKED)


def test_packages_are_told_by_the_extra_that_brings_them(asked):
    found = packages_by_extra()
    assert set(found) == {"", "later", "words"}
    version = metadata.version("numpy")
    assert found[""] == [Package("numpy", version, None), Package("nothing-of-the-kind", "", None)]
    assert found["words"][0].fault is None
    assert found["later"][0].fault.values == {"wanted": ">=999"}


def test_what_cannot_be_used_is_said_and_ends_with_1(asked, monkeypatch, capsys):
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "plain installation: numpy" in printed
    assert "not installed: nothing-of-the-kind" in printed
    assert "probe needs >=999" in printed
    assert "install the packages above again" in printed


def test_a_package_that_does_not_import_is_named(monkeypatch, capsys):
    monkeypatch.setattr(packages.metadata, "requires", lambda name: ["pillow>=1", "pyyaml"])
    monkeypatch.setitem(sys.modules, "yaml", None)
    assert main(["doctor"]) == 1
    printed = capsys.readouterr().out
    assert "`import yaml` fails" in printed
    assert f"pillow {metadata.version('pillow')}" in printed
    monkeypatch.undo()
    monkeypatch.setattr(packages.metadata, "requires", lambda name: ["pillow>=1", "pyyaml"])
    assert main(["doctor"]) == 0
    assert "everything that is installed can be used" in capsys.readouterr().out


@pytest.mark.slow
def test_this_installation_can_be_used(capsys):
    assert main(["doctor"]) == 0
    plain = capsys.readouterr().out.splitlines()[0]
    assert "torch" in plain
    assert "not installed" not in plain
