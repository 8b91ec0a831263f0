"""The backbone and the pair scorer of CONTRIBUTING run as they are printed."""

import re
import sys
from pathlib import Path

import pytest

from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify

TEXT = Path(__file__).parents[3] / "CONTRIBUTING.md"


@pytest.fixture
def example(tmp_path, monkeypatch):
    section = TEXT.read_text("utf-8").partition("## Adding a backbone")[2]
    (code,) = re.findall(r"```python\n(.*?)```", section.partition("\n## ")[0], re.DOTALL)
    (tmp_path / "contributed.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("contributed", None)


@pytest.mark.checkout
def test_the_printed_models_run_and_verify(example, tmp_path, protocol_file, photos):
    names = ("contributed:halves", "contributed:distance")
    run = run_study(StudyRequest(protocol_file, names, photos=photos, out=tmp_path, fmr=0.03))
    halves, distance = run.manifest.backbones
    assert [part.name for part in halves.parts] == ["upper", "lower"]
    assert run.part_matrix("halves", "turn", "upper").shape == run.matrix("halves", "turn").shape
    assert (distance.score, distance.score_range) == ("closeness", (-255.0, 0.0))
    assert verify(run).problems == ()
