"""Errors say what is wrong, where, and the next step; the nearest valid name is among them."""

import pickle
from pathlib import Path

import pytest

from probe import errors
from probe.errors import ProbeError, UsageError, nearest


def test_place_message_and_next_step_stand_in_that_order():
    error = UsageError("no level '45'", place=Path("turn.yaml"), hint="valid names: 0, 90")
    assert str(error) == "turn.yaml: no level '45'\n  valid names: 0, 90"
    assert (error.message, error.place, error.hint) == (
        "no level '45'",
        "turn.yaml",
        "valid names: 0, 90",
    )
    assert str(UsageError("no level '45'")) == "no level '45'"
    assert (UsageError("x").place, UsageError("x").hint, UsageError("x").reason) == (None,) * 3


def test_every_error_ends_a_command_as_a_fault_of_the_input():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    raised = [kind for kind in kinds if issubclass(kind, ProbeError)]
    assert len(raised) > 10
    assert {kind.exit_code for kind in raised} == {2}
    assert all(kind.__doc__ for kind in raised)


def test_a_narrower_error_is_caught_by_its_wider_kind():
    assert issubclass(errors.CheckpointError, errors.BackboneError)
    assert issubclass(errors.DamagedFileError, errors.RunError)


def test_the_message_survives_the_way_to_another_process():
    again = pickle.loads(pickle.dumps(UsageError("x", place="p", hint="h")))  # noqa: S301
    assert (str(again), again.hint) == ("p: x\n  h", "h")


@pytest.mark.parametrize(
    ("name", "valid", "told"),
    [
        ("strips", ["stripes", "moco.demo"], "did you mean 'stripes'?"),
        ("STRIPES", ["stripes", "moco.demo"], "did you mean 'stripes'?"),
        ("moco.dem", ["MoCo.demo"], "did you mean 'MoCo.demo'?"),
        ("A.STRIPES", ["a.stripes", "b"], "did you mean 'a.stripes'?"),
        ("zzz", ["b", "a", "a"], "valid names: a, b"),
        (
            "osnt",
            ["osnet_ain_x1_0", "osnet_x1_0", "b"],
            "did you mean 'osnet_x1_0'?",
        ),
        ("onnx", ["onnx:...", "timm:..."], "did you mean 'onnx:...'?"),
        (5, ["b", "a"], "valid names: a, b"),
        ("90", [0, 90], "did you mean '90'?"),
        ("x", [], "there are none to choose from"),
    ],
)
def test_the_nearest_name_is_named_or_all_of_them(name, valid, told):
    assert nearest(name, valid) == told


def test_of_very_many_names_the_first_are_listed():
    told = nearest("zzz", [f"n{k:02d}" for k in range(30)])
    assert told.startswith("valid names: n00, n01")
    assert told.endswith("n19 and 10 more")
