"""Templates of five pictures."""

from probe.remedies.registry import REMEDIES
from probe.wording import wording_of


def test_it_averages_five_pictures_and_says_so():
    remedy = REMEDIES.get("views-5")
    assert remedy.gallery_views == 5
    assert remedy.family == "views"
    assert wording_of()(remedy.label) == "five gallery views"
