"""The source of code that is not ours: what a module and the modules it imports say.

Followed are imports that stand in the source; what a module imports by a computed name is not seen.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from probe.embedding.unknown import UnknownError
from probe.wording import Message


class UnknownSourceError(UnknownError):
    """Some of the source cannot be had."""


def code_digest(foreign: Iterable[str], bases: Iterable[str] = ()) -> str:
    """Hex sha256 of code: the source of one's own modules, the versions of what they build on.

    Args:
        foreign: names of imported modules. Their source counts, with that of every module of the
            same package (or, for a single file, of the same folder) that they import, and the
            version of their distribution.
        bases: names of further modules; of those that belong to an installed distribution the
            version counts, of others the source.

    Raises:
        UnknownSourceError: a module has no source file, or that has changed since it was imported.
    """
    written = set(foreign)
    roots = {_root(name) for name in written}
    distributions = packages_distributions()
    modules, lines = set(written), []
    for name in sorted(set(bases) | written):
        if _root(name) in sys.stdlib_module_names:
            modules.discard(name)
            continue
        versions = _versions(name, distributions)
        lines += versions
        if _root(name) not in roots and not versions:
            modules.add(name)
    files = {file for name in modules for file in _reached(name)}
    lines += [f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for name, file in files]
    return hashlib.sha256("\n".join(sorted(set(lines))).encode()).hexdigest()


def _root(name: str) -> str:
    return name.partition(".")[0]


def _versions(name: str, distributions: object) -> list[str]:
    """The installed distributions of a module's package, with their versions."""
    assert isinstance(distributions, dict)
    lines = []
    for distribution in distributions.get(_root(name), ()):
        try:
            lines.append(f"{distribution} {version(distribution)}")
        except PackageNotFoundError:
            continue
    return lines


def _reached(name: str) -> set[tuple[str, Path]]:
    """A module and every module beside it that can be reached by imports: name and file."""
    start = _source_file(name)
    if start is None:
        raise UnknownSourceError(Message("key-no-source", {"module": name}))
    reached: dict[str, Path] = {}
    waiting = [name]
    while waiting:
        module = waiting.pop()
        file = _source_file(module)
        if module in reached or file is None or not _beside(module, file, name, start):
            continue
        reached[module] = file
        check_as_imported(module, file)
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        waiting += _imports(file, package)
    return set(reached.items())


def _beside(module: str, file: Path, start: str, start_file: Path) -> bool:
    """Whether a module belongs to the package of another, or lies in the same folder."""
    if "." in start:
        return _root(module) == _root(start)
    return file.is_relative_to(start_file.parent)


def _source_file(name: str) -> Path | None:
    """The Python file of a module; None where it has none (a namespace, a compiled module)."""
    module = sys.modules.get(name)
    place = module.__dict__.get("__file__") if module is not None else _origin(name)
    if place is None or not str(place).endswith(".py"):
        return None
    path = Path(place).resolve()
    return path if path.is_file() else None


def _origin(name: str) -> str | None:
    """Where a module lies that has not been imported."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, ValueError):
        return None
    return spec.origin if spec else None


def _imports(file: Path, package: str) -> list[str]:
    """Every name that the import statements of a file may mean, and the packages above it."""
    names = set()
    for node in ast.walk(_parsed(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            names |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    names |= {package}
    return sorted(part for name in names if name for part in _with_parents(name))


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])


def _absolute(node: ast.ImportFrom, package: str) -> str:
    """The module that `from ... import` names, relative ones resolved."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    kept = parts[: len(parts) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _parsed(file: Path) -> ast.Module:
    try:
        return ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError) as error:
        values = {"file": file.name, "detail": str(error)}
        raise UnknownSourceError(Message("key-source-unreadable", values)) from None


def check_as_imported(name: str, file: Path) -> None:
    """Refuse a source that was edited after its module was imported: it is not what runs.

    Raises:
        UnknownSourceError: a function of the module is not in the source.
    """
    module = sys.modules.get(name)
    if module is None:
        return
    written = set(_code_objects(compile(_parsed(file), str(file), "exec", dont_inherit=True)))
    for code in _running(module, file):
        if code not in written:
            raise UnknownSourceError(Message("key-source-changed", {"module": name}))


def _code_objects(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _code_objects(constant)


def _running(module: ModuleType, file: Path) -> Iterator[CodeType]:
    """The code of a module's functions and methods that come from its file."""
    values = list(vars(module).values())
    kinds = [kind for kind in values if isinstance(kind, type)]
    values += [value for kind in kinds for value in vars(kind).values()]
    for value in values:
        function = value.fget if isinstance(value, property) else value
        function = (
            function.__func__ if isinstance(function, (staticmethod, classmethod)) else function
        )
        if isinstance(function, FunctionType) and Path(function.__code__.co_filename) == file:
            yield function.__code__
