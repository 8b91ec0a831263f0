"""Several processes in one training, as `torchrun` starts them: one a GPU.

    torchrun --nproc-per-node 4 -m probe train moco.luperson --data tracks=DIR

MoCo (section 3.3): where each process normalises its own part of a batch, query and key of a
picture must not be normalised among the same pictures, or the network learns to recognise the batch
instead of the picture. One process reaches the same by normalising in groups: queries in groups as
they stand, keys in groups of another order.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import torch
from torch import distributed, nn

from probe.backbones._training.samplers.sampler import BatchPicks, Picks
from probe.backbones._training.table import Integers
from probe.errors import UsageError
from probe.wording import Message, refusal


def join() -> None:
    """Meet the other processes of this training, where `torchrun` has started several."""
    if int(os.environ.get("WORLD_SIZE", "1")) < 2 or distributed.is_initialized():
        return
    distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")


def own_device(name: str) -> str:
    """The device of this process: with several on one machine, each has a GPU of its own."""
    if processes() > 1 and torch.cuda.is_available() and name in {"auto", "cuda"}:
        return f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
    return name


def first() -> bool:
    """Whether this is the process that writes and speaks."""
    return processes() == 1 or distributed.get_rank() == 0


def meet() -> None:
    """Wait until all processes are here."""
    if processes() > 1:
        distributed.barrier()


def together(module: nn.Module) -> nn.Module:
    """The module with gradients averaged over the processes."""
    return module if processes() == 1 else nn.parallel.DistributedDataParallel(module)


def own_part(batch: BatchPicks, unit: int) -> BatchPicks:
    """The share of a batch that is this process's.

    Args:
        batch: pictures by role.
        unit: pictures that stay together.

    Raises:
        UsageError: the batch cannot be shared equally.
    """
    if processes() == 1:
        return batch
    return {role: _share(picks, unit) for role, picks in batch.items()}


def _share(picks: Picks, unit: int) -> Picks:
    count = processes()
    if len(picks) % (count * unit):
        raise refusal(
            UsageError,
            Message("train-batch-shared", {"batch": len(picks), "processes": count}),
            hint=Message("train-change-batch"),
        )
    rows: Integers = torch.arange(len(picks)).numpy().reshape(-1, unit)
    return picks.part(rows[distributed.get_rank() :: count].reshape(-1))


@torch.no_grad()
def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """The mean over the processes of every gradient: for steps with several turns."""
    if processes() == 1:
        return
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
        distributed.all_reduce(parameter.grad)
        parameter.grad.div_(processes())


def processes() -> int:
    """How many processes train together."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


@torch.no_grad()
def gathered(rows: torch.Tensor) -> torch.Tensor:
    """`(n, ...)` of every process, one after another."""
    if processes() == 1:
        return rows
    parts = [torch.empty_like(rows) for _ in range(processes())]
    distributed.all_gather(parts, rows.contiguous())
    return torch.cat(parts)


def in_groups(
    pictures: torch.Tensor, encoder: Callable[[torch.Tensor], torch.Tensor], groups: int
) -> torch.Tensor:
    """Encode pictures `(n, ...)` in equal parts, so that batch norms see one part at a time."""
    if groups == 1:
        return encoder(pictures)
    return torch.cat([encoder(part) for part in pictures.chunk(groups)])


@torch.no_grad()
def shuffled_together(
    pictures: torch.Tensor, encoder: Callable[[torch.Tensor], torch.Tensor], groups: int = 1
) -> torch.Tensor:
    """Encode pictures `(n, ...)` in batches mixed from all processes; results in their order.

    Args:
        pictures: of this process.
        encoder: with batch norms.
        groups: parts that are normalised by themselves, mixed as well.
    """
    count = processes()
    if count == 1 and groups == 1:
        return encoder(pictures)
    everything = gathered(pictures)
    order = torch.randperm(len(everything), device=pictures.device)
    if count > 1:
        distributed.broadcast(order, src=0)
    rank, size = (distributed.get_rank() if count > 1 else 0), len(pictures)
    mixed = everything[order[rank * size : (rank + 1) * size]]
    encoded = gathered(in_groups(mixed, encoder, groups))
    back = torch.argsort(order)
    return encoded[back[rank * size : (rank + 1) * size]]
