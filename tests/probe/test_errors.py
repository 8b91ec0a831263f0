"""The nearest of the valid names."""

import pytest

from probe.errors import MOST_NAMES, nearest

NAMES = ["osnet_ain_x1_0", "osnet_x0_25", "osnet_x1_0", "stripes", "IBN", "onnx:..."]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("strips", "stripes"),
        ("STRIPES", "stripes"),
        ("ibn", "IBN"),
        ("osnt", "osnet_x1_0"),
        ("osnet_x1", "osnet_x1_0"),
        ("onnx", "onnx:..."),
    ],
)
def test_the_name_that_was_meant(written, meant):
    assert nearest(written, NAMES) == f"did you mean {meant!r}?"


def test_where_none_is_near_the_names_are_listed_and_how_many_more_there_are():
    assert nearest("zzz", ["a", "b"]) == "valid names: a, b"
    assert nearest(5, ["a", "b"]) == "valid names: a, b"
    assert nearest("zzz", []) == "there are none to choose from"
    many = [f"name{k:02}" for k in range(MOST_NAMES + 3)]
    assert nearest("zzz", many).endswith("name19 and 3 more")
