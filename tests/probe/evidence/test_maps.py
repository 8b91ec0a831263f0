"""Maps of black boxes, maps a backbone tells, and the check that they add up."""

from dataclasses import dataclass

import numpy as np
import pytest

from probe.contracts import VectorPart
from probe.errors import BackboneError
from probe.evidence import pair_maps, part_maps, point_maps
from probe.wording import wording_of


def pair(seed=0, count=2, size=(32, 16)):
    return np.random.default_rng(seed).integers(0, 256, (2, count, *size, 3), dtype=np.uint8)


@dataclass
class Told:
    first: np.ndarray
    second: np.ndarray
    constant_first: np.ndarray
    constant_second: np.ndarray
    cosine: np.ndarray
    kind: str = "exact"
    note: str = ""


class Speaking:
    def __init__(self, evidence, points=None):
        self.evidence, self.points = evidence, points

    def attend(self, first, second):
        return self.evidence

    def attend_points(self, first, second):
        return self.points


def told(error=0.0):
    maps = np.full((2, 2, 1), 0.25)
    zeros = np.zeros(2)
    return Told(maps, maps, zeros, zeros, np.full(2, 0.5 + error))


def test_a_backbone_that_tells_is_believed_and_checked():
    found = pair_maps(Speaking(told()), *pair())
    assert found.kind == "exact"
    assert found.additivity_error.max() == pytest.approx(0, abs=1e-12)


def test_exact_maps_that_do_not_add_up_are_not_called_exact():
    found = pair_maps(Speaking(told(error=0.01)), *pair())
    assert found.kind == "gradient"
    assert "not exact" in wording_of()(found.note)
    assert found.additivity_error.max() == pytest.approx(0.01)


def test_maps_that_are_not_finite_are_refused():
    broken = told()
    broken.first = np.full((2, 2, 1), np.nan)
    with pytest.raises(BackboneError, match="not finite"):
        pair_maps(Speaking(broken), *pair())


def test_a_black_box_has_no_points(planted):
    assert point_maps(planted(lambda p: p.mean((0, 1))), *pair()[:, 0]) is None


def test_empty_and_uneven_batches_are_refused(planted):
    backbone = planted(lambda p: p.mean((0, 1)))
    first, second = pair()
    with pytest.raises(BackboneError, match="no pairs"):
        pair_maps(backbone, first, second[:1])
    with pytest.raises(BackboneError, match="no pairs"):
        pair_maps(backbone, first[:0], second[:0])


class Parted(Speaking):
    parts = (VectorPart("upper", 2), VectorPart("lower", 3))

    def attend_parts(self, first, second):
        return self.evidence


def test_the_maps_of_parts_go_by_name_and_are_checked_each():
    maps = part_maps(Parted((told(), told(error=0.01))), *pair())
    assert list(maps) == ["upper", "lower"]
    assert [one.kind for one in maps.values()] == ["exact", "gradient"]


def test_a_backbone_that_cannot_tell_its_parts_apart_has_no_maps_of_them():
    assert part_maps(Parted(None), *pair()) is None
