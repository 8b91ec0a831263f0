"""The base of remedies changes nothing."""

import numpy as np

from probe.remedies.remedy import Remedy
from probe.remedies.scoring import Scoring, Side


def test_a_remedy_that_overrides_nothing_does_nothing(remedy_case):
    case, remedy = remedy_case(), Remedy()
    side = Side(np.eye(2), np.arange(2), np.array(["a", "b"]))
    scoring = Scoring()
    assert remedy.is_meant_for(case)
    assert remedy.why_not(case) is None
    assert remedy.caution(case) is None
    assert remedy.preparation(case) is None
    assert remedy.change_side(side, case.queries, None) is side
    assert remedy.change_scoring(scoring, side) is scoring
    assert (remedy.gallery_views, remedy.uses_masks, remedy.family) == (1, False, "")
