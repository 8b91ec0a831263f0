"""Batches of augmented pictures, the same for any number of workers that decode them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset

from probe.backbones._training.augmentation import Augmentation, Prepared, drawn_for
from probe.backbones._training.augmentations.step import Sample
from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.frame_data import instances_of
from probe.backbones._training.instances import FrameInstances, InstanceBatch, batched
from probe.backbones._training.keypoints import check_inside, read_keypoints
from probe.backbones._training.samplers.sampler import BatchPicks, Sampler
from probe.backbones._training.table import TrainingTable
from probe.errors import PictureError
from probe.pictures.decoding import read_picture
from probe.wording import Message, refusal


@dataclass(frozen=True, eq=False)
class TrainingPictures:
    """What the batches of a stage are made of.

    Attributes:
        table: the pictures.
        augmentations: by role of the sampler.
        views: of every picture.
        seed: of the recipe.
        stage: number of the stage, counted from 0.
        load: `mask`, `keypoints`, `instances`, some of them or none.
    """

    table: TrainingTable
    augmentations: Mapping[str, Augmentation]
    views: int
    seed: int
    stage: int = 0
    load: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Key:
    """Which picture an item is, and what its random numbers depend on."""

    epoch: int
    place: int
    role: str
    row: int
    copy: int


_Item = tuple[_Key, list[Prepared]]


class _Items(Dataset[_Item]):
    """An item's views: of the seed, the stage and its key alone."""

    def __init__(self, pictures: TrainingPictures) -> None:
        self.pictures = pictures

    def __getitem__(self, key: _Key) -> _Item:
        given, sample = self.pictures, _sample(self.pictures, key)
        steps = given.augmentations[key.role]
        # A stage after the first draws other numbers; the first draws those of older versions.
        after = (given.stage,) if given.stage else ()
        views = [
            steps.prepare(sample, drawn_for(given.seed, key.epoch, (key.place, view, *after)))
            for view in range(given.views)
        ]
        return key, views


def epoch_batches(pictures: TrainingPictures, sampler: Sampler, epoch: int) -> list[BatchPicks]:
    """Which pictures are in every batch of an epoch: of seed, stage and epoch alone."""
    after = (pictures.stage,) if pictures.stage else ()
    drawn = np.random.default_rng([pictures.seed, epoch, 2**31, *after])
    return sampler.batches(pictures.table, drawn)


def loaded(
    pictures: TrainingPictures,
    batches: Sequence[BatchPicks],
    epoch: int,
    workers: int,
    begin: int = 0,
) -> Iterator[Batch]:
    """The batches of an epoch.

    Args:
        pictures: what they are made of.
        batches: the pictures of each, see `epoch_batches`.
        epoch: counted from 0.
        workers: processes that decode and augment; 0 does it here.
        begin: batches that are left out at the start, for an epoch that was cut short.

    Raises:
        PictureError: a picture, its mask or its keypoints cannot be read; the message names it.
    """
    keys = [_keys(epoch, place, batch) for place, batch in _places(batches)]
    loader: DataLoader[_Item] = DataLoader(
        _Items(pictures),
        batch_sampler=keys[begin:],
        num_workers=workers,
        collate_fn=_Collated(pictures),
        pin_memory=torch.cuda.is_available(),
        # A loader draws a number from torch's generator when it begins: an epoch that is gone on
        # with has drawn it before.
        generator=torch.Generator() if begin else None,
    )
    yield from loader


def _places(batches: Sequence[BatchPicks]) -> Iterator[tuple[int, BatchPicks]]:
    """Every batch with the number of pictures before it in its epoch."""
    place = 0
    for batch in batches:
        yield place, batch
        place += sum(map(len, batch.values()))


def _keys(epoch: int, place: int, batch: BatchPicks) -> list[_Key]:
    keys = []
    for role, chosen in batch.items():
        columns = (chosen.draws.tolist(), chosen.rows.tolist(), chosen.copies.tolist())
        keys += [
            _Key(epoch, place + draw, role, row, copy)
            for draw, row, copy in zip(*columns, strict=True)
        ]
        place += len(chosen)
    return keys


def _sample(pictures: TrainingPictures, key: _Key) -> Sample:
    record = pictures.table.records[key.row]
    path = record.styled[key.copy - 1] if key.copy else record.path
    image = Image.fromarray(read_picture(path))
    mask = joints = None
    if "mask" in pictures.load:
        if record.mask is None:
            raise refusal(PictureError, Message("train-no-mask"), place=path)
        mask = Image.fromarray(read_picture(record.mask)).convert("L")
        if mask.size != image.size:
            raise refusal(
                PictureError, Message("train-mask-size", {"picture": path.name}), place=record.mask
            )
    if "keypoints" in pictures.load:
        if record.keypoints is None:
            raise refusal(PictureError, Message("train-no-keypoints"), place=path)
        joints = read_keypoints(record.keypoints)
        check_inside(joints, image.size, record.keypoints)
    return Sample(image, mask, joints, _instances(pictures, key, image.size))


def _instances(
    pictures: TrainingPictures, key: _Key, size: tuple[int, int]
) -> FrameInstances | None:
    """What is marked in a frame, of a picture (width, height)."""
    if "instances" not in pictures.load:
        return None
    frame = pictures.table.records[key.row].frame
    assert frame is not None  # checked before the first stage
    return instances_of(frame, size[::-1])


class _Collated:
    """Items of a batch as tensors, role by role."""

    def __init__(self, pictures: TrainingPictures) -> None:
        self.table = pictures.table

    def __call__(self, items: Sequence[_Item]) -> Batch:
        roles = dict.fromkeys(key.role for key, _ in items)
        return Batch(
            {role: self._part([item for item in items if item[0].role == role]) for role in roles}
        )

    def _part(self, items: Sequence[_Item]) -> PictureBatch:
        rows = np.array([key.row for key, _ in items], np.int64)
        return PictureBatch(
            views=_stacked([[view.picture for view in views] for _, views in items]),
            labels=torch.from_numpy(self.table.labels[rows]),
            cameras=torch.from_numpy(self.table.cameras[rows]),
            sets=torch.from_numpy(self.table.sets[rows]),
            rows=torch.from_numpy(rows),
            copies=torch.tensor([key.copy for key, _ in items]),
            masks=_optional([[view.mask for view in views] for _, views in items]),
            keypoints=_optional([[view.joints for view in views] for _, views in items]),
            instances=_first_instances([views[0] for _, views in items]),
        )


def _stacked(values: Sequence[Sequence[np.ndarray]]) -> torch.Tensor:
    """`(views, n, ...)` from n lists of views."""
    return torch.stack([torch.from_numpy(np.stack(views)) for views in values], dim=1)


def _first_instances(views: Sequence[Prepared]) -> InstanceBatch | None:
    """The instances of a batch, where its pictures are frames."""
    frames = [view.instances for view in views if view.instances is not None]
    return batched(frames, views[0].picture.shape[1:]) if len(frames) == len(views) else None


def _optional(values: Sequence[Sequence[np.ndarray | None]]) -> torch.Tensor | None:
    whole = [[value for value in views if value is not None] for views in values]
    return _stacked(whole) if all(whole) else None
