"""Small pictures enlarged."""

from dataclasses import replace

import numpy as np

from probe.remedies import View
from probe.remedies.picture_changes import lowered
from probe.remedies.shipped.super_resolution import ENOUGH, enlarged, spec

EDGES = np.kron(np.random.default_rng(0).integers(40, 216, (8, 4, 3)), np.ones((8, 8, 1)))
SMALL = EDGES.astype(np.uint8)


def test_it_comes_down_to_what_was_seen():
    from PIL import Image

    made = spec.enlarge(SMALL)
    assert made.shape == (ENOUGH, ENOUGH // 2, 3)

    def differs(picture):
        down = Image.fromarray(picture).resize((32, 64), Image.Resampling.LANCZOS)
        return np.abs(np.asarray(down, float) - SMALL).mean()

    plain = np.asarray(Image.fromarray(SMALL).resize((128, 256), Image.Resampling.BILINEAR))
    assert differs(made) < 1
    assert differs(made) < 0.2 * differs(plain)


def test_edges_are_steeper_than_enlarged_evenly():
    from PIL import Image

    plain = np.asarray(Image.fromarray(SMALL).resize((128, 256), Image.Resampling.BILINEAR), float)
    made = spec.enlarge(SMALL).astype(float)
    assert np.abs(np.diff(made, axis=1)).max() > 1.2 * np.abs(np.diff(plain, axis=1)).max()


def test_a_picture_that_was_enlarged_goes_back_to_its_camera_first():
    large = spec.enlarge(SMALL)
    seen = []

    def remember(picture):
        seen.append(picture)
        return picture.repeat(2, 0)

    mask = np.ones(large.shape[:2], bool)
    view = View("a", 0, large[:200], mask[:200], rows=50)
    made = enlarged(view, remember)
    assert (seen[0] == lowered(large[:200], 50)).all()
    assert made.picture.shape == (100, 32, 3)
    assert made.mask.shape == (100, 32)
    assert made.rows is None


def test_what_is_large_enough_stays():
    view = View("a", 0, np.zeros((ENOUGH, 8, 3), np.uint8))
    assert enlarged(view, None) is view


def test_it_is_for_fewer_pixels(remedy_case):
    case = remedy_case()
    assert not spec.is_meant_for(case)
    assert spec.is_meant_for(replace(case, transforms=frozenset({"resolution"})))
    assert spec.is_meant_for(replace(case, seen=frozenset({"resolution"})))
    made = spec.preparation(case)(case.queries[0])
    assert made.picture.shape[0] == ENOUGH
