"""A small network that names the camera of a picture, trained on real pictures only.

It says whether a styled picture looks as if the wanted camera had taken it. People who train it are
not those whose pictures, real and styled, it is tested on. Pictures are those of the size that the
generator draws at, so that it cannot go by their sharpness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from probe.backbones._training.fitted_file import fitted_file
from probe.backbones._training.table import TrainingRecord

BATCH = 64
RATE = 1e-3
SHIFT = 3
"""Pixels by which a picture is moved at most in training (ours)."""

HELD_OUT = 0.25
"""Share of people it is tested on."""


@dataclass(frozen=True, eq=False)
class CameraClassifier:
    """A trained classifier.

    Attributes:
        network: normalised pictures to logits.
        cameras: number of the camera of every logit.
        size: (height, width) of pictures.
    """

    network: nn.Module
    cameras: NDArray[np.int64]
    size: tuple[int, int]

    @torch.inference_mode()
    def named(self, paths: Sequence[Path]) -> NDArray[np.int64]:
        """Camera numbers `(n,)` that it names for picture files."""
        chosen = [
            self.network(_as_given(pictures(paths[at : at + BATCH], self.size))).argmax(1)
            for at in range(0, len(paths), BATCH)
        ]
        return self.cameras[torch.cat(chosen).numpy()]


def pictures(paths: Sequence[Path], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Picture files `uint8 (n, h, w, 3)` at a size."""
    return np.stack([fitted_file(path, size) for path in paths])


def split_people(
    records: Sequence[TrainingRecord], seed: int
) -> tuple[list[TrainingRecord], list[TrainingRecord]]:
    """Pictures of people who train, and of people who are tested, drawn with a seed."""
    people = np.unique([record.person for record in records])
    order = np.random.default_rng(seed).permutation(people)
    tested = set(order[: max(1, round(HELD_OUT * len(order)))].tolist())
    train = [record for record in records if record.person not in tested]
    return train, [record for record in records if record.person in tested]


def train_classifier(
    records: Sequence[TrainingRecord], size: tuple[int, int], epochs: int, seed: int
) -> CameraClassifier:
    """Train on real pictures; each picture mirrored or not, and moved by a few pixels."""
    torch.manual_seed(seed)
    cameras, labels = np.unique([record.camera for record in records], return_inverse=True)
    given = torch.from_numpy(pictures([record.path for record in records], size))
    wanted = torch.from_numpy(labels.astype(np.int64))
    network = _network(len(cameras))
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE, weight_decay=5e-4)
    steps = max(1, epochs * (len(given) // BATCH))
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(epochs):
        order = torch.randperm(len(given))
        for rows in order.split(BATCH):
            if len(rows) < 2:
                continue
            loss = functional.cross_entropy(
                network(_moved(_as_given(given[rows].numpy()))), wanted[rows]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return CameraClassifier(network.eval(), cameras.astype(np.int64), size)


def _network(cameras: int) -> nn.Module:
    layers: list[nn.Module] = []
    for before, after in ((3, 32), (32, 64), (64, 128), (128, 128)):
        layers += [nn.Conv2d(before, after, 3, 2, 1), nn.BatchNorm2d(after), nn.ReLU()]
    tail = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.3), nn.Linear(128, cameras)]
    return nn.Sequential(*layers, *tail)


def _as_given(shown: NDArray[np.uint8]) -> torch.Tensor:
    return torch.tensor(shown).permute(0, 3, 1, 2).float() / 127.5 - 1


def _moved(given: torch.Tensor) -> torch.Tensor:
    if torch.rand(()) < 0.5:
        given = given.flip(3)
    down, across = (int(torch.randint(-SHIFT, SHIFT + 1, ())) for _ in range(2))
    padded = functional.pad(given, (SHIFT,) * 4, mode="replicate")
    height, width = given.shape[2:]
    top, left = SHIFT + down, SHIFT + across
    return padded[:, :, top : top + height, left : left + width]
