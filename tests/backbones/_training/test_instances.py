"""Instances of frames side by side in a batch, and apart again."""

import numpy as np
import torch

from probe.backbones._training.instances import FrameInstances, batched


def frame(count, masks=True, size=(4, 8)):
    boxes = np.tile(np.array([2, 1, 6, 3], np.float32), (count, 1))
    crowds = np.zeros(count, np.bool_)
    crowds[:1] = True
    pictures = np.full((count, *size), 255, np.uint8) if masks else None
    return FrameInstances(boxes, np.arange(count), crowds, pictures)


def test_a_batch_keeps_what_belongs_together():
    batch = batched([frame(2), frame(0), frame(3)], (4, 8))
    assert batch.frames.tolist() == [0, 0, 2, 2, 2]
    assert batch.boxes[0].tolist() == [0.25, 0.25, 0.75, 0.75]
    assert batch.masks.shape == (5, 4, 8)
    third = batch.of_frame(2)
    # Crowds come last.
    assert third.classes.tolist() == [1, 2, 0]
    assert third.crowds.tolist() == [False, False, True]
    assert third.single().classes.tolist() == [1, 2]
    assert len(batch.of_frame(1).classes) == 0


def test_frames_without_masks_make_a_batch_without():
    assert batched([frame(1), frame(1, masks=False)], (4, 8)).masks is None


def test_some_of_the_instances():
    some = frame(3).only(np.array([False, True, True]))
    assert len(some) == 2
    assert some.classes.tolist() == [1, 2]
    assert some.masks.shape == (2, 4, 8)


def test_moved_changes_every_tensor():
    batch = batched([frame(2)], (4, 8)).moved(lambda tensor: tensor.to("meta"))
    assert {batch.boxes.device.type, batch.masks.device.type} == {"meta"}
    assert batched([frame(1, masks=False)], (4, 8)).moved(torch.clone).masks is None
