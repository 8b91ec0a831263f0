"""What the pages show happens: commands print it, programs run.

A page is followed from top to bottom in a folder with photographs of eight people: files that it
shows with a title are written, commands are called, and what stands below them must be printed.
"""

import contextlib
import re
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from probe import Runtime
from probe.cli import main
from probe.embedding.registry import find
from tests.conftest import PLAIN_PROTOCOL, write_photos
from tests.documentation.pages import ROOT, SITE, blocks_of, commands_in, name_of, python_of

pytestmark = pytest.mark.checkout

STUDIES = {"tutorials/photographs.md", "tutorials/checkpoint.md", "tutorials/two_candidates.md"}
"""Pages that run studies: seconds each."""

FOLLOWED = [page for page in SITE if any(block.language == "console" for block in blocks_of(page))]


def marked(page):
    name = page.relative_to(ROOT / "docs").as_posix()
    return pytest.param(page, id=name, marks=[pytest.mark.slow] if name in STUDIES else [])


@pytest.fixture
def folder(tmp_path, market, monkeypatch):
    """Where a reader works: photographs, their protocol, a data set."""
    write_photos(tmp_path / "photos")
    (tmp_path / "turn.yaml").write_text(PLAIN_PROTOCOL, encoding="utf-8")
    if market.name != "market":
        market.rename(tmp_path / "market")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def newest_run(folder):
    runs = sorted((folder / "runs").glob("*/*"), key=lambda run: run.stat().st_mtime_ns)
    return str(runs[-1]) if runs else "RUN"


def call(words, folder, capsys):
    """What a command prints, and what it says."""
    given = [newest_run(folder) if word == "RUN" else word for word in words[1:]]
    with contextlib.suppress(SystemExit):
        main(given)
    printed = capsys.readouterr()
    return (printed.out + printed.err).replace("\N{NO-BREAK SPACE}", " ")


def follow(page, folder, capsys):
    """Do what a page says; the commands whose output it shows."""
    shown = 0
    for block in blocks_of(page):
        if block.title:
            Path(block.title).write_text(block.text, encoding="utf-8")
        if block.language != "console":
            continue
        first, *expected = block.text.splitlines()
        (words,) = commands_in(first.removeprefix("$ "))
        printed = call(words, folder, capsys)
        for line in expected:
            assert line in printed, f"{' '.join(words)} does not print {line!r} but\n{printed}"
        shown += 1
    return shown


@pytest.mark.parametrize("page", [marked(page) for page in FOLLOWED])
def test_commands_print_what_a_page_shows(page, folder, capsys):
    assert follow(page, folder, capsys) >= 1


def test_output_that_is_not_printed_is_seen(folder, capsys, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```console\n$ probe validate turn.yaml\nall is well\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="all is well"):
        follow(page, folder, capsys)


PROGRAMS = [page for page in SITE if python_of(page) and page.name != "onnx.md"]


@pytest.mark.slow
@pytest.mark.parametrize("page", PROGRAMS, ids=name_of)
def test_programs_run(page, folder, capsys):
    session = {"__name__": "page"}
    for text in python_of(page):
        exec(compile(text, name_of(page), "exec"), session)  # noqa: S102
    assert re.search(r"\w", capsys.readouterr().out)


def graph_of(shape, more=()):
    """A graph whose first input has this shape: the mean over height and width."""
    first = helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)
    out = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", 3])
    node = helper.make_node("ReduceMean", ["input"], ["vectors"], axes=[1, 2], keepdims=0)
    graph = helper.make_graph([node], "g", [first, *more], [out])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def test_the_changes_of_graphs_give_graphs_that_are_valid(folder):
    camera = helper.make_tensor_value_info("camera", TensorProto.INT64, [1])
    onnx.save(graph_of(["n", 32, 16, 3]), "nhwc.onnx")
    onnx.save(graph_of(["n", 32, 16, 3], [camera]), "two_inputs.onnx")
    turned, constant, _ = python_of(ROOT / "docs" / "onnx.md")
    for text in (turned, constant):
        exec(compile(text, "onnx.md", "exec"), {})  # noqa: S102
    pictures = onnx.load("nchw.onnx").graph.input[0].type.tensor_type.shape.dim
    assert [size.dim_value for size in pictures][1:] == [3, 32, 16]
    one = onnx.load("one_input.onnx")
    onnx.checker.check_model(one)
    assert [given.name for given in one.graph.input] == ["input"]
    assert np.array_equal(onnx.numpy_helper.to_array(one.graph.initializer[0]), [0])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_weights_written_as_a_graph_give_the_same_vectors(folder, capsys):
    *_, written = python_of(ROOT / "docs" / "onnx.md")
    session = {}
    shipped = written.replace("trainings/mine/card.yaml", "moco.demo")
    exec(compile(shipped, "onnx.md", "exec"), session)  # noqa: S102
    card = session["model"].card
    mean, std = list(card.mean), list(card.std)
    assert str(card.mean) in capsys.readouterr().out
    Path("card.yaml").write_text(
        f"backbone: onnx:mine.onnx\nmean: {mean}\nstd: {std}\nfit: {card.fit}\n", encoding="utf-8"
    )
    shape = (3, *card.input_size, 3)
    pictures = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    again = find("card.yaml").load(Runtime(device="cpu"))
    np.testing.assert_allclose(again.embed(pictures), session["model"].embed(pictures), atol=1e-4)
