"""The map of every part of the vectors, beside the pair whose maps are shown."""

import pytest


def test_maps_of_parts_are_drawn_beside_the_pair_where_the_model_tells(
    parted, parted_chapter
) -> None:
    stripes, halves = parted_chapter.data("looks").models
    assert stripes.parts == ()
    maps = parted.part_maps("halves", "turn")
    assert [seen.label.split()[0] for seen in halves.parts] == ["upper", "lower"]
    shown = [float(seen.label.split()[1].replace("−", "-")) for seen in halves.parts]
    assert shown == pytest.approx([one.cosine for one in maps], abs=0.005001)
    assert halves.parts[0].picture != halves.parts[1].picture
