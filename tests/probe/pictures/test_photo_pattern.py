"""Path patterns."""

import pytest

from probe.errors import ProtocolError
from probe.pictures.photo_pattern import PathPattern


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("../{subject}.png", "stays below"),
        ("/x/{subject}.png", "stays below"),
        ("C:/{subject}.png", "stays below"),
        ("{subject}{level}.png", "side by side"),
        ("{subject", "unbalanced"),
        ("{sub ject}.png", "no field name"),
    ],
)
def test_patterns_that_cannot_be_used(pattern, told):
    with pytest.raises(ProtocolError, match=told):
        PathPattern.parse(pattern)


def test_patterns_match_whole_names_and_repeat_fields():
    pattern = PathPattern.parse("{subject}/{subject}_{level}*.jpg")
    assert pattern.match("a/a_90.jpg") == {"subject": "a", "level": "9"}
    assert pattern.match("a/b_90.jpg") is None
    assert pattern.match("x/a/a_90.jpg") is None
    assert PathPattern.parse("{subject}_c{camera}.png").match("001_c2.PNG")
