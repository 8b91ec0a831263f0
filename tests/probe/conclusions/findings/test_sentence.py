"""A sentence before it is stored."""

from probe.conclusions.findings.sentence import NOTHING, Sentence, paragraph, say
from probe.wording import Message

FIRST, SECOND = Message("nothing"), Message("factor-nothing")


def test_sentences_are_added_one_after_another():
    both = say(FIRST) + NOTHING + say(SECOND)
    assert both == Sentence((FIRST, SECOND))
    assert not NOTHING
    assert both


def test_a_paragraph_of_one_sentence_is_that_sentence():
    assert paragraph([FIRST]) is FIRST
    assert paragraph([FIRST, SECOND]).values["parts"] == (FIRST, SECOND)
