"""A run says whom it compares before it begins."""

from dataclasses import replace

import pytest

from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.study.announcement import what_is_compared
from probe.wording import wording_of


def said(*sets, models=2):
    return wording_of()(what_is_compared(sets, models))


def test_people_conditions_pictures_and_models_are_counted(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    people, pictures = len(images.subjects), len(images.records)
    conditions = len(images.protocol.conditions)
    assert said(images) == (
        f"comparing {people} people in {conditions} conditions: {pictures} pictures, 2 models; "
        "strangers are any two different people"
    )
    assert said(images, models=1).count("1 model;") == 1
    assert f"in {2 * conditions} conditions: {pictures} pictures" in said(images, images)


def test_people_who_are_strangers_only_are_told(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    one = images.subjects[0]
    records = tuple(replace(r, role="stranger") if r.subject != one else r for r in images.records)
    told = said(replace(images, records=records))
    assert told.startswith("comparing 1 person in")
    assert told.endswith(f"people, {len(images.subjects) - 1} more of them for that alone")


@pytest.mark.parametrize("source", ["photos", "scene"])
def test_what_compared_pictures_must_differ_in_is_told(photos, protocol_file, source):
    images = photo_set(load_protocol(protocol_file), photos)
    plain = images.protocol
    if source == "photos":
        across = {"photos": plain.photos.model_copy(update={"across": "day"})}
    else:
        across = {"scene": {"orientation": "$level"}, "again": {"light": 1}}
    told = said(replace(images, protocol=plain.model_copy(update=across), source=source))
    word = {"photos": "days", "scene": "sessions"}[source]
    assert told.endswith(f"only pictures of different {word} are compared")
