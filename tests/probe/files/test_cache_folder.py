"""Where what can be made again is kept."""

from pathlib import Path

from probe.files.cache_folder import default_cache_folder


def test_the_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("PROBE_CACHE", str(tmp_path))
    assert default_cache_folder() == tmp_path


def test_without_it_the_platform_does(monkeypatch, tmp_path):
    monkeypatch.delenv("PROBE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = default_cache_folder()
    assert folder.name == "probe-reid"
    assert isinstance(folder, Path)
