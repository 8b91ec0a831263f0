"""What a study costs is counted before it starts."""

import pytest

from probe.errors import UsageError
from probe.pictures.rendered import scene_recipes
from probe.protocol.finding import load_protocol
from probe.study.cost import LARGE_CELLS, Cost, check_cost, cost_of
from probe.wording import Message, wording_of


@pytest.mark.parametrize("name", ["camera_height", "orientation"])
def test_pictures_are_counted_as_they_are_rendered(name):
    protocol = load_protocol(name)
    cost = cost_of([protocol], 3, 2, 1)
    assert cost.pictures == len(scene_recipes(protocol, 3))
    assert cost.cells == 2 * 3 * len(protocol.conditions) ** 2
    assert cost_of([protocol], 0, 1, 1).pictures == 0


def test_beyond_the_limits_it_must_be_asked_for():
    check_cost(Cost(100_000, LARGE_CELLS), large=False)
    for cost in (Cost(100_001, 1), Cost(0, LARGE_CELLS + 1)):
        check_cost(cost, large=True)
        with pytest.raises(UsageError, match=f"{cost.pictures:,} pictures") as caught:
            check_cost(cost, large=False)
        assert "--any-size" in caught.value.hint


def test_the_cost_is_told_in_words():
    words = wording_of()
    counts = {"pictures": 1200, "cells": 27, "megabytes": 60}
    assert words(Message("progress-cost", counts)) == (
        "1,200 pictures to render, less those that are kept (about 60 MB); 27 cells"
    )
    assert words(Message("progress-cost", {**counts, "pictures": 0})) == "27 cells"
