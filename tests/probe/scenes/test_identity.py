from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.scenes.identity import BASE, TRAITS, identity, trait_values, traits

FIRST = BASE**3


@given(st.integers(0, FIRST - 1), st.integers(0, FIRST - 1))
@settings(max_examples=300, deadline=None)
def test_two_of_the_first_people_differ_in_seven_of_nine_traits(a, b):
    if a != b:
        pairs = zip(trait_values(a), trait_values(b), strict=True)
        assert sum(x != y for x, y in pairs) >= len(TRAITS) - 2


@given(st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1))
@settings(max_examples=200, deadline=None)
def test_no_two_people_share_their_traits_even_far_out(a, b):
    if a != b and max(a, b) < BASE**6:
        assert trait_values(a) != trait_values(b)


def test_every_trait_value_is_used_equally_often():
    traits = np.array([trait_values(seed) for seed in range(BASE**2)])
    for column in traits.T:
        assert (np.bincount(column, minlength=BASE) == BASE).all()


def test_thousands_of_people_are_all_different_and_sound():
    people = [identity(seed) for seed in range(3000)]
    told = {str({k: v for k, v in asdict(p).items() if k != "seed"}) for p in people}
    assert len(told) == len(people)
    heights = np.array([p.height for p in people])
    assert heights.min() > 1.5
    assert heights.max() < 1.95
    colours = np.array([(*p.skin, *p.top_colour, *p.bottom_colour, *p.shoe_colour) for p in people])
    assert ((colours > 0) & (colours < 1)).all()
    assert 0.35 < np.mean([p.female for p in people]) < 0.65


def test_clothes_of_neighbouring_people_look_different():
    looks = [(*identity(s).top_colour, *identity(s).bottom_colour) for s in range(50)]
    gaps = [np.abs(np.array(a) - b).max() for a, b in combinations(looks, 2)]
    assert min(gaps) > 0.01


@pytest.mark.parametrize("seed", [0, 5, 40000, 2**31 - 1])
def test_a_person_is_a_pure_function_of_the_seed(seed):
    first = identity(seed)
    identity.cache_clear()
    assert identity(seed) == first


def test_every_sex_and_build_is_drawn_about_equally_often():
    shown = [traits(seed) for seed in range(BASE**2)]
    for name, values in (("sex", {"female", "male"}), ("build", {"slim", "average", "broad"})):
        counts = {value: sum(one[name] == value for one in shown) for value in values}
        assert sum(counts.values()) == len(shown)
        assert min(counts.values()) > 0.9 * len(shown) / len(values) * 7 / 8


def test_a_trait_is_what_the_body_has():
    for seed in range(1, 60):
        person, shown = identity(seed), traits(seed)
        assert shown["sex"] == ("female" if person.female else "male")
        limits = {"slim": (0.82, 0.92), "average": (0.95, 1.05), "broad": (1.10, 1.20)}
        low, high = limits[shown["build"]]
        assert low <= person.build <= high
