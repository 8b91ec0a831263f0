"""What findings know besides the cells."""

import dataclasses

from probe.conclusions.findings import Facts
from probe.conclusions.findings.facts import Cells
from tests.probe.conclusions.planted import DISTANCE, cells, facts, protocol


def test_facts_are_plain_values():
    plain = Facts(("a",), (), 1, 1)
    assert dataclasses.replace(plain, variant="scene").variants == ("unmasked",)


def test_models_of_one_architecture_are_called_by_what_tells_them_apart():
    assert dict(Facts(("a.x", "a.y"), (), 1, 1).names) == {"a.x": "x", "a.y": "y"}


def test_retention_is_not_told_of_models_that_fail_in_the_standard_condition():
    far = protocol(DISTANCE)
    rates = {"a": [0.2, 0.15, 0.9, 0.9, 0.9], "b": [0.2, 0.1, 0.9, 0.9, 0.9]}
    study = Cells({"distance": far}, cells(far, rates), facts("a", "b"))
    assert [spot.backbone for spot in study.failing("distance")] == ["a"]
    assert study.spot("distance", "a", 4, 1, "retention") is None
    assert study.spot("distance", "b", 4, 1, "retention").value == 1 - 0.5 * 0.9
    assert study.spot("distance", "a", 4, 1, "fnmr").value == 0.9
    before = Cells(
        {"distance": far}, study.table, dataclasses.replace(study.facts, failing_margins=True)
    )
    assert before.spot("distance", "a", 4, 1, "retention") is not None
    undecided = Cells({"distance": far}, study.table, facts("a", "b", cut=None))
    assert undecided.failing("distance") == ()
