import pickle

import pytest

from probe.contracts.vector_error import vector_error
from probe.errors import CheckpointError, MaskError
from probe.wording import Message, reason_of, refusal, speaking, wording_of


def test_an_error_made_of_a_message_says_it_and_carries_it():
    reason = Message("reason-no-mask-file", {"name": "a.png"})
    error = refusal(MaskError, reason, place="masks", hint="add it")
    assert str(error) == "masks: no mask file is named a.png\n  add it"
    assert reason_of(error) == reason


def test_the_reason_of_any_other_error_is_its_text():
    assert reason_of(MaskError("broken")) == "broken"


def test_place_and_next_step_are_spoken_too():
    """Said in Japanese, told in Japanese; the reason can still be told in any language."""
    reason, hint = Message("reason-empty-file"), Message("reason-no-mask-file", {"name": "a.png"})
    with speaking("ja"):
        error = refusal(MaskError, reason, place=reason, hint=hint)
    japanese = wording_of("ja")
    assert str(error) == f"{japanese(reason)}: {japanese(reason)}\n  {japanese(hint)}"
    assert reason_of(error) == reason


@pytest.mark.parametrize("language", ["en", "ja", "zh"])
def test_an_error_arrives_whole_from_another_process(language):
    reason = Message("weights-not-finite", {"name": "fc.weight"})
    with speaking(language):
        error = refusal(
            CheckpointError, reason, place="w.pth", hint=Message("weights-take-earlier")
        )
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(arrived) is CheckpointError
    assert str(arrived) == str(error)
    assert (arrived.message, arrived.place, arrived.hint) == (
        error.message, error.place, error.hint
    )  # fmt: skip
    assert reason_of(arrived) == reason


def test_errors_with_parameters_of_their_own_arrive_too():
    error = vector_error("stripes", 3, ": the first such numbers come from its node Mul")
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert str(arrived) == str(error)
    assert (arrived.backbone, arrived.picture, arrived.cause) == ("stripes", 3, error.cause)
