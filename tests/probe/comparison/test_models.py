"""Two models on the same pictures: differences that are there are found, others are not."""

import numpy as np
import pytest

from probe.comparison import (
    ALL,
    ModelGroup,
    Standing,
    VectorScores,
    compare,
    standard_strangers,
)
from probe.comparison import compare_models as compare_groups
from probe.embedding.embed import Embeddings
from probe.statistics import Gap, threshold_at
from probe.wording import wording_of
from tests.probe.comparison.test_cells import rendered, study

in_words = wording_of().stored


def compare_models(standings, standard):
    return compare_groups({"p": ModelGroup(standings, standard)})["p"]


def standing(rng, people, mated, missed):
    pairs = rng.normal(0.4, 0.02, (people, people))
    np.fill_diagonal(pairs, np.nan)
    return Standing(Gap(mated, (pairs + pairs.T) / 2), missed)


def models(seed, people=24, loss=0.0):
    """Two models over three conditions; the second loses `loss` in condition 2 only."""
    rng = np.random.default_rng(seed)
    person = rng.normal(0, 0.03, people)
    found = {}
    for name, less in (("a", 0.0), ("b", loss)):
        found[name] = {
            c: standing(
                rng,
                people,
                0.8 + person + rng.normal(0, 0.01, people) - (less if c == 2 else 0),
                np.clip(rng.normal(0.1 + (less if c == 2 else 0), 0.05, people), 0, 1),
            )
            for c in range(3)
        }
    return found


def by_place(found):
    return {(d.figure, d.condition): d.decision for d in found}


def test_a_planted_difference_is_found_where_it_is():
    decisions = by_place(compare_models(models(0, loss=0.2), standard=0))
    for figure in ("mean", "retention", "fnmr"):
        assert decisions[figure, 2].differs
        assert decisions[figure, 2].interval.covers(0.2 if figure == "fnmr" else -0.2) or (
            figure == "retention"
        )
        assert not decisions[figure, 1].differs
    # Two pseudo-subjects make the FNMR interval wide: diluted over conditions it decides nothing.
    assert decisions["mean", ALL].differs
    assert decisions["retention", ALL].differs


def test_the_difference_is_second_minus_first_and_turns_with_the_order():
    found = models(1, loss=0.2)
    forward = by_place(compare_models(found, 0))
    backward = by_place(compare_models(dict(reversed(found.items())), 0))
    for key, decision in forward.items():
        other = backward[key]
        assert decision.interval.estimate == pytest.approx(-other.interval.estimate, nan_ok=True)
        assert decision.p_value == pytest.approx(other.p_value, abs=1e-6, nan_ok=True)


def test_equal_models_are_seldom_called_different():
    """At most 5 % of families of equal models show any difference (binomial limit at 99.9 %)."""
    wrong = 0
    for seed in range(60):
        decisions = by_place(compare_models(models(seed, people=12), 0))
        wrong += any(decisions["mean", c].differs for c in range(3))
    assert wrong <= 9


def test_the_standard_condition_has_no_retention_to_compare():
    assert ("retention", 0) not in by_place(compare_models(models(2), 0))


def test_few_people_are_not_decided_and_it_is_said():
    decisions = by_place(compare_models(models(3, people=3), 0))
    assert all(not d.differs and d.interval.note for d in decisions.values())


def test_every_pair_of_backbones_is_compared_once():
    found = {**models(0), "c": models(5)["a"]}
    pairs = {(d.first, d.second) for d in compare_models(found, 0)}
    assert pairs == {("a", "b"), ("a", "c"), ("b", "c")}


def test_without_a_threshold_that_is_the_reason_and_not_the_pictures():
    found = models(4)
    bare = {c: Standing(one.gap, np.full(24, np.nan)) for c, one in found["b"].items()}
    decisions = by_place(compare_models({"a": found["a"], "b": bare}, 0))
    assert {in_words(decisions["fnmr", c].interval.note) for c in (0, 1, 2, ALL)} == {
        "there is no threshold"
    }
    assert not decisions["mean", 1].interval.refused


def standings_of(images, vectors, ids, rate=0.2):
    scores = VectorScores(Embeddings(ids, vectors.astype(np.float32)))
    strangers = standard_strangers([images], scores)
    thresholds = [threshold_at(strangers.tuning_scores, rate)]
    value = thresholds[0].value
    return compare(images, scores, strangers, value, rate, thresholds=thresholds).standings


@pytest.fixture(scope="module")
def a_good_model_and_noise():
    """12 people: a model that knows them, and one whose vectors are noise."""
    images, embeddings = study(rendered(12), alike="role")
    rng = np.random.default_rng(8)
    persons = {name: rng.normal(size=16) for name in {r.subject for r in images.records}}
    subject = {r.image_id: r.subject for r in images.records}
    known = np.array([persons[subject[i]] for i in embeddings.ids])
    good, noise = (known * k + rng.normal(size=known.shape) for k in (1.0, 0.0))
    return {
        "good": standings_of(images, good, embeddings.ids),
        "noise": standings_of(images, noise, embeddings.ids),
    }


def test_a_model_that_is_noise_is_never_preferred(a_good_model_and_noise):
    """Whatever share of its margin noise keeps: it has none, and tells nobody apart."""
    decisions = by_place(compare_models(a_good_model_and_noise, 1))
    for figure, sign in (("auc", -1), ("dprime", -1), ("fnmr", 1)):
        decision = decisions[figure, ALL]
        assert decision.differs
        assert decision.interval.estimate * sign > 0
    assert not decisions["retention", ALL].differs


def test_the_difference_is_that_of_the_cells_own_figures(a_good_model_and_noise):
    decisions = by_place(compare_models(a_good_model_and_noise, 1))
    good, noise = (a_good_model_and_noise[name][2].separation for name in ("good", "noise"))
    expected = noise.auc.estimate - good.auc.estimate
    assert decisions["auc", 2].interval.estimate == pytest.approx(expected, abs=1e-12)
    assert noise.auc.estimate == pytest.approx(0.5, abs=0.1)


def test_the_error_of_the_threshold_widens_the_interval_of_misses():
    standings = models(6, loss=0.1)
    rng = np.random.default_rng(1)
    people = np.arange(24)
    moved = {
        name: {
            c: Standing(one.gap, one.miss_rates, shifts=shifts, people=people)
            for c, one in model.items()
        }
        for (name, model), shifts in zip(
            standings.items(), rng.normal(0, 0.1, (2, 24)), strict=True
        )
    }
    plain, wide = (
        by_place(compare_models(given, 0))["fnmr", ALL].interval for given in (standings, moved)
    )
    assert wide.estimate == plain.estimate
    assert wide.width > plain.width


def test_more_models_make_a_decision_harder():
    """One family over all pairs and protocols: the same difference has a larger adjusted p."""
    two = models(0, loss=0.2)
    alone = compare_groups({"p": ModelGroup(two, 0)})["p"]
    among = compare_groups({"p": ModelGroup(two, 0), "q": ModelGroup(models(9), 0)})["p"]
    first, second = (by_place(found)["retention", ALL] for found in (alone, among))
    assert first.p_value == second.p_value
    assert second.adjusted > first.adjusted


def test_without_strangers_there_is_no_area_and_it_is_said():
    decisions = by_place(compare_models(models(3), 0))
    assert in_words(decisions["auc", ALL].interval.note) == "no strangers to compare"
