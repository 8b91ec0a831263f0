"""Factors and levels: what is refused, and how levels are shown."""

import pytest
from pydantic import ValidationError

from probe.protocol.factor import Factor, Text, as_key


def factor(**changed):
    return Factor(
        **{"name": "distance", "kind": "ordered", "unit": "m", "levels": (2, 4.0), "standard": 4}
        | changed
    )


def test_equal_numbers_are_one_level():
    assert as_key(4.0) == as_key(4) == "4"
    assert as_key(2.5) == "2.5"
    assert factor().standard_key == "4"
    with pytest.raises(ValidationError, match="level '4' of factor 'distance' stands twice"):
        factor(levels=(4, 4.0))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"levels": (4,)}, "at least two levels"),
        ({"levels": (4, 2)}, "must rise"),
        ({"levels": (2, "far"), "standard": 2}, "must be numbers"),
        ({"levels": (True, 2), "standard": 2}, "must be numbers"),
        ({"standard": 40}, "'40' is no level of factor 'distance'"),
        ({"name": "Far away"}, "is no name"),
        ({"kind": "spiral"}, "kind"),
    ],
)
def test_what_is_no_factor_is_refused(changed, message):
    with pytest.raises(ValidationError, match=message):
        factor(**changed)


def test_only_ordered_levels_must_rise():
    assert [level.key for level in factor(kind="circular", levels=(180, 0), standard=0).levels] == [
        "180", "0",
    ]  # fmt: skip


def test_levels_are_shown_with_their_unit_or_as_words():
    assert factor().label("4") == "4\u00a0m"
    assert factor(unit="°").label("4") == "4°"
    words = factor(name="clothes", kind="nominal", levels=("white-shirt", "suit"), standard="suit")
    assert words.label("white-shirt") == "white shirt"
    named = factor(levels=(2, {"value": 4, "label": {"en": "far", "de": "fern"}}))
    assert (named.label("4"), named.label("4", "de")) == ("far", "fern")


def test_a_text_falls_back_to_english_and_then_to_what_there_is():
    assert Text(by_language={"en": "far", "de": "fern"}).language("ja") == "far"
    assert Text(by_language={"de": "fern"}).language("ja") == "fern"
    assert str(factor(name="camera_height").heading) == "Camera height"


def test_an_unknown_level_is_a_key_error():
    with pytest.raises(KeyError):
        factor().level("6")
