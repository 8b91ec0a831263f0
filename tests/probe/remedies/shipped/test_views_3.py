"""Templates of three pictures."""

from probe.remedies.registry import REMEDIES
from probe.wording import wording_of


def test_it_averages_three_pictures_and_says_so():
    remedy = REMEDIES.get("views-3")
    assert remedy.gallery_views == 3
    assert remedy.family == "views"
    assert wording_of()(remedy.label) == "three gallery views"
