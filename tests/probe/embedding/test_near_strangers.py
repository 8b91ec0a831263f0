"""Pictures of two people that are almost one to every model."""

from dataclasses import dataclass

import numpy as np

from probe.embedding.embed import Embeddings
from probe.embedding.near_strangers import NEAR, NearStrangers, photographed
from probe.wording import wording_of


@dataclass(frozen=True)
class Shot:
    """What is looked at of an image record."""

    image_id: str
    subject: str

    @property
    def source(self) -> str:
        return f"{self.subject}/{self.image_id}.png"


@dataclass(frozen=True)
class Shots:
    """What is looked at of an image set."""

    source: str
    records: list[Shot]


SHOTS = [Shot("a", "one"), Shot("b", "one"), Shot("c", "two"), Shot("d", "three")]


def at_angles(*degrees, length=1.0):
    """Vectors of the four pictures at angles on a circle: their cosines are known."""
    turned = np.radians(degrees)
    vectors = length * np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    return Embeddings(tuple(shot.image_id for shot in SHOTS), vectors)


def test_two_people_whose_vectors_are_almost_one_are_named():
    near = NearStrangers(SHOTS)
    near.add(at_angles(0, 1, 30, 31, length=40))
    near.add(at_angles(0, 90, 45, 46))
    (note,) = near.notes()
    assert np.cos(np.radians(1)) > NEAR
    assert note.values["count"] == 1
    assert wording_of()(note).startswith("1 pair of pictures of two people is almost one")
    assert "two/c.png (two) and three/d.png (three)" in wording_of()(note)


def test_what_one_model_alone_cannot_tell_apart_is_not_said_of_the_pictures():
    near = NearStrangers(SHOTS)
    near.add(at_angles(0, 1, 30, 31))
    near.add(at_angles(0, 1, 30, 60))
    assert near.notes() == ()


def test_pictures_of_one_person_may_be_as_near_as_they_like():
    near = NearStrangers(SHOTS)
    near.add(at_angles(0, 0, 30, 60))
    assert near.notes() == ()
    assert NearStrangers(SHOTS).notes() == ()


def test_the_nearest_pair_is_named_and_all_are_counted():
    near = NearStrangers(SHOTS)
    near.add(at_angles(0, 30, 2, 2.5))
    (note,) = near.notes()
    assert note.values["count"] == 3
    assert (note.values["first_person"], note.values["second_person"]) == ("two", "three")


def test_only_photographs_are_looked_at_each_once():
    sets = [Shots("photos", SHOTS[:2]), Shots("scene", SHOTS[2:3]), Shots("photos", SHOTS[1:2])]
    assert [record.image_id for record in photographed(sets)] == ["a", "b"]
