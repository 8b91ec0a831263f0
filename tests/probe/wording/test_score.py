"""What sentences call the score that pictures are compared by."""

import pytest

from probe.wording import Message, wording_of
from probe.wording.score import COSINE, SCORE, common_score


@pytest.mark.parametrize(
    ("names", "common"),
    [
        ([], COSINE),
        ([COSINE, COSINE], COSINE),
        (["logit"], "logit"),
        ([COSINE, "logit"], SCORE),
    ],
)
def test_scores_of_different_names_are_called_scores(names, common):
    assert common_score(names) == common


def test_a_message_that_names_no_score_speaks_of_cosines():
    words = wording_of("en")
    values = {"change": "distance", "value": 0.31, "model": None}
    assert words(Message("headline-mean", values)).endswith("takes the cosine down to .31")
    named = Message("headline-mean", {**values, "score": "logit"})
    assert words(named).endswith("takes the logit down to .31")
