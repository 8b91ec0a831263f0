"""A camera that was not in training gets the embedding that the card asks for, and no other."""

from pathlib import Path

import pytest
import torch

from probe.backbones._torch.side_information import camera_embedding, plain_name, with_camera
from probe.contracts import BackboneCard
from probe.errors import CheckpointError
from probe.wording import Message, wording_of

ROWS = torch.tensor([[1.0, 2.0], [3.0, 6.0], [5.0, 1.0]])
FILE = Path("w.pth")


def card(architecture="net", **options):
    return BackboneCard(architecture, input_size=(256, 128), options=options)


@pytest.mark.parametrize("shape", [(3, 2), (3, 1, 2)])
def test_the_mean_or_a_camera_stands_in_with_its_coefficient(shape):
    tensors = {"embed": ROWS.view(shape)}
    for asked, row in (("mean", [3.0, 3.0]), (0, [1.0, 2.0]), (2, [5.0, 1.0])):
        added = camera_embedding(card(camera=asked, coefficient=1.5), tensors, "embed", FILE)
        assert added.tolist() == [1.5 * value for value in row]
    assert camera_embedding(card(camera=2), tensors, "embed", FILE).tolist() == [5.0, 1.0]


def test_weights_without_cameras_add_nothing():
    assert camera_embedding(card(camera=""), {}, "embed", FILE) is None
    with pytest.raises(CheckpointError, match="these have none") as caught:
        camera_embedding(card("net_mean_camera", camera="mean"), {}, "embed", FILE)
    assert caught.value.hint == "Use --backbone net=w.pth"


def test_weights_with_cameras_need_a_choice():
    with pytest.raises(CheckpointError, match="one of the 3") as caught:
        camera_embedding(card(), {"embed": ROWS}, "embed", FILE)
    assert "--backbone net_mean_camera=w.pth" in caught.value.hint


@pytest.mark.parametrize("asked", [3, -1, "first", True, 1.0])
def test_cameras_that_are_none_are_refused(asked):
    with pytest.raises(CheckpointError, match=f"from 0 to 2, not {asked}"):
        camera_embedding(card(camera=asked), {"embed": ROWS}, "embed", FILE)


def test_the_card_says_what_stands_in():
    feature, words = Message("card-feature-trunk"), wording_of("en")
    assert words(with_camera(feature, card(camera="mean"), 6)).endswith(
        "has no neck, with the mean embedding of 6 training cameras or views"
    )
    assert words(with_camera(feature, card(camera=4), 6)).endswith(
        "has no neck, as seen by training camera or view 4 of 6"
    )
    assert plain_name(card("clip_reid_mean_camera")) == plain_name(card("clip_reid"))
