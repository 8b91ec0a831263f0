"""Templates of several pictures: who has enough of them."""

from dataclasses import replace

import pytest

from probe.remedies.shipped._views import Views
from probe.wording import Message


@pytest.mark.parametrize(("count", "tried"), [(3, True), (4, True), (5, False)])
def test_a_standard_picture_cannot_be_in_its_own_template(remedy_case, count, tried):
    # Everybody has five standard pictures: four besides the one that is compared.
    reason = Views(count, Message("remedy-views-3")).why_not(remedy_case())
    assert (reason is None) == tried
    if not tried:
        assert reason.values == {"pictures": 4, "needed": 5}


def test_the_poorest_stranger_decides(remedy_case, remedy_views):
    case = replace(remedy_case(), strangers=remedy_views("o", (100, 101), 2))
    reason = Views(3, Message("remedy-views-3")).why_not(case)
    assert reason.values == {"pictures": 2, "needed": 3}
