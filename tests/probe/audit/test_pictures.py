"""Who is on which picture, as the table of a run says."""

import dataclasses

from probe.audit.pictures import albums_of, standard_album


def test_an_album_holds_the_pictures_of_the_run(stored):
    scored = set(stored.scored_pictures("stripes"))
    album = albums_of(stored, scored)["turn"]
    assert (len(album.pictures), album.conditions, album.standard) == (70, 3, 2)
    assert album.subjects == album.people == [f"{k:02d}" for k in range(1, 9)]
    assert (album.rule, album.across) == ("unknown", False)
    assert len(album.of(1, subject=True)) == 23


def test_a_picture_that_was_not_scored_is_left_out(stored):
    scored = set(stored.scored_pictures("stripes"))
    album = albums_of(stored, scored - {min(scored)})["turn"]
    assert len(album.pictures) == 69


def test_further_strangers_come_after_the_subjects(album):
    assert album.subjects == ["ann", "bob"]
    assert album.people == ["ann", "bob", "cat"]


def test_standard_pictures_of_several_protocols_count_once(album):
    other = dataclasses.replace(album, pictures=album.pictures[2:], standard=1)
    together = standard_album([album, other])
    assert sorted(p.image for p in together.pictures) == ["a1", "a2", "a3", "b1", "b2", "b3", "c1"]
    assert {p.condition for p in together.pictures} == {0}
