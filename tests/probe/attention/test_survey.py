"""A survey of a small protocol: pairs, shares, mean maps, changes, and the way to disk and back."""

import numpy as np
import pytest

from probe.attention.survey import (
    SurveyTask,
    pairs_with_standard,
    points_bytes,
    read_survey,
    survey,
    survey_bytes,
)
from probe.errors import ComparisonError
from probe.images import ImageRecord, ImageSet
from probe.pictures import Fitting
from probe.protocol import load_protocol

PROTOCOL = """\
name: ground
title: Ground
question: Does the background matter?
factors:
  - name: ground
    levels: [dark, light]
    standard: dark
takes: 2
photos:
  pattern: "{subject}_{level}_{take}.png"
"""
SIZE = (32, 16)


class InMemory:
    def __init__(self, picture):
        self.picture = picture

    def load(self):
        return self.picture


def drawn(subject, level, take):
    rng = np.random.default_rng([subject, take])
    picture = np.full((*SIZE, 3), (30, 220)[level], np.uint8)
    colour = np.random.default_rng(subject).integers(60, 200, (1, 1, 3))
    picture[4:30, 5:11] = np.clip(colour + rng.normal(0, 3, (26, 6, 3)), 0, 255)
    return picture


@pytest.fixture
def images(tmp_path):
    (tmp_path / "ground.yaml").write_text(PROTOCOL)
    protocol = load_protocol(tmp_path / "ground.yaml")
    records = tuple(
        ImageRecord(
            image_id=f"{s}-{c}-{t}", protocol="ground", subject=f"p{s}", role="subject",
            condition=c, outfit="", camera="", day="", take=str(t), source=f"{s}_{c}_{t}.png",
            origin=InMemory(drawn(s, protocol.conditions[c].index, t)), width=16, height=32,
        )
        for s in range(3) for c in range(2) for t in range(2)
    )  # fmt: skip
    return ImageSet(protocol, "photos", records)


def person_mask(record):
    mask = np.zeros(SIZE, bool)
    mask[4:30, 5:11] = True
    return {"person": mask}


@pytest.fixture
def task(planted):
    backbone = planted(lambda p: np.append((p[::2, ::2] - 0.5).ravel(), 0.3))
    return SurveyTask(backbone, Fitting(SIZE, "stretch"), person_mask)


def test_every_subject_gives_one_pair_of_different_pictures(images):
    for condition in (0, 1):
        pairs = pairs_with_standard(images, condition, 8)
        assert len(pairs) == 3
        for asked, known, _ in pairs:
            assert asked.image_id != known.image_id
            assert asked.condition == condition
            assert known.condition == images.protocol.standard.index
    assert len(pairs_with_standard(images, 1, 2)) == 2


def test_a_changed_background_is_charged_to_the_background(images, task):
    found = {each.condition: each for each in survey(task, images)}
    standard = images.protocol.standard.index
    changed = found[1 - standard]
    assert changed.maps.kind == "occlusion"
    assert changed.shares.names == ("person", "background", "border", "constant")
    assert len(changed.changes) == 3
    parts = np.mean([change.parts for change in changed.changes], axis=0)
    assert parts.sum() < -0.2
    assert parts[1] / parts.sum() > 0.9
    assert found[standard].changes == ()
    fall = changed.mean.minus(found[standard].mean)
    assert fall.cosine == pytest.approx(
        changed.maps.cosine.mean() - found[standard].maps.cosine.mean()
    )


def test_a_survey_survives_the_disk(images, task):
    evidence = survey(task, images)
    data = survey_bytes(evidence)
    for stored, each in zip(read_survey(data), evidence, strict=True):
        np.testing.assert_allclose(stored["first"], each.maps.maps_first, atol=1e-6)
        np.testing.assert_allclose(stored["mean"], each.mean.mean, atol=1e-6)
        assert stored["cosine"] == pytest.approx(each.maps.cosine.tolist())
        assert tuple(stored["ids_first"]) == each.first
        assert len(stored["changes"]) == len(each.changes)
    with pytest.raises(ComparisonError, match="damaged"):
        read_survey(data[:100])


def test_without_masks_there_are_maps_and_no_shares(images, task):
    bare = SurveyTask(task.backbone, task.fitting)
    for each in survey(bare, images):
        assert each.shares is None
        assert each.changes == ()
        assert each.mean.outside == pytest.approx(0, abs=1e-9)


def test_a_black_box_has_no_points(images, task):
    assert points_bytes(task, *images.records[:2]) is None
