"""Numbers of a shape are read from a card's options as they were written, or refused."""

import pytest

from probe.backbones._torch.stage_options import dashed, number_option, stages_option
from probe.contracts import BackboneCard
from probe.errors import BackboneError


def card(**options):
    return BackboneCard(architecture="arcface_trained", input_size=(32, 16), options=options)


def test_what_is_written_is_read_again():
    given = card(blocks=dashed((1, 2, 3, 4)), dimension=8)
    assert stages_option(given, "blocks") == (1, 2, 3, 4)
    assert number_option(given, "dimension") == 8


@pytest.mark.parametrize(
    "text", ["1-2-2", "1-2-2-0", "1-2-2-x", "", "1-2-2-\u00b2", "1-2-2-" + "9" * 5000]
)
def test_four_positive_numbers_are_asked_for(text):
    with pytest.raises(BackboneError, match=r"(?s)option blocks .* not four numbers") as error:
        stages_option(card(blocks=text), "blocks")
    assert "card.yaml" in error.value.hint


@pytest.mark.parametrize("value", [0, -1, "8", True, None])
def test_a_positive_number_is_asked_for(value):
    options = {} if value is None else {"dimension": value}
    with pytest.raises(BackboneError, match="option dimension"):
        number_option(card(**options), "dimension")
