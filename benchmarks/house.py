"""Counts the house: rooms, arrows, circles, lengths, names, and how often a reader climbs.

    python house.py ROOT [--list]
    python house.py ROOT --walk -- run protocols/orientation.yaml --subjects 2 --backbone stripes \
        --out FOLDER --no-report

ROOT is a checkout. Its folders `probe`, `backbones` and `reports` are counted, whether the last two
are packages of their own or links inside `probe`; a file counts once, under the folder where it
really lies. Standard library only; `--walk` needs a Python that can run what is in the checkout.

Terms

module: a file. Its name is its import name, with `probe.backbones` and `probe.reports` written
    `backbones` and `reports`, so that both layouts give the same names.
room: the first name below `probe` (a package or a single module); below `backbones` the first name
    too (`backbones._torch`); `reports` is one room, `probe/__init__` and `probe/__main__` are two.
arrow: a module names another one in an import, at the top, in a function or under TYPE_CHECKING.
    `from package import name` points to the module `package.name` if there is one, else to the
    package. Imports by computed name (`importlib`) are not seen.
circle: a strongly connected component of more than one module or room. A package that passes on
    names of its own modules is in no circle with them unless one of them imports the package.
higher: module or room B stands higher than A if B reaches A along arrows and A does not reach B.

floor: how many arrows the longest way down from a room (or module) has; a circle is one step. What
    imports nothing of the house lies on floor 0.

Walk: a command runs in a process of its own under `sys.setprofile`; the main thread is recorded,
from an empty cache (PROBE_CACHE in a temporary folder) and with PYTHONHASHSEED=0, so that the same
tree gives the same walk. What runs while something is imported is left out, the `__getattr__` of a
module too. The caller of a function is the nearest function of the house below it on the stack: a
library between them is passed over. A first call is the first one from one room (or module) into
another one; the walk is the list of first calls in order, which is what a reader sees who follows
the request and goes no way twice.

stay: an entry of the walk: the room called into, with the start as the first one.
climb: a stay on a higher floor than the stay before, in order of reading. Returns of calls are no
    stays, so it counts how often the next thing to read stands further up than what was just read.
    Beside it the climbs into a room that imports the one before, directly or not: their number does
    not depend on floors, which shift when rooms far away change.
call up: a first call into a room that stands higher than the caller's. The callee cannot have been
    imported then, it was handed down: a call up to a closure, to a generator or to a method of an
    object is listed as a callback, one to a function or a class as a call up.
call in a circle: a first call between two rooms of one circle: neither of them stands higher.
going back: a first call into a room that is still open (a function of it waits on the stack for
    this call to end). It needs no order of imports, and so sees what circles hide; callbacks into
    rooms that the caller's does not import are listed apart.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import io
import json
import os
import re
import runpy
import statistics
import subprocess
import sys
import tempfile
import tokenize
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import CodeType, FrameType
from typing import NamedTuple

FOLDERS = ("probe", "backbones", "reports")
VAGUE = ("found", "told", "each", "own", "known", "mend", "climb")
MODEL_WORDS = re.compile(
    r"(?i)model|network|module$|backbone|embedder|segmenter|masker|predictor|scorer|^net$|origin"
)
"""Last names of expressions that stand for a network, a masker, or where a picture comes from."""

Graph = dict[str, set[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


# ------------------------------------------------------------- what is there


@dataclass(frozen=True)
class Module:
    """A file of the house.

    Attributes:
        name: import name (see above); a package is the module of its `__init__`.
        folder: `probe`, `backbones` or `reports`.
        path: where it lies, links resolved.
        place: its path below the checkout, as printed.
        text: what stands in it.
    """

    name: str
    folder: str
    path: Path
    place: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, str(self.path))

    @property
    def is_package(self) -> bool:
        """Whether it is the `__init__` of a package."""
        return self.path.name == "__init__.py"

    @property
    def is_public(self) -> bool:
        """Whether no part of its name starts with an underscore."""
        return not any(part.startswith("_") for part in self.name.split("."))


def modules_of(root: Path) -> dict[str, Module]:
    """Every module of the house by name; links are followed, but no file is read twice."""
    found: dict[str, Module] = {}
    for folder in FOLDERS:
        for place in (root / folder, root / "probe" / folder):
            if place.is_dir():
                for module in _below(place.resolve(), folder):
                    found.setdefault(module.name, module)
    return dict(sorted(found.items()))


def _below(top: Path, folder: str) -> Iterator[Module]:
    """The modules below a folder, without those of another folder that lies inside."""
    others = {top / name for name in FOLDERS} if folder == "probe" else set()
    for path in sorted(top.rglob("*.py")):
        if others.isdisjoint(path.parents) and "__pycache__" not in path.parts:
            place = Path(folder) / path.relative_to(top)
            parts = place.parent.parts if path.stem == "__init__" else place.with_suffix("").parts
            text = path.read_text("utf-8")
            yield Module(".".join(parts), folder, path, place.as_posix(), text)


def room_of(module: str) -> str:
    """The room a module belongs to."""
    parts = module.split(".")
    if parts[0] == "probe":
        return parts[1] if len(parts) > 1 else "probe"
    return ".".join(parts[:2]) if parts[0] == "backbones" else parts[0]


# -------------------------------------------------------- arrows and circles


class Arrow(NamedTuple):
    """An import: who imports whom, and where it stands (`top`, `function` or `types`)."""

    source: str
    target: str
    where: str


def arrows_of(modules: Mapping[str, Module]) -> set[Arrow]:
    """Every import of one module of the house by another."""
    return {
        Arrow(module.name, target, where)
        for module in modules.values()
        for node, where in _imports(module.tree, "top")
        for target in _targets(node, module, modules)
        if target != module.name
    }


def _imports(node: ast.AST, where: str) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every import statement below a node, and where it stands."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, where
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for part in child.body:
                yield from _imports(ast.Module([part], []), "types")
            for part in child.orelse:
                yield from _imports(ast.Module([part], []), where)
        elif isinstance(child, Function | ast.Lambda):
            yield from _imports(child, "function")
        else:
            yield from _imports(child, where)


def _targets(
    node: ast.Import | ast.ImportFrom, module: Module, modules: Mapping[str, Module]
) -> Iterator[str]:
    """The modules of the house that an import statement names."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield from _longest(_plain(alias.name), modules)
        return
    base = _base(node, module)
    for alias in node.names:
        inner = _plain(f"{base}.{alias.name}")
        yield from [inner] if inner in modules else _longest(_plain(base), modules)


