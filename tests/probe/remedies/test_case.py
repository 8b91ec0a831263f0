"""The pictures that remedies are tried on, and the order of a template."""

from dataclasses import replace

import pytest

from probe.errors import ComparisonError
from probe.remedies.case import RemedyCase


@pytest.mark.parametrize("role", ["queries", "standard", "strangers"])
def test_a_role_without_pictures_is_refused(remedy_views, role):
    views = {name: remedy_views("v", (0,), 1) for name in ("queries", "standard", "strangers")}
    with pytest.raises(ComparisonError, match=f"no pictures as {role}"):
        RemedyCase(**views | {role: ()}, subjects=1)


def test_a_template_takes_a_standard_picture_then_further_ones_then_the_rest(remedy_views):
    case = RemedyCase(
        queries=remedy_views("q", (0, 1), 1),
        standard=remedy_views("s", (0, 1), 2),
        strangers=remedy_views("o", (100,), 2),
        subjects=2,
        gallery=remedy_views("g", (0, 1), 3),
        stranger_gallery=remedy_views("h", (100,), 3),
    )
    subjects, strangers = case.template(3)
    assert [view.image_id for view in subjects] == [
        "s0.0", "g0.0", "g0.1", "s0.1", "s1.0", "g1.0", "g1.1", "s1.1",
    ]  # fmt: skip
    assert [view.image_id for view in strangers] == ["o100.0", "h100.0", "h100.1", "o100.1"]
    assert case.template(1)[0] == case.standard
    assert len(case.views) == 2 + 4 + 2 + 6 + 3


def test_a_picture_is_a_shot_of_its_own_unless_it_says_otherwise(remedy_views):
    (view,) = remedy_views("v", (0,), 1)
    assert view.taken == view.image_id
    assert replace(view, shot="other").taken == "other"
