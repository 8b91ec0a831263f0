"""The walls of the architecture, and what importing the package costs."""

import ast
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

PACKAGES = {
    name: Path(str(resources.files(name)))
    for name in ("probe", "backbones", "reports", "protocols")
}
BASE = {"errors", "yamlfile", "atomic", "naming", "wording", "factor", "stored"}
RECORDS = BASE | {"protocol", "contracts", "manifest"}
SOURCES = {
    "images", "pictures", "photos", "photo_pattern", "photo_tables", "proposal", "renditions",
    "scenes", "scene_source", "registry", "masking", "contact_sheet", "versions", "fetching",
    "cache",
}  # fmt: skip
ARRAYS = {
    "embedding", "comparison", "calibration", "retrieval", "attention", "findings", "tails",
    "interaction",
}  # fmt: skip
MAY_IMPORT = {
    **dict.fromkeys(BASE, BASE),
    **dict.fromkeys({"protocol", "contracts", "manifest"}, RECORDS),
    **dict.fromkeys(SOURCES, RECORDS | SOURCES),
    **dict.fromkeys(ARRAYS, RECORDS | SOURCES | ARRAYS | {"store"}),
    "cache": BASE,
    "store": RECORDS,
}
HEAVY = {"torch", "torchvision", "timm", "onnxruntime", "insightface", "segment_anything"}


def modules(package):
    root = PACKAGES[package]
    return sorted(path for path in root.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path, *, everywhere=True):
    """Full names a module imports; with `everywhere` False only those at its top level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if everywhere else iter(tree.body)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def part(path):
    """The first name below the package: `comparison` for probe/comparison/cells.py."""
    relative = path.relative_to(PACKAGES["probe"])
    return relative.parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules("probe"), ids=str)
def test_probe_keeps_its_walls(path):
    allowed = MAY_IMPORT.get(part(path))
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in HEAVY, f"{path} imports {name}: no network framework in probe/"
        if allowed is not None:
            assert top != "reports", f"{path} imports {name}"
            if top == "probe" and name != "probe":
                assert name.split(".")[1] in allowed | {part(path)}, f"{path} imports {name}"


@pytest.mark.parametrize("path", modules("reports"), ids=str)
def test_reports_draw_what_is_stored(path):
    allowed = {"store", "manifest", "protocol", "factor", "errors", "atomic", "naming", "wording"}
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in HEAVY | {"backbones"}, f"{path} imports {name}"
        if top == "probe" and name != "probe":
            assert name.split(".")[1] in allowed, f"{path} imports {name}"


@pytest.mark.parametrize("path", modules("backbones"), ids=str)
def test_backbones_stand_alone(path):
    training = "_training" in path.parts or path.name == "train.py"
    allowed = {"errors", "contracts"}
    if training:
        allowed |= {
            "yamlfile", "atomic", "images", "pictures", "scenes", "retrieval", "naming",
            "registry", "embedding",
        }  # fmt: skip
    for name in imports(path):
        if name.split(".")[0] == "probe" and name != "probe":
            assert name.split(".")[1] in allowed, f"{path} imports {name}"


@pytest.mark.parametrize("path", [p for n in PACKAGES for p in modules(n)], ids=str)
def test_no_drawers_for_everything(path):
    assert path.stem not in {"utils", "helpers", "common", "misc"}


def loaded_after(code):
    script = f"import sys\n{code}\nprint(' '.join(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


LIGHT = "import contextlib, io, probe.cli\nwith contextlib.redirect_stdout(io.StringIO()):\n"


@pytest.mark.parametrize(
    "code",
    [
        "import probe",
        "import backbones, reports, protocols",
        LIGHT + "    probe.cli.main([])",
        LIGHT + "    with contextlib.suppress(SystemExit): probe.cli.main(['run', '--help'])",
    ],
)
def test_importing_and_helping_load_nothing_heavy(code):
    heavy = HEAVY | {
        "pandas", "matplotlib", "seaborn", "scipy", "skimage", "pyarrow", "pydantic", "PIL",
        "numba", "statsmodels", "cv2", "jinja2", "typst",
    }  # fmt: skip
    assert not loaded_after(code) & heavy


def test_listing_backbones_loads_no_framework():
    assert not loaded_after("import probe.registry as r; r.cards(); r.prefixes()") & HEAVY


def test_what_the_package_offers():
    import probe

    assert probe.__all__ == ["StudyRun", "__version__", "open_run", "run"]
    assert all(hasattr(probe, name) for name in probe.__all__)
