"""What `python -m benchmarks.house` counts, on small houses."""

import ast

import pytest

from benchmarks.house.annotations import annotations_of, any_in, mappings_to_any
from benchmarks.house.arrows import arrows_of
from benchmarks.house.climbs import climbs_of
from benchmarks.house.graph import circles_of, floors_of, reached, room_graph
from benchmarks.house.modules import modules_of, room_of
from benchmarks.house.names import undocumented, vague_names
from benchmarks.house.recorder import Call

pytestmark = pytest.mark.checkout

GRAPH = {"study": {"cells", "files"}, "cells": {"files"}, "files": set()}


@pytest.fixture
def house(tmp_path):
    """A checkout of two rooms and two folders of `backbones` that import each other."""
    files = {
        "probe/__init__.py": "",
        "probe/study.py": "from probe.cells import mean\n\n\n"
        "def run(found):\n    return mean(found)\n",
        "probe/cells.py": '"""Cells."""\n\n\ndef mean(values):\n    """Their mean."""\n',
        "backbones/a.py": "from probe.backbones.b.model import net\n",
        "backbones/b/__init__.py": "",
        "backbones/b/model.py": "net = 1\n",
        "backbones/b/train.py": "def train():\n    from probe.backbones import a\n",
        "reports/__init__.py": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return modules_of(tmp_path)


def test_modules_belong_to_rooms(house):
    assert room_of("probe.study.steps") == "study"
    assert room_of("backbones.b.model") == "backbones.b"
    assert {room_of(name) for name in house} == {
        "probe", "study", "cells", "backbones.a", "backbones.b", "reports"
    }  # fmt: skip


def test_imports_in_functions_count_and_circles_of_rooms_are_found(house):
    assert {(a.source, a.target, a.where) for a in arrows_of(house)} == {
        ("probe.study", "probe.cells", "top"),
        ("backbones.a", "backbones.b.model", "top"),
        ("backbones.b.train", "backbones.a", "function"),
    }
    assert circles_of(room_graph(house)) == [["backbones.a", "backbones.b"]]


def test_floors_are_the_longest_way_down():
    assert floors_of(GRAPH) == {"files": 0, "cells": 1, "study": 2}
    assert reached(GRAPH, "study") == {"cells", "files"}


def call(caller, callee, *, handed=False, is_open=False):
    return Call(caller, "f", callee, "g", handed, is_open)


def test_a_climb_is_a_stay_above_the_one_before():
    calls = [call("study", "files"), call("study", "cells"), call("cells", "files")]
    walk = climbs_of(calls, GRAPH, str)
    assert walk.stays == ["study", "files", "cells", "files"]
    assert [climb.call.callee for climb in walk.climbs] == ["cells"]
    assert walk.calls_up == []


def test_a_call_up_is_told_apart_from_a_callback():
    up, back = call("files", "study"), call("files", "cells", handed=True)
    walk = climbs_of([up, back], GRAPH, str)
    assert (walk.calls_up, walk.callbacks) == ([up], [back])


def test_names_without_docstring_and_vague_names(house):
    assert undocumented(house["probe.study"]) == (1, ["probe/study.py:4 run"])
    assert undocumented(house["probe.cells"]) == (1, [])
    assert vague_names(house.values())["found"] == (1, 2)


def test_any_is_counted_in_annotations():
    tree = ast.parse("def f(a: dict[str, Any], b: 'list[Any]') -> Mapping[str, Any]: ...")
    notes = list(annotations_of(tree))
    assert sum(map(any_in, notes)) == 3
    assert sum(mappings_to_any(note, ("dict",)) for note in notes) == 1
