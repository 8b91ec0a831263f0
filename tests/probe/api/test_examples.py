"""The examples in the docstrings of the API, run as a user would in a folder of photographs."""

import doctest

import pytest

import probe.api
from probe.api import StudyRun

EXAMPLES = [
    *doctest.DocTestFinder().find(probe.api.run, "run", globs={}),
    *doctest.DocTestFinder().find(probe.api.open_run, "open_run", globs={}),
    *doctest.DocTestFinder(recurse=True).find(StudyRun, "StudyRun", globs={}),
    *doctest.DocTestFinder().find(probe.api.evaluate, "evaluate", globs={}),
]
SHOWN = [example for example in EXAMPLES if example.examples]


@pytest.fixture
def folder(tmp_path, photos, protocol_file, market, monkeypatch):
    monkeypatch.chdir(tmp_path)
    market.rename(tmp_path / "market")
    return tmp_path


def test_the_examples_run(folder):
    """In one session, in the order in which a reader meets them: `run` is made by the first."""
    session = {}
    runner = doctest.DocTestRunner()
    for example in SHOWN:
        example.globs = session
        runner.run(example, clear_globs=False)
    assert runner.summarize(verbose=False).failed == 0


def test_every_function_of_the_api_has_an_example():
    shown = {example.name for example in SHOWN}
    assert {"run", "evaluate", "open_run"} <= shown
    public = {name for name, value in vars(StudyRun).items() if not name.startswith("_")}
    assert {f"StudyRun.{name}" for name in public} <= shown