def _base(node: ast.ImportFrom, module: Module) -> str:
    """What is imported from, relative imports made absolute."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = node.level - 1 if module.is_package else node.level
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])


def _plain(name: str) -> str:
    """`probe.reports.html` as `reports.html`."""
    first, _, rest = name.partition(".")
    return rest if first == "probe" and rest.split(".")[0] in FOLDERS[1:] else name


def _longest(name: str, modules: Mapping[str, Module]) -> list[str]:
    """The module a dotted name leads to: itself, or the nearest above it that is there."""
    parts = name.split(".")
    names = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return [one for one in names if one in modules][:1]


def graph_of(pairs: Iterable[tuple[str, str]], nodes: Iterable[str]) -> Graph:
    """Pairs as a graph, without loops."""
    graph: Graph = {node: set() for node in nodes}
    for source, target in pairs:
        if source != target:
            graph[source].add(target)
    return graph


def circles_of(graph: Graph) -> list[list[str]]:
    """Strongly connected components of more than one node, the largest first."""
    reach = {node: reached(graph, node) for node in graph}
    seen: set[str] = set()
    circles = []
    for node in sorted(graph):
        if node not in seen:
            circle = sorted({node} | {other for other in reach[node] if node in reach[other]})
            seen.update(circle)
            circles.append(circle)
    return sorted((c for c in circles if len(c) > 1), key=lambda c: (-len(c), c))


def floors_of(graph: Graph) -> dict[str, int]:
    """The length of the longest way down from every node; a circle is one step."""
    home = {node: node for node in graph}
    home.update({node: circle[0] for circle in circles_of(graph) for node in circle})
    below: Graph = {node: set() for node in home.values()}
    for node, targets in graph.items():
        below[home[node]] |= {home[target] for target in targets} - {home[node]}
    floors: dict[str, int] = {}
    while len(floors) < len(below):
        for node, targets in below.items():
            if node not in floors and targets <= floors.keys():
                floors[node] = 1 + max((floors[target] for target in targets), default=-1)
    return {node: floors[home[node]] for node in graph}


def reached(graph: Graph, start: str) -> set[str]:
    """Every node that arrows lead to from a node, itself only if a circle leads back."""
    seen: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += graph[node]
    return seen


# --------------------------------------------------------------- what is read


class Length(NamedTuple):
    """A function and how many lines it has, from `def` to its end."""

    lines: int
    place: str


def lengths_of(module: Module) -> list[Length]:
    """Every function of a module, nested ones too."""
    return [
        Length(_end(node) - node.lineno + 1, f"{module.place}:{node.lineno} {name}")
        for node, name in _functions(module.tree, "")
    ]


def _functions(node: ast.AST, above: str) -> Iterator[tuple[Function, str]]:
    for child in ast.iter_child_nodes(node):
        name = above
        if isinstance(child, Function | ast.ClassDef):
            name = f"{above}.{child.name}" if above else child.name
        if isinstance(child, Function):
            yield child, name
        yield from _functions(child, name)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


class Lines(NamedTuple):
    """Lines of a text: all, those with code, and those with nothing but a comment."""

    all: int
    code: int
    comments: int


def lines_of(module: Module) -> Lines:
    """The lines of a module; docstrings and blank lines are no code."""
    blank = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    code: set[int] = set()
    comments: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        lines = range(token.start[0], token.end[0] + 1)
        if token.type == tokenize.COMMENT:
            comments.update(lines)
        elif token.type not in blank:
            code.update(lines)
    return Lines(
        module.text.count("\n"), len(code - _docstring_lines(module.tree)), len(comments - code)
    )


def _docstring_lines(tree: ast.Module) -> set[int]:
    """Lines of all texts that stand alone: docstrings of modules, classes, functions and values."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, _end(node) + 1)
    }


