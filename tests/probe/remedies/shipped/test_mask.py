"""The background filled with grey."""

from dataclasses import replace

import numpy as np

from probe.pictures.fitting import FILL
from probe.remedies.shipped.mask import spec


def test_what_is_not_the_person_is_filled(remedy_case):
    case = remedy_case()
    view = case.queries[0]
    filled = spec.preparation(case)(view)
    np.testing.assert_array_equal(filled.picture[view.mask], view.picture[view.mask])
    assert (filled.picture[~view.mask] == FILL).all()


def test_it_needs_a_mask_of_every_picture(remedy_case):
    case = remedy_case()
    assert spec.why_not(case) is None
    bare = replace(case.strangers[-1], mask=None)
    lacking = replace(case, strangers=(*case.strangers[:-1], bare))
    assert spec.why_not(lacking).id == "remedy-without-masks"
    assert spec.preparation(lacking)(bare) is bare
    assert spec.uses_masks
