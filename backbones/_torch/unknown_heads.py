"""Layers of a file that a network has no place for: training's own, or a head of its features.

A trunk that runs without the head it was trained with gives vectors that nobody has trained: such a
head is refused until a card says what becomes of it. What only training uses is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import torch

from probe.backbones._torch.checkpoint import Checkpoint, Tensors
from probe.errors import CheckpointError
from probe.wording import Message, refusal

IGNORE = "ignore"
"""The value of the option `head` that leaves every unknown head out, on purpose."""

_OF_TRAINING = re.compile(r"optim|sched|scaler|criterion|loss|center|queue|memory|proxies", re.I)
"""In the names of what a training keeps beside its network."""

_CLASSIFIER = re.compile(r"classif|logits", re.I)

_STEP = 32
"""Widths of embeddings are multiples of it (ours), numbers of people in training seldom are: 702,
751, 767, 1000, 1041, 1467, 1501 and 4101 are not."""

_WIDEST = 4096
"""Values of the longest vector that a head is taken to give (ours)."""

_SHOWN = 3


def refuse_unknown_heads(
    checkpoint: Checkpoint, tensors: Tensors, root: str, known: Sequence[str], expected: str
) -> None:
    """Refuse a file whose network goes on with layers that the architecture does not know.

    Args:
        checkpoint: the file.
        tensors: what would be left out of it, by the names in the file.
        root: prefix of the network that was found.
        known: beginnings of names that are known to belong to training, or that a card leaves out.
        expected: the architecture's name.

    Raises:
        CheckpointError: names the head, and the lines of a card that take it or leave it out.
    """
    heads = unknown_heads(tensors, root, known)
    if not heads:
        return
    names = [name for group in heads.values() for name in group]
    shown = ", ".join(f"{name} {tuple(tensors[name].shape)}" for name in names[:_SHOWN])
    raise refusal(
        CheckpointError,
        Message(
            "weights-goes-on",
            {"shown": shown, "more": max(0, len(names) - _SHOWN), "expected": expected},
        ),
        place=checkpoint.path,
        hint=card_lines(expected, checkpoint, list(heads)),
    )


def card_lines(expected: str, checkpoint: Checkpoint, heads: Sequence[str]) -> Message:
    """What a card file has to say of heads."""
    file = {"expected": expected, "file": checkpoint.path.name}
    return Message("weights-head-card", {**file, "heads": " ".join(heads), "ignore": IGNORE})


def unknown_heads(tensors: Tensors, root: str, known: Sequence[str]) -> dict[str, list[str]]:
    """Layers that are neither known nor look like a classifier: name of the layer -> its tensors.

    Args:
        tensors: by the names in the file.
        root: prefix of the network.
        known: beginnings of names that do not count.
    """
    groups: dict[str, list[str]] = {}
    for name in tensors:
        if not name.startswith(tuple(known)):
            groups.setdefault(_layer(name, root), []).append(name)
    return {
        layer: names
        for layer, names in groups.items()
        if not _OF_TRAINING.search(layer) and not _is_classifier(layer, names, tensors)
    }


def _layer(name: str, root: str) -> str:
    """The first part of a name behind what it has in common with the network's prefix."""
    parts, prefix = name.split("."), root.split(".")[:-1]
    depth = 0
    while depth < min(len(prefix), len(parts) - 1) and parts[depth] == prefix[depth]:
        depth += 1
    return ".".join(parts[: depth + 1])


def _is_classifier(layer: str, names: Iterable[str], tensors: Tensors) -> bool:
    """Linear layers side by side, as many values as people: no vector comes after them."""
    shapes = {name: tuple(tensors[name].shape) for name in names}
    if any(name.endswith("running_mean") for name in shapes):
        return False
    matrices = [shape[:2] for shape in shapes.values() if is_matrix(shape)]
    one_after_another = any(one[0] == other[1] for one in matrices for other in matrices)
    if not matrices or one_after_another:
        return False
    if _CLASSIFIER.search(layer):
        return True
    return len(matrices) == 1 and (matrices[0][0] % _STEP != 0 or matrices[0][0] > _WIDEST)


def is_matrix(shape: Sequence[int]) -> bool:
    """Whether a tensor is a linear layer's, or a 1 x 1 convolution's of a pooled map."""
    return len(shape) >= 2 and all(side == 1 for side in shape[2:])


def of_heads(tensors: Tensors, head: str) -> dict[str, torch.Tensor]:
    """The tensors of one head by their names in it; a bare parameter has none."""
    return {
        name.removeprefix(f"{head}."): tensor
        for name, tensor in tensors.items()
        if name.startswith(f"{head}.")
    }