def undocumented(module: Module) -> tuple[int, list[str]]:
    """How many public functions, classes and methods there are; those without a docstring."""
    public = list(_public(module.tree.body, "")) if module.is_public else []
    return len(public), [
        f"{module.place}:{node.lineno} {name}"
        for node, name in public
        if not ast.get_docstring(node)
    ]


def _public(body: list[ast.stmt], above: str) -> Iterator[tuple[Function | ast.ClassDef, str]]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node, above + node.name
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{above}{node.name}.")
        elif isinstance(node, ast.If | ast.Try):
            yield from _public(node.body, above)


def annotations_of(tree: ast.Module) -> Iterator[ast.expr]:
    """Every annotation: of arguments, results and variables; written as text or not."""
    for node in ast.walk(tree):
        given = None
        if isinstance(node, ast.arg | ast.AnnAssign):
            given = node.annotation
        elif isinstance(node, Function):
            given = node.returns
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            given = ast.parse(given.value, mode="eval").body
        if given is not None:
            yield given


def any_in(annotation: ast.expr) -> int:
    """How often an annotation says `Any`."""
    return sum(_last_name(node) == "Any" for node in ast.walk(annotation))


def mappings_to_any(annotation: ast.expr, kinds: tuple[str, ...]) -> int:
    """How often it says `dict[str, Any]`, or another of the kinds named."""
    return sum(
        isinstance(node, ast.Subscript)
        and _last_name(node.value) in kinds
        and isinstance(node.slice, ast.Tuple)
        and [_last_name(part) for part in node.slice.elts] == ["str", "Any"]
        for node in ast.walk(annotation)
    )


