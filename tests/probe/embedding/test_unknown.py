from probe.embedding.unknown import UnknownError
from probe.wording import Message


def test_the_reason_is_a_message_and_the_error_says_it_in_words():
    reason = Message("key-no-source", {"module": "mine"})
    error = UnknownError(reason)
    assert error.reason == reason
    assert str(error) == "the module mine has no source file"
