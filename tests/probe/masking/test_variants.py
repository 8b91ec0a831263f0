"""Mask variants: what they are made of, what they refuse, what they leave out."""

import numpy as np
import pytest

from probe.contracts import Masker, Reporter
from probe.masking.mask_set import MaskSet
from probe.masking.variants import masked_variants, unmasked
from probe.pictures.image_set import ImageSet
from probe.protocol.finding import load_protocol
from probe.runs.manifest import Manifest
from probe.runs.paths import mask_file
from probe.runs.writer import RunWriter, now
from probe.wording import wording_of

PROTOCOL = """\
name: ground
title: Ground
question: Does the background matter?
factors:
  - name: ground
    levels: [dark, light]
    standard: dark
photos:
  pattern: "{subject}_{level}.png"
"""


class UpperHalf(Masker):
    """The upper half of every picture; nothing of those named."""

    name = "halves"

    def __init__(self, *refused):
        self.refused = refused

    def mask_of(self, record, image):
        mask = np.zeros(image.shape[:2], bool)
        mask[: 0 if record.subject in self.refused else len(mask) // 2] = True
        return mask


class Heard(Reporter):
    def __init__(self):
        self.steps = []

    def step(self, text):
        self.steps.append(wording_of().either(text))


@pytest.fixture
def run_writer(tmp_path):
    manifest = Manifest(status="started", study="s", run="r", created=now(), variants=("unmasked",))
    return RunWriter(tmp_path / "r", manifest)


@pytest.fixture
def images(tmp_path, record):
    (tmp_path / "ground.yaml").write_text(PROTOCOL)
    picture = np.random.default_rng(0).integers(0, 256, (40, 20, 3), dtype=np.uint8)
    records = tuple(
        record(f"{person}{condition}", picture, condition)
        for person in ("ann", "bob")
        for condition in (0, 1)
    )
    return ImageSet(load_protocol(tmp_path / "ground.yaml"), "photos", records)


def test_pictures_as_they_are_are_not_prepared(images):
    variant = unmasked([images])
    assert (variant.name, variant.prepare, variant.prepare_digest) == ("unmasked", None, "")
    assert variant.sets == (images,)


def test_a_variant_fills_what_is_not_the_person_and_its_masks_are_written(images, run_writer):
    writer = run_writer
    (variant,) = masked_variants([UpperHalf()], [images], writer, Heard())
    assert writer.manifest.variants == ("unmasked", "halves")
    stored = MaskSet.from_bytes((writer.path / mask_file("halves")).read_bytes())
    first = images.records[0]
    np.testing.assert_array_equal(stored.mask(first.image_id)[:20], np.ones((20, 20), bool))
    picture = first.origin.load()
    prepared = variant.prepare(first, picture)
    np.testing.assert_array_equal(prepared[:20], picture[:20])
    assert len(np.unique(prepared[20:])) == 1
    assert variant.milliseconds > 0
    # Of photographs no exact masks are known: nothing to be held against.
    assert not (writer.path / mask_file("halves", ".json")).exists()


def test_a_refused_mask_is_a_failure_of_this_variant_alone(images, run_writer):
    writer, heard = run_writer, Heard()
    (variant,) = masked_variants([UpperHalf("ann1")], [images], writer, heard)
    assert [failure.variant for failure in variant.failures] == ["halves"]
    assert writer.manifest.failures == variant.failures
    assert len(variant.sets[0].records) == 3
    assert "1 picture refused" in heard.steps[0]


def test_a_masker_that_empties_a_condition_takes_no_part(images, run_writer):
    writer = run_writer
    assert masked_variants([UpperHalf("ann1", "bob1")], [images], writer, Heard()) == []
    assert writer.manifest.variants == ("unmasked",)
    assert not (writer.path / mask_file("halves")).exists()
    assert len(writer.manifest.notes) == 1
