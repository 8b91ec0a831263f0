"""Masks from the nodes of a cluster are those of one machine; a masker that differs is refused."""

from dataclasses import replace

import numpy as np
import pytest

from probe.cluster.place import on_a_node
from probe.contracts import Masker
from probe.errors import ClusterError, MaskError, PictureError, PictureSourceError, UsageError
from probe.masking.making import MaskWork, masks_here
from probe.masking.mask_set import MaskFailure
from probe.masking.on_nodes import MaskLikeness, MasksOnNodes, MaskWorkThere


class Darker(Masker):
    """Everything darker than a grey."""

    name = "darker"

    def __init__(self, grey=100):
        self.grey = grey

    def mask(self, image):
        return image.mean(axis=2) < self.grey


class Missing(Masker):
    name = "darker"


def picture(seed):
    return np.random.default_rng(seed).integers(0, 256, (40, 20, 3), np.uint8)


@pytest.fixture
def records(record):
    return [record(name, picture(seed)) for seed, name in enumerate("abc")]


@pytest.fixture(autouse=True)
def _named(monkeypatch):
    for module in ("probe.masking.on_nodes", "probe.cluster.ray_nodes"):
        monkeypatch.setattr(f"{module}.this_node", lambda: "far (10.0.0.7, 1)")


def work(records, again=Darker, **changes):
    likeness = replace(MaskLikeness.of(Darker(), records[0]), **changes)
    return MaskWorkThere("darker", again, records[0], likeness)


def test_a_node_makes_the_masks_of_this_machine(records):
    there = work(records)
    for here, record in zip(masks_here(Darker(), records), records, strict=True):
        np.testing.assert_array_equal(there(record).bits, here.bits)
        assert there(record).shape == (40, 20)


def test_a_picture_without_a_mask_is_told_as_here(records, record):
    white = record("white", np.full((40, 20, 3), 255, np.uint8))
    failure = work(records)(white)
    assert isinstance(failure, MaskFailure)
    assert failure == MaskWork(Darker())(white)
    assert MaskLikeness.of(Darker(), white).mask == failure.reason


@pytest.mark.parametrize(
    ("again", "changes", "said"),
    [
        (lambda: Darker(90), {}, "its mask of the first picture differs"),
        (Darker, {"key": "other"}, "its weights, card or code differ"),
    ],
)
def test_a_node_that_masks_otherwise_is_refused(records, again, changes, said):
    with pytest.raises(ClusterError, match=said):
        work(records, again, **changes)(records[1])


@pytest.mark.parametrize("error", [PictureSourceError, UsageError])
def test_a_store_that_a_node_cannot_read_costs_no_picture(records, error):
    """It ends the run: another node would have had the mask."""

    class Unfetched:
        def load(self):
            raise error("the store cannot be read")

    away = replace(records[1], origin=Unfetched())
    there = work(records)
    with on_a_node(), pytest.raises(error):
        there(away)
    assert isinstance(MaskWork(Darker())(away), MaskFailure)


def test_a_masker_that_a_node_cannot_open_is_told_with_the_node(records):
    def again():
        raise MaskError("no such folder", place="/masks")

    with pytest.raises(ClusterError, match=r"/masks: the node far .* cannot load this masker"):
        work(records, again)(records[0])


def test_a_picture_that_only_a_node_cannot_read_is_no_failure_of_its_mask(record):
    lost = record("lost", None)
    assert isinstance(MaskWork(Darker())(lost), MaskFailure)
    with on_a_node(), pytest.raises(PictureError, match="gone"):
        MaskWork(Darker())(lost)


class OneNode:
    """A node that works here, and keeps what asked for its GPU."""

    size = 1

    def __init__(self):
        self.asked = []

    def on_gpus(self, needing):
        self.asked.append(needing)
        return self

    def ordered(self, work, items, ahead):
        return map(work, items)


@pytest.mark.parametrize("on_gpu", [False, True])
def test_a_masker_has_a_gpu_of_a_node_where_it_computes_on_one(records, on_gpu):
    node, masker = OneNode(), Darker()
    masker.on_gpu = on_gpu
    masks = list(MasksOnNodes(node, {"darker": Darker})(masker, records))
    assert node.asked == (["darker"] if on_gpu else [])
    for mask, here in zip(masks, masks_here(masker, records), strict=True):
        np.testing.assert_array_equal(mask.bits, here.bits)
