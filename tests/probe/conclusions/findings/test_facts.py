"""What findings know besides the cells."""

import dataclasses

from probe.conclusions.findings import Facts


def test_facts_are_plain_values():
    facts = Facts(("a",), (), 1, 1)
    assert dataclasses.replace(facts, variant="scene").variants == ("unmasked",)


def test_models_of_one_architecture_are_called_by_what_tells_them_apart():
    assert dict(Facts(("a.x", "a.y"), (), 1, 1).names) == {"a.x": "x", "a.y": "y"}
