"""The pictures of a batch as tensors, by role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import torch

from probe.backbones._training.instances import InstanceBatch
from probe.backbones._training.samplers.sampler import ROLE


@dataclass(frozen=True, eq=False)
class PictureBatch:
    """Pictures of a batch that have one role.

    Attributes:
        views: `(views, n, 3, h, w)`, normalised.
        labels: `(n,)` class numbers; -1 where the person is not known.
        cameras: `(n,)` camera numbers over all sets.
        sets: `(n,)` numbers of the data sets.
        rows: `(n,)` rows of the training table.
        copies: `(n,)` 0 for a picture itself, k for its k-th styled copy.
        masks: `(views, n, 1, h, w)`, 0 to 1, where the recipe loads them.
        keypoints: `(views, n, joints, 3)`, where the recipe loads them.
        instances: of the first view of the n frames, where the recipe loads them.
    """

    views: torch.Tensor
    labels: torch.Tensor
    cameras: torch.Tensor
    sets: torch.Tensor
    rows: torch.Tensor
    copies: torch.Tensor
    masks: torch.Tensor | None = None
    keypoints: torch.Tensor | None = None
    instances: InstanceBatch | None = None

    @property
    def pictures(self) -> torch.Tensor:
        """The only view, `(n, 3, h, w)`; the first where there are several."""
        return self.views[0]

    def to(self, device: torch.device) -> PictureBatch:
        """The same on a device."""
        return self._with_tensors(lambda tensor: tensor.to(device, non_blocking=True))

    def pin_memory(self) -> PictureBatch:
        """The same in memory that a GPU can fetch from while it computes."""
        return self._with_tensors(lambda tensor: tensor.pin_memory())

    def channels_last(self) -> PictureBatch:
        """The same with the memory order that convolutions are fastest with."""
        views = [view.contiguous(memory_format=torch.channels_last) for view in self.views]
        return replace(self, views=torch.stack(views))

    def _with_tensors(self, change: Callable[[torch.Tensor], torch.Tensor]) -> PictureBatch:
        names = [field.name for field in fields(self) if field.name != "instances"]
        values = {name: getattr(self, name) for name in names}
        instances = None if self.instances is None else self.instances.moved(change)
        changed = {name: change(value) for name, value in values.items() if value is not None}
        return replace(self, instances=instances, **changed)


class Batch(dict[str, PictureBatch]):
    """The pictures of a batch by role."""

    @property
    def only(self) -> PictureBatch:
        """The pictures of a batch that has one role.

        Raises:
            KeyError: there are several roles.
        """
        return self[ROLE]

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""
        return Batch({role: part.to(device) for role, part in self.items()})

    def pin_memory(self) -> Batch:
        """See `PictureBatch.pin_memory`."""
        return Batch({role: part.pin_memory() for role, part in self.items()})

    def channels_last(self) -> Batch:
        """See `PictureBatch.channels_last`."""
        return Batch({role: part.channels_last() for role, part in self.items()})
