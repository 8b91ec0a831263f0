"""The walls of the architecture, and what importing the package costs."""

import ast
import subprocess
import sys
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

PACKAGES = {
    "probe": Path(str(resources.files("probe"))),
    **{
        name: Path(str(resources.files(f"probe.{name}")))
        for name in ("backbones", "reports", "protocols")
    },
}
ORDER = (
    "errors", "compiling", "cores", "wording", "registries", "contracts", "files", "options",
    "cluster", "stores", "scenes", "transforms", "protocol", "runs", "audit", "pictures", "frames",
    "statistics", "embedding", "retrieval", "backbones", "masking", "matching", "comparison",
    "evidence", "remedies", "conclusions", "study", "reports", "exports", "api", "cli",
)  # fmt: skip
"""The rooms of `probe`, from the ground up: each imports from those below it only."""

NARROWER = {
    "registries": {"errors", "wording"},
    "contracts": {"errors", "wording"},
    "compiling": set(),
    "cores": set(),
    "cluster": {"errors", "wording", "cores", "contracts"},
    "stores": {"errors", "wording", "contracts", "files", "cluster"},
    "scenes": {"errors", "compiling", "cores", "wording", "contracts", "files", "cluster"},
    "transforms": {"errors", "wording", "registries", "files"},
    "wording": {"errors"},
    "runs": {"errors", "contracts", "files", "wording", "protocol"},
    "audit": {"errors", "protocol", "runs"},
    "statistics": {"errors", "compiling", "contracts", "protocol", "wording"},
    "reports": {"errors", "files", "wording", "protocol", "runs"},
    "exports": {"errors", "wording", "files", "protocol", "registries", "reports", "runs"},
    "options": {"errors", "wording", "contracts", "files"},
    "backbones": {"errors", "wording", "registries", "contracts", "files"},
}
"""Rooms that may know less than all that lies below them."""

TRAINING = {
    "errors", "wording", "contracts", "files", "options", "pictures", "scenes", "retrieval",
    "embedding", "frames",
}  # fmt: skip
"""What training may import beside its own."""

DOORS = {"__init__", "__main__"}
"""Modules of `probe` that stand in no room: the front doors."""

HEAVY = {"torch", "torchvision", "timm", "onnxruntime", "insightface", "segment_anything"}


def modules(package):
    """The Python files of a package, each once: the links inside `probe` are not followed."""
    root = PACKAGES[package]
    elsewhere = (
        [PACKAGES[name] for name in PACKAGES if name != "probe"] if package == "probe" else []
    )
    return sorted(
        path
        for path in root.rglob("*.py")
        if "__pycache__" not in path.parts
        and not any(path.is_relative_to(other) for other in elsewhere)
    )


EVERY_MODULE = [(package, path) for package in PACKAGES for path in modules(package)]


def module_name(package, path):
    """`probe.comparison.cells` for probe/comparison/cells.py."""
    inside = path.relative_to(PACKAGES[package]).with_suffix("").parts
    parts = ("probe", *inside) if package == "probe" else ("probe", package, *inside)
    return ".".join(parts).removesuffix(".__init__")


NAMES = {module_name(package, path): path for package, path in EVERY_MODULE}


@cache
def parsed(path):
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def over_modules(rule):
    """What `rule(package, path)` tells of all modules, in one list.

    One test asks it: pytest takes longer for a test than a rule for a module.
    """
    return [told for package, path in EVERY_MODULE for told in rule(package, path)]


def imports(path):
    """Full names of the modules a file imports, anywhere in it, type checking included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in NAMES else node.module


def room(name):
    """`comparison` for probe.comparison.cells; None outside `probe` and for its front doors."""
    parts = name.split(".")
    if parts[0] != "probe" or len(parts) == 1 or parts[1] in DOORS:
        return None
    return parts[1]


def may_import(importer):
    """The rooms a room may import."""
    return NARROWER.get(importer, set(ORDER[: ORDER.index(importer)])) | {importer}


def test_every_room_has_its_place():
    rooms = {room(name) for name in NAMES} - {None, "protocols"}
    assert rooms == set(ORDER)


def through_walls(package, path):
    own = room(module_name(package, path))
    if own in {None, "protocols"}:
        return
    allowed = may_import(own)
    if "_training" in path.parts or path.name == "train.py":
        allowed = allowed | TRAINING
    for name in imports(path):
        top = name.split(".")[0]
        if top in {"backbones", "reports", "protocols"}:
            yield f"{path} imports {name}"
        if own != "backbones" and top in HEAVY:
            yield f"{path} imports {name}: no network framework outside backbones"
        if room(name) is not None and room(name) not in allowed:
            yield f"{path} imports {name}"


def test_rooms_keep_their_walls():
    assert over_modules(through_walls) == []


def names_imported(path):
    """(module, name) of every `from module import name` of a file, and of `import module`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def behind_the_door(package, path):
    from probe import scenes

    if room(module_name(package, path)) == "scenes":
        return
    for module, name in names_imported(path):
        if module.startswith("probe.scenes."):
            yield f"{path} imports {module}"
        if module == "probe.scenes" and name not in scenes.__all__:
            yield f"{path} imports {name} of probe.scenes"


def test_the_renderer_is_entered_by_its_door():
    """Others import what `probe.scenes` declares as its own, and nothing behind it."""
    assert over_modules(behind_the_door) == []


