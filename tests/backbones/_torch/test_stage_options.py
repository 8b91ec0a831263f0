"""The shape of a trained network is told by its card's options, or refused."""

import pytest

from probe.backbones._torch.stage_options import dashed, number_option, stages_option
from probe.backbones.arcface.trained import trained_network as arcface
from probe.backbones.moco.trained import trained_network as moco
from probe.contracts import BackboneCard
from probe.errors import BackboneError


def card(**options):
    return BackboneCard(architecture="arcface_trained", input_size=(32, 16), options=options)


def test_what_is_written_is_read_again():
    given = card(blocks=dashed((1, 2, 3, 4)), dimension=8)
    assert stages_option(given, "blocks") == (1, 2, 3, 4)
    assert number_option(given, "dimension") == 8


@pytest.mark.parametrize("text", ["1-2-2", "1-2-2-0", "1-2-2-x", ""])
def test_four_positive_numbers_are_asked_for(text):
    with pytest.raises(BackboneError, match=r"option blocks .* not four numbers") as error:
        stages_option(card(blocks=text), "blocks")
    assert "card.yaml" in error.value.hint


@pytest.mark.parametrize("value", [0, -1, "8", True, None])
def test_a_positive_number_is_asked_for(value):
    options = {} if value is None else {"dimension": value}
    with pytest.raises(BackboneError, match="option dimension"):
        number_option(card(**options), "dimension")


@pytest.mark.parametrize(
    ("network", "options", "missing"),
    [
        (arcface, {"blocks": "1-2-2", "widths": "4-4-4-8", "dimension": 8}, "blocks"),
        (arcface, {"blocks": "1-2-2-2", "dimension": 8}, "widths"),
        (arcface, {"blocks": "1-2-2-2", "widths": "4-4-4-8"}, "dimension"),
        (moco, {"blocks": "1-2-2-2", "widths": "4-4-4-8"}, "last_stride"),
    ],
)
def test_options_without_a_shape_are_refused(network, options, missing):
    with pytest.raises(BackboneError, match=f"option {missing}"):
        network(card(**options))
