"""`import probe` where the user has folders and files of the names that ours have.

insightface's arcface_torch has a `backbones` package; many have a `reports.py`. Ours are
`probe.backbones`, `probe.reports` and `probe.protocols`, in a checkout and in the wheel alike.
"""

import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

import probe

SCRIPT = """\
import backbones
import protocols
import reports
import probe

assert backbones.WHOSE == reports.WHOSE == protocols.WHOSE == "the user's"
run = probe.run("turn.yaml", "stripes", photos="photos", fmr=0.05)
print(run.backbones, run.report("report.json"))
run.heatmap("stripes").savefig("heatmap.png")
shipped = probe.run("orientation", "stripes", subjects=2)
print(shipped.manifest.protocols[0].name)
"""

TYPED = """\
import probe

probe.run("turn.yaml", "stripes", device="cpu").matrix("stripes").mean()
probe.run("turn.yaml", devise="cpu")
probe.run("turn.yaml", engine="tf")
probe.open_run("r").reprot()
"""


@pytest.fixture
def their_folder(tmp_path, photos, protocol_file, monkeypatch):
    """A folder with modules of our names, which say whose they are."""
    for name in ("backbones/__init__.py", "protocols/__init__.py", "reports.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('WHOSE = "the user\'s"\n', encoding="utf-8")
    return tmp_path


def ran(folder, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_users_script_gets_ours_and_keeps_theirs(their_folder):
    (their_folder / "script.py").write_text(SCRIPT, encoding="utf-8")
    code, said = ran(their_folder, "script.py")
    assert code == 0, said
    assert "['stripes'] {'json': PosixPath('report.json')}\norientation\n" in said


def test_the_command_works_there(their_folder):
    code, said = ran(their_folder, "-m", "probe", "backbones", "stripes")
    assert code == 0, said
    assert "architecture" in said
    code, said = ran(their_folder, "-m", "probe", "validate", "orientation")
    assert code == 0, said


@pytest.mark.slow
def test_a_users_type_checker_sees_our_types(their_folder):
    (their_folder / "typed.py").write_text(TYPED, encoding="utf-8")
    code, said = ran(their_folder, "-m", "mypy", "typed.py")
    assert code == 1
    lines = [line for line in said.splitlines() if ": error:" in line]
    assert [line.split(":")[1] for line in lines] == ["4", "5", "6"], said
    assert 'did you mean "device"?' in lines[0]


def test_what_ships_beside_the_code_is_there():
    ours = resources.files("probe")
    for name in (
        "py.typed", "wording/en.ftl", "wording/ja.ftl", "protocols/orientation.yaml",
        "backbones/__init__.py",
        "backbones/arcface/weights/arcface.demo.safetensors", "backbones/moco/recipes",
        "reports/__init__.py",
    ):  # fmt: skip
        assert (ours / name).is_file() or (ours / name).is_dir(), name


@pytest.mark.checkout
def test_a_checkout_without_links_works_all_the_same(tmp_path):
    """On Windows without developer mode git writes a text file where a link should be."""
    root = Path(probe.__file__).parents[1]
    checkout = tmp_path / "checkout"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "probe", checkout / "probe", symlinks=True, ignore=ignored)
    for name in ("backbones", "reports", "protocols"):
        assert (checkout / "probe" / name).is_symlink()
        (checkout / "probe" / name).unlink()
        (checkout / "probe" / name).write_text(f"../{name}", encoding="utf-8")
        shutil.copytree(root / name, checkout / name, ignore=ignored)
    code, said = ran(
        checkout, "-c",
        "import probe, probe.reports, probe.cli as cli; print(probe.__file__);"
        "cli.main(['validate', 'orientation']); cli.main(['backbones', 'stripes'])",
    )  # fmt: skip
    assert code == 0, said
    assert str(checkout) in said
    assert "architecture" in said