def _last_name(node: ast.AST) -> str:
    """`name` of `name` and of `some.name`; empty for everything else."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def defaulted_getattrs(module: Module) -> list[tuple[bool, str]]:
    """`getattr` with a default: whether what is asked is like a model, and where it stands."""
    return [
        (bool(MODEL_WORDS.search(_asked_name(node))), f"{module.place}:{node.lineno}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _last_name(node.func) == "getattr" and len(node.args) == 3
    ]


def _asked_name(call: ast.Call) -> str:
    """Of `getattr(some.name, ...)` the name, also through a `getattr` inside."""
    asked = call.args[0]
    return _asked_name(asked) if isinstance(asked, ast.Call) and asked.args else _last_name(asked)


class Uses(NamedTuple):
    """How often an identifier is given to something, and how often it stands in the code."""

    given: int
    all: int


def vague_names(modules: Iterable[Module]) -> dict[str, Uses]:
    """Uses of the vague identifiers: as variable, parameter, function, class or attribute."""
    given: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    for module in modules:
        for node in ast.walk(module.tree):
            name, gives = _identifier(node)
            if name in VAGUE:
                everywhere[name] += 1
                given[name] += gives
    return {name: Uses(given[name], everywhere[name]) for name in VAGUE}


def _identifier(node: ast.AST) -> tuple[str, bool]:
    """The identifier of a node, and whether the node gives it to something."""
    if isinstance(node, ast.Name):
        return node.id, isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.Attribute):
        return node.attr, isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.arg):
        return node.arg, True
    if isinstance(node, ast.keyword):
        return node.arg or "", False
    if isinstance(node, ast.alias):
        return node.asname or node.name.rpartition(".")[2], node.asname is not None
    if isinstance(node, Function | ast.ClassDef):
        return node.name, True
    if isinstance(node, ast.ExceptHandler):
        return node.name or "", bool(node.name)
    return "", False


# ------------------------------------------------------------------ the walk


@dataclass(frozen=True)
class Call:
    """A first call between two places.

    Attributes:
        caller, callee: names of modules.
        caller_function, callee_function: their names, with the class they belong to.
        handed: whether the callee is a closure, a generator, or a method of an object.
        open: whether a function of the callee's room, or module, waits for this call to end.
    """

    caller: str
    caller_function: str
    callee: str
    callee_function: str
    handed: bool
    open: bool


@dataclass
class Recorder:
    """Records, under `sys.setprofile`, the first calls between rooms and between modules.

    Attributes:
        names: name of the module of every file.
        rooms, modules: the first calls, in order.
    """

    names: Mapping[str, str]
    rooms: dict[tuple[str, str], Call] = field(default_factory=dict)
    modules: dict[tuple[str, str], Call] = field(default_factory=dict)
    functions: dict[CodeType, None] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _importing: int = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Told by the interpreter of every call and return."""
        if event not in {"call", "return"}:
            return
        place = self._place(frame)
        if not place:
            return
        if _is_import(frame.f_code):
            if place != "probe.__main__":
                self._importing += 1 if event == "call" else -1
        elif event == "call" and not self._importing:
            self._called(frame, place)

    def _called(self, frame: FrameType, place: str) -> None:
        self.functions.setdefault(frame.f_code)
        below = self._caller(frame)
        if below is None:
            return
        source = self._place(below)
        if source == place:
            return
        if (source, place) not in self.modules:
            self.modules[source, place] = self._call(below, frame, self._open(below, place, False))
        rooms = room_of(source), room_of(place)
        if rooms[0] != rooms[1] and rooms not in self.rooms:
            self.rooms[rooms] = self._call(below, frame, self._open(below, rooms[1], True))

    def _place(self, frame: FrameType) -> str:
        """The module a frame belongs to; empty outside the house."""
        file = frame.f_code.co_filename
        if file not in self._places:
            self._places[file] = self.names.get(os.path.realpath(file), "")
        return self._places[file]

    def _caller(self, frame: FrameType) -> FrameType | None:
        """The nearest frame of the house below a frame."""
        below = frame.f_back
        while below is not None and not self._place(below):
            below = below.f_back
        return below

    def _open(self, frame: FrameType | None, target: str, room: bool) -> bool:
        """Whether a room, or module, has a frame on the stack from `frame` downwards."""
        while frame is not None:
            place = self._place(frame)
            if place and (room_of(place) if room else place) == target:
                return True
            frame = frame.f_back
        return False

    def _call(self, caller: FrameType, callee: FrameType, is_open: bool) -> Call:
        source, target = _qualified(caller), _qualified(callee)
        return Call(
            self._place(caller), source, self._place(callee), target, _handed(callee), is_open
        )


def _is_import(code: CodeType) -> bool:
    """Whether it runs while something is imported: the body of a module or of a class (which are
    not optimised), or the `__getattr__` of a module.
    """
    return not code.co_flags & inspect.CO_OPTIMIZED or code.co_qualname == "__getattr__"


def _qualified(frame: FrameType) -> str:
    return frame.f_code.co_qualname


def _handed(frame: FrameType) -> bool:
    """Whether a call can only have come by way of an object: see `Call`."""
    code = frame.f_code
    if (
        "<locals>" in _qualified(frame)
        or code.co_name.startswith("<")
        or code.co_flags & inspect.CO_GENERATOR
    ):
        return True
    method = code.co_argcount > 0 and code.co_varnames[0] == "self"
    return method and code.co_name not in {"__init__", "__post_init__"}


