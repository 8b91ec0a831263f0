"""Shapley values by another way, and changes charged to the regions that changed."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.errors import ComparisonError
from probe.evidence import change_shares, exact_shapley, mean_shares
from probe.masking import Layers


def by_orders(values, players):
    """The definition: mean marginal worth over all orders."""
    parts = np.zeros(players)
    orders = list(permutations(range(players)))
    for order in orders:
        coalition = 0
        for player in order:
            parts[player] += values[coalition | 1 << player] - values[coalition]
            coalition |= 1 << player
    return parts / len(orders)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10**6))
def test_equals_the_mean_over_orders(players, seed):
    values = np.random.default_rng(seed).normal(size=1 << players)
    found = exact_shapley(values)
    np.testing.assert_allclose(found, by_orders(values, players), atol=1e-12)
    assert found.sum() == pytest.approx(values[-1] - values[0])


def test_values_must_be_of_all_coalitions():
    with pytest.raises(ComparisonError, match="power of two"):
        exact_shapley(np.zeros(6))


def layered(picture, mask):
    carried = np.zeros_like(mask)
    carried[30:40, 24:28] = True
    return Layers(picture, {"person": mask, "carried": carried & ~mask})


def test_only_what_changed_is_charged(figures, fitting, planted):
    """The background changes, the person does not: at least 90 % is charged to the background."""
    pictures, masks = figures(2)
    changed = pictures[0].copy()
    kept = layered(pictures[0], masks[0]).masks
    behind = ~(kept["person"] | kept["carried"])
    changed[..., 2] = np.where(behind, 250 - pictures[0][..., 2], pictures[0][..., 2])
    backbone = planted(lambda p: p[::4, ::4].ravel() + 0.01)
    before, after = layered(pictures[0], masks[0]), layered(changed, masks[0])
    found = change_shares(backbone, fitting, pictures[1], before, after)
    assert found.parts.sum() == pytest.approx(found.change)
    assert abs(found.change) > 0.005
    share = mean_shares([found])
    assert share["background"] > 0.9
    assert abs(share["person"]) < 0.1


def test_a_planted_backbone_charges_what_it_sees(figures, fitting, sees_person, sees_background):
    pictures, masks = figures(3, seed=5)
    before, after = layered(pictures[0], masks[0]), layered(pictures[1], masks[1])
    seen = change_shares(sees_background, fitting, pictures[2], before, after)
    assert abs(seen.parts[0]) < 0.2 * np.abs(seen.parts).sum()
    seen = change_shares(sees_person, fitting, pictures[2], before, after)
    assert abs(seen.parts[2]) < 0.2 * np.abs(seen.parts).sum()


def test_what_neither_picture_shows_costs_nothing_and_changes_nothing(figures, fitting, planted):
    """An empty region is charged nothing; the others as without it, from half the pictures."""
    pictures, masks = figures(3, seed=2)
    asked = []

    def seen(picture):
        asked.append(1)
        return np.append(picture[::4, ::4].ravel(), 0.1)

    backbone = planted(seen)
    empty = np.zeros_like(masks[0])
    with_empty = [
        Layers(picture, {"person": mask, "carried": empty})
        for picture, mask in zip(pictures, masks, strict=True)
    ]
    found = change_shares(backbone, fitting, pictures[2], *with_empty[:2])
    assert len(asked) == 1 + 2**2
    without = [
        Layers(picture, {"person": mask}) for picture, mask in zip(pictures, masks, strict=True)
    ]
    alone = change_shares(backbone, fitting, pictures[2], *without[:2])
    assert found.names == ("person", "carried", "background")
    np.testing.assert_allclose(found.parts, [alone.parts[0], 0, alone.parts[1]])
    nobody = [Layers(picture, {"person": empty}) for picture in pictures]
    bare = change_shares(backbone, fitting, pictures[2], *nobody[:2])
    np.testing.assert_allclose(bare.parts, [0, bare.change], atol=1e-9)


def test_other_regions_are_refused(figures, fitting, sees_person):
    pictures, masks = figures(2)
    one = Layers(pictures[0], {"person": masks[0]})
    with pytest.raises(ComparisonError, match="person, carried"):
        change_shares(sees_person, fitting, pictures[0], one, layered(pictures[1], masks[1]))
    with pytest.raises(ComparisonError, match="did not change"):
        mean_shares([change_shares(sees_person, fitting, pictures[0], one, one)])
    with pytest.raises(ComparisonError, match="no change"):
        mean_shares([])
