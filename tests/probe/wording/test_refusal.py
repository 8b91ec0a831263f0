from probe.errors import MaskError
from probe.wording import Message, reason_of, refusal


def test_an_error_made_of_a_message_says_it_and_carries_it():
    reason = Message("reason-no-mask-file", {"name": "a.png"})
    error = refusal(MaskError, reason, place="masks", hint="add it")
    assert str(error) == "masks: no mask file is named a.png\n  add it"
    assert reason_of(error) == reason


def test_the_reason_of_any_other_error_is_its_text():
    assert reason_of(MaskError("broken")) == "broken"
