"""A backbone that sees only the person scores 0, one that sees only the background 1."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.evidence import background_reliance, measure_reliance
from probe.masking import CutOut


def measured(backbone, figures, fitting, people=6):
    pictures, masks = figures(people, seed=2)
    cuts = [CutOut(*each) for each in zip(pictures, masks, strict=True)]
    return measure_reliance(backbone, fitting, cuts, [cut.plate for cut in cuts[:4]])


def test_planted_backbones(figures, fitting, sees_person, sees_background):
    person = measured(sees_person, figures, fitting)
    background = measured(sees_background, figures, fitting)
    assert person.index.estimate == pytest.approx(0, abs=0.02)
    assert background.index.estimate == pytest.approx(1, abs=0.02)
    assert person.person_effect > 0.05
    assert background.background_effect > 0.05
    assert person.people == 6
    assert person.backgrounds == 4
    assert not person.index.refused


def test_the_own_background_pasted_back_changes_next_to_nothing(figures, fitting, planted):
    found = measured(planted(lambda p: p.mean(1).ravel()), figures, fitting)
    assert 0 < found.paste_back < 0.01


def brute(unit):
    people, grounds = unit.shape[:2]
    sums = {"both": [], "person": [], "ground": [], "none": []}
    for p in range(people):
        for b in range(grounds):
            for q in range(people):
                for c in range(grounds):
                    key = {(1, 1): "both", (1, 0): "person", (0, 1): "ground", (0, 0): "none"}[
                        (p == q, b == c)
                    ]
                    sums[key].append(unit[p, b] @ unit[q, c])
    apart = np.mean(sums["none"])
    return np.mean(sums["person"]) - apart, np.mean(sums["ground"]) - apart


def test_effects_are_the_means_over_pairs():
    unit = np.random.default_rng(0).normal(size=(5, 3, 4))
    unit /= np.linalg.norm(unit, axis=2, keepdims=True)
    unit[:, :, 0] += 0.5
    unit /= np.linalg.norm(unit, axis=2, keepdims=True)
    found = background_reliance(unit)
    assert (found.person_effect, found.background_effect) == pytest.approx(brute(unit))


def test_few_people_have_no_interval_and_one_is_refused():
    rng = np.random.default_rng(1)
    unit = rng.normal(size=(3, 2, 6)) + 3 * rng.normal(size=(3, 1, 6))
    unit /= np.linalg.norm(unit, axis=2, keepdims=True)
    assert background_reliance(unit).index.refused
    with pytest.raises(ComparisonError, match="at least two"):
        background_reliance(unit[:1])
