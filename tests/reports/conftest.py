import functools
import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from probe.reports.document import Document, build
from probe.runs.reading import Run

HERE = Path(__file__).parent


def _beside(name: str) -> ModuleType:
    """A helper module of this folder (the tests are no package)."""
    full = f"tests_reports_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, HERE / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[full] = module
        spec.loader.exec_module(module)
    return sys.modules[full]


@pytest.fixture(scope="session")
def synthetic() -> ModuleType:
    return _beside("synthetic_run")


@pytest.fixture(scope="session")
def run_of(synthetic: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Run]:
    """A synthetic run by the name of its plan, written once."""
    made: dict[str, Run] = {}
    folder = tmp_path_factory.mktemp("runs")

    def give(name: str) -> Run:
        if name not in made:
            plan = synthetic.plans()[name]
            made[name] = synthetic.write_run(folder / name, plan, synthetic.finder())
        return made[name]

    return give


@pytest.fixture(scope="session")
def document_of(run_of: Callable[[str], Run]) -> Callable[[str], Document]:
    """The English document of a synthetic run, composed once: to read, not to change."""
    return functools.cache(lambda name: build(run_of(name)))


@pytest.fixture(scope="session")
def report_of(
    run_of: Callable[[str], Run], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], dict[str, Path]]:
    """The written report of a synthetic run, in every format."""
    from probe import reports

    made: dict[str, dict[str, Path]] = {}
    folder = tmp_path_factory.mktemp("reports")

    def give(name: str) -> dict[str, Path]:
        if name not in made:
            made[name] = reports.write(run_of(name), folder / name)
        return made[name]

    return give


@pytest.fixture(scope="session")
def sixteen_parted(
    synthetic: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The written report of vectors of twelve parts at the shipped orientation's 16 conditions."""
    from probe import reports

    folder = tmp_path_factory.mktemp("sixteen")
    plan = synthetic.Plan(synthetic.shipped_texts("orientation"), models=("stripes",), subjects=3)
    run = synthetic.write_run(folder / "run", plan, synthetic.finder())
    synthetic.add_parts(run, 12)
    return reports.write(run, folder / "report")


@pytest.fixture(scope="session")
def page_parser() -> ModuleType:
    return _beside("page_text")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    chromium = _beside("chromium")
    binary = chromium.find_chromium()
    if binary is None:
        pytest.skip(f"needs Chromium: none of {', '.join(chromium.NAMES)} is on PATH")
    pytest.importorskip("websocket", reason="needs websocket-client to drive Chromium")
    page = chromium.Page(binary)
    yield page
    page.close()