def record(root: Path, words: list[str], out: Path) -> None:
    """Run a command of the checkout in this process, and write its walk as JSON."""
    names = {str(module.path): name for name, module in modules_of(root).items()}
    recorder = Recorder(names)
    os.chdir(root)
    sys.path.insert(0, str(root))
    sys.argv = ["probe", *words]
    status: object = 0
    sys.setprofile(recorder)
    try:
        runpy.run_module("probe", run_name="__main__", alter_sys=False)
    except SystemExit as end:
        status = end.code
    finally:
        sys.setprofile(None)
    where = Path(str(sys.modules["probe"].__file__)).resolve()
    if str(where) not in names:
        status = f"{where} was run, which is not the checkout's"
    walk = {
        "status": status,
        "functions": len(recorder.functions),
        "rooms": [asdict(call) for call in recorder.rooms.values()],
        "modules": [asdict(call) for call in recorder.modules.values()],
    }
    out.write_text(json.dumps(walk), "utf-8")


@dataclass(frozen=True)
class Walk:
    """What a command called, in order: between rooms, and between modules."""

    functions: int
    rooms: list[Call]
    modules: list[Call]


def walk_of(root: Path, words: list[str]) -> Walk:
    """Run a command of the checkout in a process of its own; its walk.

    Raises:
        RuntimeError: the command did not end well.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "walk.json"
        line = [sys.executable, str(Path(__file__).resolve()), str(root), "--record", str(out)]
        env = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PROBE_CACHE": str(Path(folder) / "cache"),
        }
        done = subprocess.run([*line, "--", *words], env=env, capture_output=True, text=True)
        if not out.is_file():
            raise RuntimeError(done.stderr)
        walk = json.loads(out.read_text("utf-8"))
    if walk["status"]:
        raise RuntimeError(f"probe {' '.join(words)}: {walk['status']}\n{done.stderr}")
    calls = {kind: [Call(**call) for call in walk[kind]] for kind in ("rooms", "modules")}
    return Walk(walk["functions"], calls["rooms"], calls["modules"])


class Climb(NamedTuple):
    """Two stays of which the second is on a higher floor; whether it imports the first."""

    before: Call
    call: Call
    imports: bool


@dataclass(frozen=True)
class Climbs:
    """A walk held against the order of imports; the terms stand in the docstring of this file."""

    stays: list[str]
    climbs: list[Climb]
    calls_up: list[Call]
    callbacks: list[Call]
    circular: list[Call]
    back: list[Call]
    back_handed: list[Call]


def climbs_of(calls: list[Call], graph: Graph, place: Callable[[str], str]) -> Climbs:
    """How often a walk leads up, between the places that `place` gives for modules."""
    reach = {node: reached(graph, node) for node in graph}
    floors = floors_of(graph)
    ends = [(place(call.caller), place(call.callee), call) for call in calls]

    def higher(one: str, other: str) -> bool:
        return other in reach[one] and one not in reach[other]

    up = [call for source, target, call in ends if higher(target, source)]
    handed = [call for source, target, call in ends if call.handed and target not in graph[source]]
    return Climbs(
        stays=[*(source for source, _, _ in ends[:1]), *(target for _, target, _ in ends)],
        climbs=[
            Climb(before, call, higher(target, last))
            for (_, last, before), (_, target, call) in pairwise(ends)
            if floors[target] > floors[last]
        ],
        calls_up=[call for call in up if not call.handed],
        callbacks=[call for call in up if call.handed],
        circular=[
            c for source, target, c in ends if source in reach[target] and target in reach[source]
        ],
        back=[call for call in calls if call.open and call not in handed],
        back_handed=[call for call in calls if call.open and call in handed],
    )


# ------------------------------------------------------------------ printing


def print_house(root: Path, everything: bool) -> None:
    """Print every count of a checkout; with `everything` also long lists."""
    modules = modules_of(root)
    _print_rooms(modules)
    _print_arrows(modules)
    _print_lines(modules)
    _print_words(modules, everything)


def _print_rooms(modules: Mapping[str, Module]) -> None:
    direct = [m for m in modules.values() if m.folder == "probe" and m.name.count(".") == 1]
    parts = [m for m in direct if m.name != "probe.__main__"]
    packages = [m for m in parts if m.is_package]
    print("ROOMS")
    print(f"  modules directly in probe   {len(parts) - len(packages)}")
    print(f"  packages in probe           {len(packages)}")
    print(f"  parts of probe              {len(parts)}")
    below = sorted({room_of(name) for name, m in modules.items() if m.folder == "backbones"})
    print(f"  rooms of backbones          {len(below)}")
    print(f"  rooms altogether            {len({room_of(name) for name in modules})}")
    print("  of probe: " + ", ".join(m.name[6:] + "/" * m.is_package for m in parts))


def _print_arrows(modules: Mapping[str, Module]) -> None:
    arrows = arrows_of(modules)
    between = {(a.source, a.target) for a in arrows}
    rooms = {(room_of(s), room_of(t)) for s, t in between if room_of(s) != room_of(t)}
    print("\nARROWS")
    print(f"  module to module            {len(between)}")
    print(f"  room to room                {len(rooms)}")
    crossing = [pair for pair in between if room_of(pair[0]) != room_of(pair[1])]
    print(f"  module to module of another room  {len(crossing)}")
    for where in ("top", "function", "types"):
        only = {a[:2] for a in arrows if a.where == where}
        elsewhere = {a[:2] for a in arrows if a.where != where}
        print(
            f"  {where + ':':<10} {len(only):>4} module arrows, {len(only - elsewhere)} only there"
        )
    own = {m.name.split(".")[1] for m in modules.values() if m.name.startswith("probe.")}
    inside = [pair for pair in rooms if set(pair) <= own]
    print(f"  room to room inside probe   {len(inside)}")
    print("\nCIRCLES")
    _print_circles("modules", module_graph(modules), between, str)
    _print_circles("rooms", room_graph(modules), between, room_of)
    top = {(room_of(a.source), room_of(a.target)) for a in arrows if a.where != "types"}
    untyped = circles_of(graph_of(top, {room_of(name) for name in modules}))
    print(f"  of rooms, leaving out imports for types only: {len(untyped)}")
    for circle in untyped:
        print(f"    {len(circle)}: {', '.join(circle)}")


def room_graph(modules: Mapping[str, Module]) -> Graph:
    """Which room imports which."""
    pairs = {(room_of(a.source), room_of(a.target)) for a in arrows_of(modules)}
    return graph_of(pairs, {room_of(name) for name in modules})


def module_graph(modules: Mapping[str, Module]) -> Graph:
    """Which module imports which."""
    return graph_of({(a.source, a.target) for a in arrows_of(modules)}, modules)


def _print_circles(
    what: str, graph: Graph, between: set[tuple[str, str]], place: Callable[[str], str]
) -> None:
    """Print every circle, and the arrows inside the short way of reading it: two that face."""
    circles = circles_of(graph)
    print(f"  of {what}: {len(circles)}")
    for circle in circles:
        print(f"    {len(circle)}: {', '.join(circle)}")
        facing = {(a, b) for a in circle for b in graph[a] if a < b and a in graph[b]}
        for a, b in sorted(facing):
            lines = [f"{s} -> {t}" for s, t in sorted(between) if {place(s), place(t)} == {a, b}]
            print(f"      {a} <-> {b}: {'; '.join(lines)}")


def _print_lines(modules: Mapping[str, Module]) -> None:
    print("\nLINES          modules   lines    code  comments  comments/1000  functions  median")
    total = [0, 0, 0]
    lengths: list[Length] = []
    for folder in FOLDERS:
        mine = [m for m in modules.values() if m.folder == folder]
        counts = [lines_of(module) for module in mine]
        sums = [sum(column) for column in zip(*counts, strict=True)] if counts else [0, 0, 0]
        functions = [length for module in mine for length in lengths_of(module)]
        _print_row(folder, len(mine), sums, functions)
        total = [a + b for a, b in zip(total, sums, strict=True)]
        lengths += functions
    _print_row("altogether", len(modules), total, lengths)
    print("  longest functions")
    for lines, place in sorted(lengths, reverse=True)[:10]:
        print(f"    {lines:>4}  {place}")
    largest = sorted(((lines_of(m).all, m.place) for m in modules.values()), reverse=True)[:10]
    print("  longest modules")
    for lines, place in largest:
        print(f"    {lines:>4}  {place}")


def _print_row(name: str, modules: int, lines: list[int], functions: list[Length]) -> None:
    median = statistics.median(length.lines for length in functions) if functions else 0
    share = 1000 * lines[2] / max(lines[0], 1)
    print(
        f"  {name:<12} {modules:>7} {lines[0]:>7} {lines[1]:>7} {lines[2]:>9} {share:>14.1f}"
        f" {len(functions):>10} {median:>7g}"
    )


def _print_words(modules: Mapping[str, Module], everything: bool) -> None:
    checked = [undocumented(module) for module in modules.values()]
    bare = [place for _, places in checked for place in places]
    print("\nPUBLIC NAMES")
    print(f"  functions, classes, methods {sum(public for public, _ in checked)}")
    print(f"  without docstring           {len(bare)}")
    _print_list(bare, everything)
    print("\nTYPES")
    for folder in (*FOLDERS, ""):
        mine = [m for m in modules.values() if folder in {"", m.folder}]
        notes = [note for module in mine for note in annotations_of(module.tree)]
        dicts = sum(mappings_to_any(note, ("dict", "Dict")) for note in notes)
        others = sum(mappings_to_any(note, ("Mapping", "MutableMapping")) for note in notes)
        print(
            f"  {folder or 'altogether':<12} Any in annotations {sum(map(any_in, notes)):>4},"
            f" dict[str, Any] {dicts:>3}, Mapping[str, Any] {others:>3}"
        )
    asked = [one for module in modules.values() for one in defaulted_getattrs(module)]
    likely = [place for model, place in asked if model]
    print(f"  getattr with a default      {len(asked)}, of something like a model {len(likely)}")
    _print_list(likely, everything)
    print("\nVAGUE NAMES     given  in all")
    for name, uses in vague_names(modules.values()).items():
        print(f"  {name:<12} {uses.given:>6} {uses.all:>7}")


def _print_list(lines: list[str], everything: bool) -> None:
    for line in lines if everything else ():
        print(f"    {line}")


def print_walk(root: Path, words: list[str]) -> None:
    """Run a command, and print how often a reader who follows it must go back up."""
    modules = modules_of(root)
    walk = walk_of(root, words)
    print("WALK            probe " + " ".join(words))
    print(f"  functions of the house called in the main thread  {walk.functions}")
    _print_climbs("rooms", climbs_of(walk.rooms, room_graph(modules), room_of))
    _print_climbs("modules", climbs_of(walk.modules, module_graph(modules), str))
    floors = floors_of(room_graph(modules))
    stays = climbs_of(walk.rooms, room_graph(modules), room_of).stays
    print("  stays, in order, with floors: " + " ".join(f"{stay}:{floors[stay]}" for stay in stays))


def _print_climbs(what: str, walk: Climbs) -> None:
    print(f"  by {what}: {len(walk.stays)} stays in {len(set(walk.stays))} {what}")
    importing = sum(climb.imports for climb in walk.climbs)
    print(f"    climbs: {len(walk.climbs)}; {importing} of them into what imports the stay before")
    for climb in walk.climbs:
        before, call = climb.before, climb.call
        print(
            f"      {before.callee}:{before.callee_function} ^ {call.callee}:{call.callee_function}"
            f"   (called by {call.caller}:{call.caller_function})"
        )
    for title, calls in (
        ("calls up", walk.calls_up),
        ("callbacks", walk.callbacks),
        ("calls in a circle", walk.circular),
        ("going back", walk.back),
        ("going back to what was handed down", walk.back_handed),
    ):
        print(f"    {title}: {len(calls)}")
        for call in calls:
            source = f"{call.caller}:{call.caller_function}"
            print(f"      {source} -> {call.callee}:{call.callee_function}")


def main() -> int:
    """Print the counts of a checkout, or its walk."""
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        description="count a checkout's rooms, arrows and climbs",
        usage="%(prog)s ROOT [--list] | ROOT --walk -- COMMAND ...",
    )
    parser.add_argument("root", type=Path)
    parser.add_argument("--list", action="store_true", help="list what is only counted otherwise")
    parser.add_argument("--walk", action="store_true", help="run a command and follow it")
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    given, words = sys.argv[1:], []
    if "--" in given:
        given, words = given[: given.index("--")], given[given.index("--") + 1 :]
    args = parser.parse_args(given)
    root = args.root.resolve()
    if not (root / "probe").is_dir():
        parser.error(f"{root} is no checkout: it has no folder probe")
    if args.record:
        record(root, words, args.record)
    elif args.walk:
        try:
            print_walk(root, words)
        except RuntimeError as error:
            parser.exit(1, f"{error}\n")
    else:
        print_house(root, args.list)
    return 0


if __name__ == "__main__":
    sys.exit(main())
