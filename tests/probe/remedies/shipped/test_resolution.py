"""All pictures at the lower resolution of the two conditions."""

from dataclasses import replace

from probe.remedies.shipped.resolution import spec


def test_larger_pictures_come_down_to_the_smaller_condition(remedy_case, remedy_views):
    case = replace(remedy_case(), queries=remedy_views("q", range(8), 2, size=(16, 8)))
    prepare = spec.preparation(case)
    assert prepare(case.standard[0]).picture.shape == (16, 8, 3)
    assert prepare(case.standard[0]).mask.shape == (16, 8)
    assert prepare(case.queries[0]).picture is case.queries[0].picture


def test_it_is_the_median_that_decides(remedy_case, remedy_views):
    """One small picture does not bring all others down."""
    small = remedy_views("q", (0,), 1, size=(8, 4))
    case = replace(remedy_case(), queries=small + remedy_views("r", range(1, 8), 2))
    assert spec.preparation(case)(case.standard[0]).picture.shape[0] == 32
