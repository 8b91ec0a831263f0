"""Batches of augmented pictures, the same for any number of workers that decode them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from probe.backbones._training.augmentation import Augmentation, drawn_for
from probe.backbones._training.sampler import Integers, PeopleTimesPictures, Shuffled
from probe.pictures.decoding import read_picture

Batch = tuple[torch.Tensor, torch.Tensor]
"""Views `(views, n, 3, h, w)` and labels `(n,)`."""


@dataclass(frozen=True, eq=False)
class TrainingPictures:
    """What batches are made of: files, labels, augmentation, views, seed."""

    files: Sequence[Path]
    labels: Integers
    augmentation: Augmentation
    views: int
    seed: int


class _Views(Dataset[Batch]):
    """Item (epoch, place in the epoch, picture): its views, drawn from these numbers alone."""

    def __init__(self, pictures: TrainingPictures) -> None:
        self.pictures = pictures

    def __getitem__(self, key: tuple[int, int, int]) -> Batch:
        epoch, place, picture = key
        given = self.pictures
        pixels = read_picture(given.files[picture])
        views = [
            given.augmentation.apply(pixels, drawn_for(given.seed, epoch, (place, view)))
            for view in range(given.views)
        ]
        return torch.from_numpy(np.stack(views)), torch.tensor(int(given.labels[picture]))


class _Keys:
    """The keys of the items of every batch of an epoch."""

    def __init__(self, epoch: int, batches: Sequence[Integers]) -> None:
        self.epoch, self.batches = epoch, batches

    def __iter__(self) -> Iterator[list[tuple[int, int, int]]]:
        place = 0
        for batch in self.batches:
            yield [(self.epoch, place + at, int(picture)) for at, picture in enumerate(batch)]
            place += len(batch)

    def __len__(self) -> int:
        return len(self.batches)


def epoch_batches(
    pictures: TrainingPictures, sampler: Shuffled | PeopleTimesPictures, epoch: int
) -> list[Integers]:
    """Which pictures are in every batch of an epoch: of seed and epoch alone."""
    return sampler.batches(pictures.labels, np.random.default_rng([pictures.seed, epoch, 2**31]))


def loaded(
    pictures: TrainingPictures, batches: Sequence[Integers], epoch: int, workers: int
) -> Iterator[Batch]:
    """The batches of an epoch.

    Args:
        pictures: what they are made of.
        batches: positions of the pictures of each, see `epoch_batches`.
        epoch: counted from 0.
        workers: processes that decode and augment; 0 does it here.

    Raises:
        PictureError: a picture cannot be read; the message names it.
    """
    loader: DataLoader[Batch] = DataLoader(
        _Views(pictures),
        batch_sampler=_Keys(epoch, batches),
        num_workers=workers,
        collate_fn=_collated,
        pin_memory=torch.cuda.is_available(),
    )
    yield from loader


def _collated(items: list[Batch]) -> Batch:
    views = torch.stack([views for views, _ in items], dim=1)
    return views, torch.stack([label for _, label in items])
