"""`examination.json` is read back, and an older run has none."""

from typing import get_type_hints

from probe.comparison.examination import empty_record
from probe.runs.examination import ExaminationRecord
from probe.runs.reading import Run
from tests.conftest import ROOT


def test_the_record_has_every_part():
    assert set(empty_record()) == set(get_type_hints(ExaminationRecord))


def test_an_older_run_has_none():
    assert Run(ROOT / "tests" / "data" / "run_v2").examination is None
