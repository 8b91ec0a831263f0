"""The pictures of a batch as tensors, by role."""

import pytest
import torch

from probe.backbones._training.batch import Batch, PictureBatch


def pictures(views=2, **changes):
    numbers = torch.arange(4)
    values = {
        "views": torch.rand(views, 4, 3, 8, 6), "labels": numbers, "cameras": numbers,
        "sets": numbers, "rows": numbers, "copies": numbers,
    }  # fmt: skip
    return PictureBatch(**{**values, **changes})


def test_the_first_view_stands_for_the_only_one():
    batch = pictures()
    assert batch.pictures.shape == (4, 3, 8, 6)
    assert torch.equal(batch.pictures, batch.views[0])


def test_all_tensors_move_to_the_device_and_what_is_not_loaded_stays_none():
    moved = pictures(masks=torch.ones(2, 4, 1, 8, 6)).to(torch.device("meta"))
    assert moved.views.is_meta
    assert moved.copies.is_meta
    assert moved.masks.is_meta
    assert moved.keypoints is None


def test_channels_last_changes_the_order_in_memory_and_no_number():
    batch = pictures()
    changed = batch.channels_last()
    assert torch.equal(changed.views, batch.views)
    for view in changed.views:
        assert view.is_contiguous(memory_format=torch.channels_last)
    assert changed.labels is batch.labels


def test_only_is_for_batches_of_one_role():
    one = pictures()
    assert Batch(all=one).only is one
    with pytest.raises(KeyError):
        _ = Batch(source=one, target=one).only


def test_a_batch_moves_every_role():
    moved = Batch(source=pictures(), target=pictures(1)).to(torch.device("meta"))
    assert isinstance(moved, Batch)
    assert {role: part.views.shape[0] for role, part in moved.items()} == {"source": 2, "target": 1}
    assert all(part.labels.is_meta for part in moved.values())
    last = Batch(all=pictures()).channels_last().only
    assert last.views[1].is_contiguous(memory_format=torch.channels_last)
