"""The example notebook runs from its first cell to its last, on a stored run.

Its cells are plain Python, so that they run as one program, without a kernel.
"""

import ast
import json
import shutil

import matplotlib
import matplotlib.pyplot as plt
import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.checkout

NOTEBOOK = ROOT / "examples" / "a_run.ipynb"
CELLS = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
PROGRAMS = ["".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"]


def shown_by(program, session):
    """Runs a cell; what a notebook would show of it: the value of its last expression."""
    *before, last = ast.parse(program).body
    if not isinstance(last, ast.Expr):
        before, last = [*before, last], None
    exec(compile(ast.Module(before, []), "cell", "exec"), session)  # noqa: S102
    if last is not None:
        return eval(compile(ast.Expression(last.value), "cell", "eval"), session)  # noqa: S307
    return None


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "tests" / "data" / "run_v2", tmp_path / "runs" / "turn" / "one")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(matplotlib, "use", lambda *names: None)
    yield tmp_path
    plt.close("all")


def test_it_holds_no_output():
    code = [cell for cell in CELLS if cell["cell_type"] == "code"]
    assert len(code) >= 5
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code)


def test_its_cells_run_and_show_something(folder, capsys):
    plt.switch_backend("agg")
    session = {"__name__": "notebook"}
    shown = [shown_by(program, session) for program in PROGRAMS]
    assert "No pair was missed" in shown[0]._repr_html_()
    assert "No pair was missed" in capsys.readouterr().out
    maps, misses = (plt.figure(number) for number in plt.get_fignums())
    assert maps.axes[0].get_title(loc="left") == "stripes"
    assert misses.axes[0].get_ylabel() == "missed (FNMR)"
    rows = shown[3]
    assert list(rows.level_j) == ["0", "90"]
    assert (rows.fnmr_low <= rows.fnmr).all()
