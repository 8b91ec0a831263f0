"""Where what can be made again is kept."""

from pathlib import Path

from probe.files.cache_folder import default_cache_folder, empty_cache, kept_files


def test_the_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("PROBE_CACHE", str(tmp_path))
    assert default_cache_folder() == tmp_path


def test_without_it_the_platform_does(monkeypatch, tmp_path):
    monkeypatch.delenv("PROBE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = default_cache_folder()
    assert folder.name == "probe-reid"
    assert isinstance(folder, Path)


def made(folder):
    names = [
        "vectors.sqlite", "vectors.sqlite-wal", f"scenes/ab/{'ab' * 32}.png",
        f"scenes/ab/{'ab' * 32}.npz", f"graphs/{'0' * 32}.onnx",
        f"tried/{'0' * 64}", f"renditions/00/{'0' * 64}.webp", f"models/{'0' * 64}.json",
    ]  # fmt: skip
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return {folder / name for name in names}


def test_a_cache_alone_is_emptied_whole(tmp_path):
    folder = tmp_path / "cache"
    files = made(folder)
    assert set(kept_files(folder)) == files
    assert empty_cache(folder) == (len(files), ())
    assert not folder.exists()


def test_files_with_other_names_and_behind_links_stay(tmp_path):
    folder, elsewhere = tmp_path / "cache", tmp_path / "elsewhere"
    outside = made(elsewhere)
    folder.mkdir()
    for name in ("vectors.sqlite", "scenes", "graphs", "tried", "renditions", "models"):
        (folder / name).symlink_to(elsewhere / name)
    (folder / "vectors.sqlite.backup").write_bytes(b"mine")
    assert not list(kept_files(folder))
    assert empty_cache(folder).files == 0
    assert all(path.is_file() for path in outside)
    assert len(list(folder.iterdir())) == 7


def test_a_folder_that_is_not_there_has_nothing_to_delete(tmp_path):
    assert empty_cache(tmp_path / "none") == (0, ())