def test_the_door_of_the_renderer_stays_small():
    from probe import scenes

    assert len(scenes.__all__) <= 10
    assert all(hasattr(scenes, name) for name in scenes.__all__)


def circles(graph):
    """Groups of nodes that reach each other (Tarjan), without the single ones."""
    index, low, stack, groups = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph[node]:
            if other not in index:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == index[node]:
            at = stack.index(node)
            group, stack[at:] = stack[at:], []
            if len(group) > 1:
                groups.append(sorted(group))

    for node in graph:
        if node not in index:
            visit(node)
    return groups


@cache
def module_graph():
    """Which module imports which of ours."""
    return {
        name: sorted({other for other in imports(path) if other in NAMES and other != name})
        for name, path in NAMES.items()
    }


def inner_room(name):
    """As `room`, but every folder of `backbones` is a room of its own: `backbones._torch`."""
    parts = name.split(".")
    return ".".join(parts[1 : 3 if parts[1:2] == ["backbones"] else 2]) or name


def room_graph(modules):
    """Which room imports which."""
    graph = {inner_room(name): set() for name in modules}
    for name, others in modules.items():
        graph[inner_room(name)] |= {inner_room(other) for other in others} - {inner_room(name)}
    return {name: sorted(others) for name, others in graph.items()}


def test_no_module_imports_itself_by_a_circle():
    """Functions' imports and those for type checkers count, too."""
    assert circles(module_graph()) == []


def test_the_independent_computation_reaches_nothing_that_computes():
    """Not by way of others, either: what it agrees with, it must not have used."""
    reached, waiting = set(), [name for name in NAMES if room(name) == "audit"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += module_graph()[name]
    rooms = {room(name) for name in reached} - {None}
    assert rooms >= {"audit", "runs"}
    assert not rooms & {
        "statistics", "comparison", "study", "retrieval", "remedies", "conclusions", "embedding",
        "pictures", "evidence", "masking",
    }  # fmt: skip


def test_no_room_imports_itself_by_a_circle():
    """Neither do the folders of `backbones`, one by one."""
    assert circles(room_graph(module_graph())) == []


def test_a_circle_of_rooms_shows_although_its_modules_stand_in_none():
    modules = {
        "probe.backbones.a": ["probe.backbones.b.model"],
        "probe.backbones.b.model": [],
        "probe.backbones.b.train": ["probe.backbones.a"],
    }
    assert circles(modules) == []
    assert circles(room_graph(modules)) == [["backbones.a", "backbones.b"]]


def public_nodes(body):
    """Public functions, classes and methods of a module or class."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_nodes(node.body)


def without_docstring(package, path):
    for node in public_nodes(parsed(path).body):
        if not ast.get_docstring(node):
            yield f"{path}: {node.name}"


def test_every_public_name_says_what_it_is():
    assert over_modules(without_docstring) == []


def test_no_drawers_for_everything():
    drawers = {"utils", "helpers", "common", "misc"}
    assert [path for _, path in EVERY_MODULE if path.stem in drawers] == []


BROKEN = """
import torch
from probe.scenes.shading import lit
from probe.study import steps

def bare(): pass
"""


def test_what_breaks_a_rule_is_named(tmp_path, monkeypatch):
    """A module of `contracts` that breaks them all."""
    (tmp_path / "contracts").mkdir()
    path = tmp_path / "contracts" / "broken.py"
    path.write_text(BROKEN, encoding="utf-8")
    monkeypatch.setitem(PACKAGES, "probe", tmp_path)
    told = [
        list(rule("probe", path)) for rule in (through_walls, behind_the_door, without_docstring)
    ]
    assert told == [
        [
            f"{path} imports torch: no network framework outside backbones",
            f"{path} imports probe.scenes.shading",
            f"{path} imports probe.study.steps",
        ],
        [f"{path} imports probe.scenes.shading"],
        [f"{path}: bare"],
    ]


def loaded_after(code):
    script = f"import sys\n{code}\nprint(' '.join(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


NOT_FOR_HELP = HEAVY | {
    "pandas", "matplotlib", "seaborn", "scipy", "skimage", "pyarrow", "pydantic", "PIL", "numba",
    "statsmodels", "cv2", "jinja2", "typst",
}  # fmt: skip
LIGHT = "import contextlib, io, probe.cli\nwith contextlib.redirect_stdout(io.StringIO()):\n"


@pytest.mark.parametrize(
    "code",
    [
        "import probe",
        "from probe import backbones, protocols, reports",
        "import probe.cli",
    ],
)
def test_importing_loads_nothing_heavy(code):
    assert not loaded_after(code) & (NOT_FOR_HELP | {"fluent"})


@pytest.mark.parametrize("words", [[], ["run", "--help"]])
def test_help_loads_the_words_it_is_said_in_and_nothing_heavy(words):
    code = LIGHT + f"    with contextlib.suppress(SystemExit): probe.cli.main({words})"
    assert not loaded_after(code) & NOT_FOR_HELP


def test_listing_backbones_loads_no_framework():
    assert not loaded_after("import probe.embedding.registry as r; r.cards(); r.prefixes()") & HEAVY


def test_what_the_package_offers():
    import probe

    assert all(hasattr(probe, name) for name in probe.__all__)
