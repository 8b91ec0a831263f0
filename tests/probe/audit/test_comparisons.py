"""Which pictures meet, written out by hand."""

import dataclasses

import pytest

from probe.audit.comparisons import mated, strangers


def met(comparisons):
    return sorted("".join(pair) for pair in comparisons.images.tolist())


def test_pictures_of_one_person_meet_once_within_a_condition(album, coded):
    assert met(mated(album, coded, 0, 0)) == ["a1a2", "b1b2"]
    assert met(mated(album, coded, 0, 1)) == ["a1a3", "a2a3", "b1b3", "b2b3"]


def test_strangers_of_photographs_are_everybody_else(album, coded):
    assert met(strangers(album, coded, "at_large", 0, 0)) == [
        "a1b1", "a1b2", "a1c1", "a2b1", "a2b2", "a2c1", "b1c1", "b2c1",
    ]  # fmt: skip
    assert met(strangers(album, coded, "at_large", 0, 1)) == [
        "a1b3", "a2b3", "a3c1", "b1a3", "b2a3", "b3c1",
    ]  # fmt: skip


def test_rendered_people_meet_strangers_in_their_own_clothes(album, coded):
    rendered = dataclasses.replace(album, rule="role")
    large = strangers(rendered, coded, "at_large", 0, 0)
    assert met(large) == ["a1c1", "a2c1", "b1c1", "b2c1"]
    assert large.directed
    assert met(strangers(rendered, coded, "alike", 1, 1)) == ["a3b3"]


def test_outfits_say_who_is_dressed_alike(album, coded):
    worn = [dataclasses.replace(p, outfit="red" if p.image in {"a1", "b1"} else "")
            for p in album.pictures]  # fmt: skip
    dressed = dataclasses.replace(album, pictures=tuple(worn), rule="outfit")
    assert met(strangers(dressed, coded, "alike", 0, 0)) == ["a1b1"]
    assert "a1b1" not in met(strangers(dressed, coded, "at_large", 0, 0))


def test_across_places_only_pictures_of_different_ones_meet(album, coded):
    moved = [dataclasses.replace(p, place=p.image[1]) for p in album.pictures]
    across = dataclasses.replace(album, pictures=tuple(moved), across=True)
    assert met(strangers(across, coded, "at_large", 0, 0)) == ["a1b2", "a2b1", "a2c1", "b2c1"]


def test_a_pair_of_subjects_stands_both_ways_among_ordered_pairs(album, coded):
    large = strangers(album, coded, "at_large", 0, 0)
    assert sorted(large.by_pair()) == [(0, 1), (0, 2), (1, 2)]
    assert sorted(large.ordered_pairs()) == [(0, 1), (0, 2), (1, 0), (1, 2)]
    assert large.ordered_pairs()[1, 0].mean() == pytest.approx((1.1 + 1.2 + 2.1 + 2.2) / 4)


def test_a_person_can_be_left_out(album, coded):
    assert met(strangers(album, coded, "at_large", 0, 0).without(1)) == ["a1c1", "a2c1"]
