"""What a graph costs is tried elsewhere before it is opened here."""

import os
import sys

import pytest
from onnx import TensorProto, helper

from probe.backbones.onnx import trial
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import CheckpointError

MEANS = helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0)


def sizes(name, values):
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def of_largest(last):
    """The vector of a picture, with the largest value of an array added."""
    return [
        helper.make_node("ReduceMax", [last], ["largest"], keepdims=0),
        helper.make_node("Add", ["m", "largest"], ["v"]),
    ]


def products(start, count=200):
    """Products of a matrix with itself, one after another."""
    return [
        helper.make_node("MatMul", [start if i == 0 else f"p{i - 1}", start], [f"p{i}"])
        for i in range(count)
    ]


@pytest.fixture
def opened(graph_file, tmp_path):
    def find_and_load(nodes, initialisers=(), cache=None, name="net.onnx"):
        path = graph_file(tmp_path / name, [MEANS, *nodes], initialisers)
        return find(f"onnx:{path}").load(Runtime(cache=cache, threads=1))

    return find_and_load


@pytest.fixture
def sound(opened):
    return lambda cache=None: opened([helper.make_node("Identity", ["m"], ["v"])], (), cache)


@pytest.fixture
def trials(monkeypatch):
    """How many processes were started."""
    started = []
    run = trial.subprocess.run

    def counted(*args, **kwargs):
        started.append(args)
        return run(*args, **kwargs)

    monkeypatch.setattr(trial.subprocess, "run", counted)
    return started


@pytest.mark.parametrize("folded", [True, False])
def test_a_graph_that_computes_for_long_is_refused(folded, opened, monkeypatch):
    """200 products of 8192 x 8192: while the session is made, or of the picture at run time."""
    monkeypatch.setattr(trial, "SECONDS", 3)
    nodes = [helper.make_node("ConstantOfShape", ["s"], ["zeros"])]
    if not folded:
        nodes += [
            helper.make_node("ReduceMax", ["m"], ["of picture"], keepdims=0),
            helper.make_node("Add", ["zeros", "of picture"], ["start"]),
        ]
    nodes += products("zeros" if folded else "start")
    with pytest.raises(CheckpointError, match="one picture takes longer than 3 s") as caught:
        opened([*nodes, *of_largest("p199")], [sizes("s", [8192, 8192])])
    assert "onnxsim" in caught.value.hint


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a limit of memory")
@pytest.mark.parametrize("case", ["sizes of sizes", "one array", "expanded by the picture"])
def test_a_graph_that_asks_for_much_memory_is_refused(case, opened, monkeypatch):
    monkeypatch.setattr(trial, "MEMORY", 2**30)
    node = helper.make_node
    nodes, initialisers = {
        "sizes of sizes": (
            [
                node("NonZero", ["x"], ["places"]),
                node("Shape", ["places"], ["shape"]),
                node("Mul", ["shape", "k"], ["huge"]),
                node("ConstantOfShape", ["huge"], ["c"]),
            ],
            [sizes("k", [10**3] * 2)],
        ),
        "one array": ([node("ConstantOfShape", ["s"], ["c"])], [sizes("s", [2**28])]),
        "expanded by the picture": (
            [
                node("ReduceMax", ["m"], ["most"], keepdims=0),
                node("Cast", ["most"], ["whole"], to=TensorProto.INT64),
                node("Mul", ["whole", "zero"], ["nothing"]),
                node("Add", ["nothing", "k"], ["sizes"]),
                node("Expand", ["m", "sizes"], ["c"]),
            ],
            [sizes("zero", [0]), sizes("k", [2**20, 2**12, 1, 3])],
        ),
    }[case]
    with pytest.raises(CheckpointError, match="more than 1 GiB for one picture"):
        opened([*nodes, *of_largest("c")], initialisers)


def test_what_came_through_is_remembered(sound, trials, tmp_path):
    cache = tmp_path / "cache"
    for _ in range(2):
        assert sound(cache).card.dimension == 3
    assert len(trials) == 1
    sound()  # nothing is kept without a cache
    assert len(trials) == 2


def test_limits_and_another_file_are_tried_again(sound, opened, trials, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    sound(cache)
    opened([helper.make_node("Relu", ["m"], ["v"])], (), cache)
    monkeypatch.setattr(trial, "SECONDS", 100)
    sound(cache)
    assert len(trials) == 3


def test_numbers_in_other_files_are_tried_each_time(opened, trials, tmp_path):
    numbers = helper.make_tensor("s", TensorProto.FLOAT, [3], [1.0, 2.0, 3.0])
    numbers.ClearField("float_data")
    numbers.data_location = TensorProto.EXTERNAL
    entry = numbers.external_data.add()
    entry.key, entry.value = "location", "numbers.bin"
    (tmp_path / "numbers.bin").write_bytes(bytes(12))
    for _ in range(2):
        opened([helper.make_node("Mul", ["m", "s"], ["v"])], [numbers], tmp_path / "cache")
    assert len(trials) == 2


@pytest.mark.parametrize("code", [-9, -11, 3221225477])
def test_a_process_that_ends_is_a_refusal(code, sound, monkeypatch):
    ended = trial.subprocess.CompletedProcess([], code, b"", b"")
    monkeypatch.setattr(trial.subprocess, "run", lambda *args, **kwargs: ended)
    with pytest.raises(CheckpointError, match=rf"ends the process that opens it.*code {code}"):
        sound()


def test_where_no_process_can_be_started_nothing_is_tried(sound, monkeypatch):
    monkeypatch.setattr(trial.sys, "executable", "/no/such/python")
    assert sound().card.dimension == 3
    monkeypatch.setattr(trial.sys, "executable", "")
    assert sound().card.dimension == 3


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_cache_that_cannot_be_written_is_done_without(sound, tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert sound(tmp_path / "cache").card.dimension == 3


def test_names_of_a_graph_may_be_anything(graph_file, tmp_path):
    """They reach the process whatever they hold, and however long they are."""
    name = "-v\n" + "é" * 200_000
    mean = helper.make_node("ReduceMean", ["x"], [name], axes=[2, 3], keepdims=0)
    given = helper.make_node("Identity", [name], ["v"])
    path = graph_file(tmp_path / "net.onnx", [mean, given])
    assert find(f"onnx:{path}").load(Runtime()).card.dimension == 3
