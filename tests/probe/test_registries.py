"""Plug-ins by name: shipped ones by being there, third parties by entry point."""

import importlib
import sys
from pathlib import Path

import pytest

from probe.errors import MaskError, ProbeError
from probe.registries import Registry

GROUP = "probe.test_fruits"


PLUGIN = "from {here} import Fruit\nspec = Fruit({name!r})\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package `orchard` with two plug-ins, a private module and a folder."""
    root = tmp_path / "orchard"
    (root / "quince").mkdir(parents=True)
    (root / "__init__.py").write_text("")
    for path in ("green_apple.py", "quince/__init__.py"):
        (root / path).write_text(PLUGIN.format(here="fruit_type", name=path))
    (root / "_knife.py").write_text("raise RuntimeError('never imported')")
    (tmp_path / "fruit_type.py").write_text("class Fruit(str): ...\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [n for n in sys.modules if n.split(".")[0] in {"orchard", "fruit_type", "theirs"}]:
        sys.modules.pop(name)


def fruits(package, **changes):
    kind = importlib.import_module("fruit_type").Fruit
    given = {"packages": ("orchard",), "error": MaskError, **changes}
    return Registry("fruit", kind, GROUP, **given)


def install(folder: Path, name: str, **entries: str):
    """A distribution with entry points in the tests' group."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [f"{entry} = {place}" for entry, place in entries.items()]
    (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]))


def test_shipped_plugins_are_found_by_being_there_and_imported_when_asked_for(package):
    registry = fruits(package)
    assert registry.names() == ["green_apple", "quince"]
    assert "orchard.green_apple" not in sys.modules
    assert registry.get("green_apple") == "green_apple.py"
    assert "orchard.quince" not in sys.modules
    assert list(registry.all()) == ["green_apple", "quince"]


def test_names_may_be_spelled_with_dashes_and_folders_chosen(package):
    assert fruits(package, separator="-").names() == ["green-apple", "quince"]
    assert fruits(package, folders_only=True).names() == ["quince"]


def test_third_parties_register_by_entry_point(package):
    (package / "theirs.py").write_text(PLUGIN.format(here="fruit_type", name="medlar"))
    install(package, "theirs", medlar="theirs:spec")
    registry = fruits(package)
    assert registry.names() == ["green_apple", "medlar", "quince"]
    assert "theirs" not in sys.modules
    assert registry.get("medlar") == "medlar"


def test_a_name_taken_twice_is_refused_with_both_places(package):
    install(package, "theirs", quince="elsewhere:spec")
    with pytest.raises(MaskError) as error:
        fruits(package).get("green_apple")
    assert "two fruits are named 'quince'" in error.value.message
    assert "orchard.quince:spec and elsewhere:spec" in error.value.message


def test_an_entry_point_seen_twice_is_one_plugin(package):
    """An editable install beside a wheel of the same package lists its entry points twice."""
    install(package, "theirs", medlar="theirs:spec")
    install(package, "theirs_again", medlar="theirs:spec")
    assert "medlar" in fruits(package).names()


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("medlar", "spec = 3", "spec is of type int, a fruit is a Fruit"),
        ("medlar", "1 / 0", r"cannot be imported \(ZeroDivisionError"),
        ("medlar", "other = 3", r"cannot be imported \(AttributeError"),
        ("quinze", "", r"there is no fruit 'quinze'\n  did you mean 'quince'"),
    ],
)
def test_what_cannot_be_used_is_said(package, name, code, message):
    (package / "theirs.py").write_text(code)
    install(package, "theirs", medlar="theirs:spec")
    with pytest.raises(MaskError, match=message):
        fruits(package).get(name)


def test_a_broken_third_party_hides_nobody_else(package):
    install(package, "theirs", medlar="no.such.module:spec")
    assert fruits(package).get("quince") == "quince/__init__.py"


def test_an_error_of_ours_passes_through(package):
    (package / "theirs.py").write_text(
        "from probe.errors import ProbeError\nraise ProbeError('install OpenCV')"
    )
    with pytest.raises(ProbeError, match="install OpenCV"):
        fruits(package).imported("theirs:spec")


def test_ones_own_place_is_checked_like_a_registered_one(package):
    with pytest.raises(MaskError, match="json:loads: loads is of type function"):
        fruits(package).imported("json:loads")


def test_the_current_folder_counts_for_ones_own_place_and_comes_last(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p not in {"", str(tmp_path)}])
    monkeypatch.chdir(tmp_path)
    things = Registry(noun="thing", kind=str, group="no.such.group", error=MaskError)
    (tmp_path / "mine_here.py").write_text("spec = 3")
    (tmp_path / "json.py").write_text("spec = 3")
    with pytest.raises(MaskError, match="looked for among what is installed and in the"):
        things.imported("mine_here:spec")
    with pytest.raises(MaskError, match="spec is of type int"):
        things.imported_from_here("mine_here:spec")
    with pytest.raises(MaskError, match="has no attribute 'spec'"):
        things.imported_from_here("json:spec")
    sys.modules.pop("mine_here")
