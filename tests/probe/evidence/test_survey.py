"""A survey of a small protocol: pairs, shares, mean maps, changes."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard
from probe.evidence.grids import Box
from probe.evidence.survey import (
    SurveyTask,
    pairs_with_standard,
    survey,
)
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.finding import load_protocol

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


def test_where_only_other_cameras_are_compared_so_are_the_maps(tmp_path):
    text = PROTOCOL.replace('{level}_{take}.png"', '{level}_{camera}.png"\n  repeat: [camera]')
    (tmp_path / "apart.yaml").write_text(text + "  across: camera\n")
    # In the order of their names: the light picture first meets one of its own camera.
    seen = [(1, "c1"), (0, "c1"), (0, "c1"), (0, "c2"), (0, "c3")]
    records = tuple(
        ImageRecord(f"{k}", "ground", "s", "subject", level, "", camera, "", str(k), "", None, 1, 1)
        for k, (level, camera) in enumerate(seen)
    )
    apart = ImageSet(load_protocol(tmp_path / "apart.yaml"), "photos", records)
    assert [[r.image_id for r in pair] for pair in pairs_with_standard(apart, 1, 9)] == [
        ["0", "3", "1"]
    ]
    assert [[r.image_id for r in pair] for pair in pairs_with_standard(apart, 0, 9)] == [
        ["1", "3", "2"]
    ]
    together = replace(apart, records=records[:3])
    assert pairs_with_standard(together, 1, 9) == pairs_with_standard(together, 0, 9) == []


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


HEADS = {0: (2, 3, 24), 1: (14, 9, 17), 2: (1, 5, 30)}
"""Where the three people stand: top, left and height in pixels of the crop."""


def standing(subject, level, take):
    """A person whose head alone is bright, at a place and height of their own."""
    top, left, height = HEADS[subject]
    picture = np.full((*SIZE, 3), 60, np.uint8)
    light = (235, 150)[level] + 2 * take
    picture[top : top + round(height / 6), left : left + 3] = light
    return picture


class SeesLight(Backbone):
    """The feature is how bright every pixel is, and a constant: its maps are exact."""

    def __init__(self):
        self.card = BackboneCard(architecture="light", input_size=SIZE, needs_weights=False)

    def by_place(self, images):
        return np.clip(images[..., 0] / 255 - 0.4, 0, None).astype(float)

    def embed(self, images):
        light = self.by_place(images).reshape(len(images), -1)
        return np.concatenate([light, np.ones((len(images), 1))], axis=1).astype(np.float32)

    def attend(self, first, second):
        a, b = self.by_place(first), self.by_place(second)
        norms = [np.sqrt((each**2).sum((1, 2)) + 1) for each in (a, b)]
        scale = 1 / (norms[0] * norms[1])
        evidence = a * b * scale[:, None, None]
        cosine = evidence.sum((1, 2)) + scale
        return SimpleNamespace(
            first=evidence, second=evidence, constant_first=scale, constant_second=scale,
            cosine=cosine, kind="exact", note="",
        )  # fmt: skip

    def attend_points(self, first, second):
        return None


def body_of(record):
    top, left, height = HEADS[int(record.subject[1:])]
    return Box(top, left - 3, top + height, left + 6)


def mask_of(record):
    top, left, height = HEADS[int(record.subject[1:])]
    mask = np.zeros(SIZE, bool)
    mask[top : top + height, left : left + 3] = True
    return {"person": mask}


@pytest.mark.parametrize("given", ["keypoints", "mask"])
def test_mean_maps_of_people_in_different_places_land_on_the_body(images, given):
    """The bright heads of all lie in the upper sixth of the body's box, and nowhere else."""
    records = tuple(
        replace(
            r,
            origin=InMemory(
                standing(
                    int(r.subject[1:]), images.protocol.conditions[r.condition].index, int(r.take)
                )
            ),
        )
        for r in images.records
    )
    own = replace(images, records=records)
    bodies = {"keypoints": {"body": body_of}, "mask": {"masks": mask_of}}[given]
    task = SurveyTask(SeesLight(), Fitting(SIZE, "stretch"), **bodies)
    found = survey(task, own)
    assert {each.registered for each in found} == {given}
    rows = found[0].mean.mean.shape[0]
    # The box and a tenth above and below: the head takes 1/12 to 3/12 of it.
    head = slice(int(rows / 12) - 1, round(rows * (0.1 + 1 / 6 + 0.1) / 1.2))
    for each in found:
        whole = np.abs(each.mean.mean).sum()
        assert np.abs(each.mean.mean[head]).sum() > 0.8 * whole
        assert whole > 0.01
    fall = found[0].mean.minus(found[1].mean).mean
    assert np.abs(fall[head]).sum() > 0.8 * np.abs(fall).sum() > 0
    bare = survey(replace(task, body=None, masks=None), own)
    assert {each.registered for each in bare} == {""}
    spread = np.abs(bare[0].mean.mean)
    assert spread[head].sum() < 0.8 * spread.sum()


def test_pictures_without_a_box_take_no_part_in_a_registered_mean(images, task):
    lost = images.records[0].subject

    def some(record):
        return person_mask(record) if record.subject != lost else None

    each = survey(replace(task, masks=some), images)[0]
    assert each.registered == "mask"
    assert each.mean.pairs == 2
    assert each.maps.cosine.size == 3
    assert each.boxes[0] != (0, 0, 1, 1)
    assert each.boxes[-1] == (0, 0, 1, 1)


def test_without_masks_there_are_maps_and_no_shares(images, task):
    bare = SurveyTask(task.backbone, task.fitting)
    for each in survey(bare, images):
        assert each.shares is None
        assert each.changes == ()
        assert each.mean.outside == pytest.approx(0, abs=1e-9)
