"""Errors say what is wrong, where, and the next step."""

import pickle
from pathlib import Path

from probe import errors
from probe.errors import ProbeError, UsageError


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
