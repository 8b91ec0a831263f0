"""Which measured levels speak for a wish."""

import pytest

from probe.conclusions.site import parse_site
from probe.conclusions.site.reach import reach
from probe.wording import wording_of


@pytest.mark.parametrize(
    ("text", "inside", "beside", "missing"),
    [
        ("distance=3..10", "4 6 8 10", "2", ()),
        ("distance=4..10", "4 6 8 10", "", ()),
        ("distance=5", "", "4 6", ()),
        ("distance=6", "6", "", ()),
        ("distance=any", "2 4 6 8 10 14", "", ()),
        ("distance=9..20", "10 14", "8", ("beyond 14\u00a0m",)),
        ("distance=20..30", "", "", ("beyond 14\u00a0m",)),
        ("distance=0.5..1", "", "", ("below 2\u00a0m",)),
        ("distance=0..99", "2 4 6 8 10 14", "", ("below 2\u00a0m", "beyond 14\u00a0m")),
        ("camera_height=2.3m", "", "172 232", ()),
        ("orientation=any", "0 90 180 270", "", ()),
        ("orientation=315..45", "0", "90 270", ()),
        ("orientation=180", "180", "", ()),
        ("orientation=100..120", "", "90 180", ()),
        ("facing=any", "0 90 180", "", ("between 180° and 0°",)),
        ("facing=45..200", "90 180", "0", ("between 180° and 0°",)),
        ("facing=0..180", "0 90 180", "", ()),
        ("facing=200..220", "", "", ("between 180° and 0°",)),
        ("clothing=grey", "grey", "", ()),
        ("clothing=any", "white grey red", "", ()),
    ],
)
def test_only_measured_levels_speak_for_a_wish(protocols, text, inside, beside, missing):
    (wish,) = parse_site(text, protocols).wishes
    name, axis = next(
        (p.name, a) for p in protocols.values() for a in p.axes if a.name == wish.factor
    )
    levels = reach(axis, wish, name)
    assert set(levels.inside) == set(inside.split())
    assert set(levels.beside) == set(beside.split())
    assert tuple(wording_of()(part) for part in levels.missing) == missing
