"""The picture as a network sees it, and where the parts of its vectors lie on it."""

import numpy as np
import pytest

from probe.reports.sections.parts.frame import USUAL_SIZE, _place, frame_of, tiled
from probe.runs.manifest import PartEntry


def part(name: str, **place: float) -> PartEntry:
    return PartEntry(name=name, length=4, **place)


def test_only_parts_that_fill_the_picture_from_the_top_down_stand_beside_it() -> None:
    assert tiled([part("a", bottom=0.5), part("b", top=0.5)])
    assert not tiled([part("a"), part("b")])
    assert not tiled([part("a", bottom=0.4), part("b", top=0.5)])
    assert not tiled([part("a", bottom=0.5), part("b", top=0.5, right=0.5)])
    assert not tiled([part("whole")])


@pytest.mark.parametrize(
    ("letterbox", "place"),
    [(True, (14.0, 0.0, 100.0, 256.0)), (False, (0.0, 0.0, 128.0, 256.0))],
)
def test_a_picture_lies_in_the_frame_as_it_was_fitted(letterbox, place) -> None:
    assert np.allclose(_place((50, 128), (128, 256), letterbox=letterbox), place)


def test_the_frame_is_the_cards_and_holds_a_picture_of_the_condition(run, chapter) -> None:
    (entry, _) = run.manifest.backbones
    frame = frame_of(chapter, entry, 1)
    assert [frame.height, frame.width] == list(entry.card["input_size"])
    assert frame.picture == chapter.picture(1)
    # Pictures of 96 x 40 in a frame of 128 x 64: as high as it, and centred.
    assert np.allclose(frame.place, (16 / 3, 0, 160 / 3, 128), atol=0.35)


def test_a_card_without_a_size_is_taken_for_a_usual_one(run, chapter) -> None:
    entry = run.manifest.backbones[0].model_copy(update={"card": {}})
    frame = frame_of(chapter, entry, 0)
    assert (frame.height, frame.width) == USUAL_SIZE
