"""Failures to acquire are counted and said."""


def test_refused_masks_are_told_where_they_belong(told):
    assert (
        "1 picture of this factor had no usable mask" in told["chapters"][0]["masked"][0]["caption"]
    )
    assert told["failures"]["text"] == (
        "Every picture could be used. 1 picture could be used as shot but not masked."
    )
    assert "no mask file" in told["failures"]["rows"][0]["reason"]
