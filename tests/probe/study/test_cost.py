"""What a study costs is counted before it starts."""

import pytest

from probe.errors import UsageError
from probe.pictures.rendered import scene_recipes
from probe.protocol.finding import load_protocol
from probe.study.cost import LARGE_CELLS, Cost, check_cost, cost_of


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
