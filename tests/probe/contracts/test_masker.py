"""What a masker must write, and what it has without writing it."""

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from probe.contracts import Masker, MaskerSpec, Runtime

PICTURE = np.zeros((4, 2, 3), np.uint8)
PICTURE[1:3] = 200
RECORD = SimpleNamespace(image_id="0a", source="p1/1.png", origin=None)


class Bright(Masker):
    """Looks at the pixels only."""

    name = "bright"

    def mask(self, image):
        return image.mean(2) > 100


class Named(Masker):
    """Must know which picture it is."""

    name = "named"
    given = True

    def mask_of(self, record, image):
        return np.full(image.shape[:2], record.source.startswith("p1"))


def test_a_masker_that_looks_at_pixels_needs_no_record():
    expected = np.array([[False], [True], [True], [False]]).repeat(2, axis=1)
    assert np.array_equal(Bright().mask(PICTURE), expected)
    assert np.array_equal(Bright().mask_of(RECORD, PICTURE), expected)
    assert not Bright().given


def test_a_masker_of_named_pictures_is_asked_with_the_record():
    assert Named().mask_of(RECORD, PICTURE).all()
    with pytest.raises(NotImplementedError, match="Named overrides neither mask nor mask_of"):
        Named().mask(PICTURE)


def test_the_name_stands_for_the_masks_where_nothing_else_decides_them():
    assert Bright().digest == "bright"


def test_a_spec_opens_with_path_and_runtime_and_asks_for_nothing_unless_it_says_so():
    opened = []
    spec = MaskerSpec("bright pixels", lambda *given: opened.append(given) or Bright())
    runtime = Runtime("cpu")
    assert spec.open(Path("masks"), runtime).name == "bright"
    assert opened == [(Path("masks"), runtime)]
    assert (spec.argument, spec.optional, spec.hint) == ("", False, "")
    with pytest.raises(dataclasses.FrozenInstanceError):
        spec.summary = "other"
