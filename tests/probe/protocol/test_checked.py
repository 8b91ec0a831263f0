"""What is no protocol is told with file, line and the nearest name."""

import re

import pytest

from probe.errors import ProtocolError
from tests.probe.protocol.test_model import load


@pytest.mark.parametrize(
    ("old", "new", "told", "line"),
    [
        ("name: turn", "nmae: turn", "'nmae' is not known here.*did you mean 'name'", 1),
        ("    kind: circular", "    kin: circular", "'kin' is not known.*did you mean 'kind'", 6),
        ("standard: 180", "standard: 170", "standard '170' is no level.*did you mean '180'", 5),
        ("[0, 90, 180]", "[0, 90, 90, 180]", "level '90' of factor 'orientation' stands twice", 5),
        ("[0, 90, 180]", "[0, north, 180]", "must be numbers", 5),
        ("[0, 90, 180]", "[180]", "at least two levels", 5),
        ("$level", "$lvel", r"\$lvel is not known.*did you mean '\$level'", 11),
        ("name: turn", "name: Turn It", "is no name", 1),
        ("scene:\n  orientation: $level", "", "picture source", 1),
        ("question: Still the same?\n", "", "'question' is missing", 1),
        ("kind: circular", "kind: round", "nominal.*ordered.*circular|circular.*nominal", 6),
        ("kind: circular", "kind: circulr", "of factor 'orientation'.*did you mean 'circular'", 6),
        ("[0, 90, 180]", "[]", "factor 'orientation' needs at least two levels", 5),
        ("[0, 90, 180]", "[0, {value: []}, 180]", "value of level 2 of factor 'orientation'", 8),
    ],
)
def test_mistakes_name_file_line_and_the_nearest_name(tmp_path, old, new, told, line, turn_yaml):
    with pytest.raises(ProtocolError) as caught:
        load(tmp_path, turn_yaml.replace(old, new))
    assert re.search(told, str(caught.value), re.DOTALL), str(caught.value)
    assert re.search(rf"p\.yaml:{line}:", str(caught.value)), str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: circular", "kind: circulr"),
        ("standard: 180", "standard: 181"),
        ("[0, 90, 180]", "[0, 90, 90, 180]"),
        ("[0, 90, 180]", "[]"),
        ("[0, 90, 180]", "[0, {value: []}, 180]"),
        ("question:", "qestion:"),
    ],
)
def test_one_mistake_is_counted_once_and_no_place_is_code(tmp_path, old, new, turn_yaml):
    with pytest.raises(ProtocolError) as caught:
        load(tmp_path, turn_yaml.replace(old, new))
    assert "more)" not in str(caught.value)
    assert "factors.0" not in str(caught.value)


def test_two_mistakes_are_counted(tmp_path, turn_yaml):
    text = turn_yaml.replace("name: turn", "name: turn\ntakes: none\nfit: loosely")
    with pytest.raises(ProtocolError, match=r"\(and 1 more\)"):
        load(tmp_path, text)
