"""Image sets: who is compared, what changes the digest, what an empty condition says."""

from dataclasses import replace

import pytest

from probe.errors import PictureSourceError
from probe.pictures.image_set import study_digest
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol


@pytest.fixture
def images(photos, protocol_file):
    return photo_set(load_protocol(protocol_file), photos)


def test_the_digest_follows_places_not_order(images):
    turned = replace(images, records=images.records[::-1])
    assert turned.digest() == images.digest()
    moved = (replace(images.records[0], take="9"), *images.records[1:])
    assert replace(images, records=moved).digest() != images.digest()
    assert study_digest([images]) == study_digest([turned])


def test_a_picture_is_never_compared_with_itself(images):
    first, second = images.records[:2]
    assert images.across is None
    assert not images.comparable(first, first)
    assert images.comparable(first, second)


def test_across_cameras_only_other_cameras_are_compared(images):
    across = images.protocol.photos.model_copy(update={"across": "camera"})
    protocol = images.protocol.model_copy(update={"photos": across})
    places = replace(images, protocol=protocol)
    one, other = (replace(record, camera="1") for record in images.records[:2])
    assert not places.comparable(one, other)
    assert places.comparable(one, replace(other, camera="2"))


def test_an_empty_condition_is_named(images):
    kept = tuple(record for record in images.records if record.condition)
    with pytest.raises(PictureSourceError, match=r"the condition '0' .* has no usable picture"):
        replace(images, records=kept)


def test_subjects_are_sorted_people_of_the_protocol(images):
    assert images.subjects == [f"{person:02d}" for person in range(1, 9)]
