"""Planted scores of a model, ready to be examined."""

import numpy as np
import pytest

from probe.comparison.examination.examined import ConditionScores, Examined
from probe.statistics import strangers_from


@pytest.fixture
def planted():
    def make(apart=(2.0, 2.0), people=12, threshold=1.0, seed=0, takes=6, missing=()):
        """Mated scores of every person around `apart` (of a condition, or of condition and
        person), strangers around 0, all of spread 1; `missing` are (condition, person).
        """
        rng = np.random.default_rng(seed)
        first, second = np.triu_indices(people, 1)
        conditions = []
        for condition, centre in enumerate(apart):
            centres = np.broadcast_to(centre, people)
            scores = rng.normal(size=(len(first), 4))
            met = strangers_from([(s, first, second) for s in scores.T], people, subjects=people)
            own = tuple(
                centres[k] + rng.normal(size=0 if (condition, k) in missing else takes)
                for k in range(people)
            )
            conditions.append(ConditionScores(condition, own, met))
        names = tuple(f"p{k:02}" for k in range(people))
        model = {"protocol": "turn", "backbone": "planted"}
        return Examined(model, names, people, np.ones(people, bool), threshold, tuple(conditions))

    return make
