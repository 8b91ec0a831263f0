"""Names chosen by patterns, as recipes write them."""

import pytest

from probe.backbones._training.patterns import check_patterns, is_chosen
from probe.errors import UsageError


@pytest.mark.parametrize(
    ("pattern", "chosen"),
    [
        ("generator", {"generator", "generator.down.bias"}),
        ("generator.down", {"generator.down.bias"}),
        ("*.bias", {"generator.down.bias", "generator_2.bias"}),
        ("*", {"generator", "generator.down.bias", "generator_2.bias"}),
        ("down", set()),
    ],
)
def test_a_pattern_chooses_a_part_or_what_it_fits(pattern, chosen):
    names = ("generator", "generator.down.bias", "generator_2.bias")
    assert {name for name in names if is_chosen(name, (pattern,))} == chosen


def test_a_pattern_that_chooses_nothing_is_a_mistake():
    check_patterns(("generator",), ["generator.bias"], "frozen", "here")
    with pytest.raises(UsageError, match=r"frozen: nothing is named 'genrator'") as caught:
        check_patterns(("genrator",), ["generator.bias", "critic.bias"], "frozen", "here")
    assert "did you mean 'generator'?" in str(caught.value)
