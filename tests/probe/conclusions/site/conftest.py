import pytest

from tests.probe.conclusions.site.planted_runs import PROTOCOLS, PlantedRun


@pytest.fixture
def protocols():
    return PROTOCOLS


@pytest.fixture
def make_run(tmp_path):
    return lambda *names, **planted: PlantedRun(names, **planted).write(tmp_path / "run")
