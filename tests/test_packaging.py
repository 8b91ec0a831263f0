"""The archives: every file of the package once, below `probe`, and nothing else importable."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = [pytest.mark.checkout, pytest.mark.slow]


def build(source, out, *kinds):
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", out, source],
        check=True, capture_output=True,
    )  # fmt: skip
    (archive,) = out.iterdir()
    return archive


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The wheel built from the checkout, the source archive, and the wheel built from that."""
    folder = tmp_path_factory.mktemp("archives")
    wheel = build(ROOT, folder / "wheel", "--wheel")
    source = build(ROOT, folder / "source", "--sdist")
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.glob("probe_reid-*/")
    return wheel, source, build(unpacked, folder / "again", "--wheel"), unpacked


def files_of(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "probe", "backbones", "reports", "protocols"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    links = {"probe/backbones", "probe/reports", "probe/protocols"}
    names = set(listed.stdout.splitlines()) - links
    return {name if name.startswith("probe/") else f"probe/{name}" for name in names}


def test_a_wheel_holds_every_file_once(archives):
    names = files_of(archives[0])
    assert len(names) == len(set(names))
    packed = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
    assert {name.split("/")[0] for name in packed} == {"probe"}
    assert tracked() <= packed


def test_the_wheel_from_the_source_archive_is_the_same(archives):
    assert files_of(archives[0]) == files_of(archives[2])


def test_the_source_archive_has_real_files_only(archives):
    with tarfile.open(archives[1]) as archive:
        assert all(member.isfile() or member.isdir() for member in archive.getmembers())
        names = [member.name.partition("/")[2] for member in archive.getmembers()]
    assert len(names) == len(set(names))
    assert {"probe/backbones/__init__.py", "tests/conftest.py", "pyproject.toml"} <= set(names)
    assert not {name for name in names if name.split("/")[0] in {"backbones", "reports"}}


def test_a_checkout_without_links_is_not_packed(archives, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(archives[3], broken)
    shutil.rmtree(broken / "probe" / "backbones")
    (broken / "probe" / "backbones").write_text("../backbones", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", broken],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "git config core.symlinks true" in done.stdout + done.stderr
