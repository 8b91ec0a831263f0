"""A head that a network goes on with: a linear layer, a batch norm, or both, named by a card.

Activations and dropout have no tensors, so they are not seen: what the numbers of layers leave open
is refused, and the vector is what the last layer gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import nn

from probe.backbones._torch.checkpoint import Checkpoint, Tensors
from probe.backbones._torch.unknown_heads import is_matrix, of_heads
from probe.errors import CheckpointError
from probe.wording import Message, nearest, refusal

_EXPORT = Message("weights-export-or-module")


class WithHead(nn.Module):
    """A network and what its features go through."""

    def __init__(self, trunk: nn.Module, head: nn.Sequential) -> None:
        super().__init__()
        self.trunk, self.head = trunk, head

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to vectors `(n, d)`."""
        vectors: torch.Tensor = self.head(self.trunk(x))
        return vectors


def with_head(
    trunk: nn.Module, width: int, checkpoint: Checkpoint, tensors: Tensors, names: Sequence[str]
) -> tuple[WithHead, int]:
    """A network that goes on with a head of its file.

    Args:
        trunk: filled.
        width: of its features.
        checkpoint: the file, for messages.
        tensors: by the names in the file.
        names: of the head's layers, one after another.

    Returns:
        the network, and the length of its vectors.

    Raises:
        CheckpointError: no such head, layers of another kind, or of another width.
    """
    layers: list[nn.Module] = []
    for name in names:
        inside = of_heads(tensors, name)
        if not inside:
            there = {key.rpartition(".")[0] for key in tensors}
            raise refusal(
                CheckpointError,
                Message("weights-no-head", {"name": repr(name)}),
                place=checkpoint.path,
                hint=nearest(name, there),
            )
        layers += [_layer(name, part, checkpoint) for part in _in_order(name, inside, checkpoint)]
    kinds = [type(layer) for layer in layers]
    if max(map(kinds.count, kinds)) > 1:
        raise _other_layers(
            Message("weights-head-between", {"head": " ".join(names), "layers": len(layers)}),
            checkpoint,
        )
    for layer in layers:
        taken = layer.in_features if isinstance(layer, nn.Linear) else _features(layer)
        if taken != width:
            raise refusal(
                CheckpointError,
                Message(
                    "weights-head-width", {"head": " ".join(names), "taken": taken, "width": width}
                ),
                place=checkpoint.path,
                hint=Message("weights-head-order", {"export": _EXPORT}),
            )
        width = layer.out_features if isinstance(layer, nn.Linear) else width
    return WithHead(trunk, nn.Sequential(*layers)), width


def _features(layer: nn.Module) -> int:
    assert isinstance(layer, nn.BatchNorm1d)
    return layer.num_features


def _in_order(name: str, inside: Tensors, checkpoint: Checkpoint) -> list[Tensors]:
    """The layers of a head as they are numbered; a layer itself where nothing is numbered."""
    parts: dict[str, Tensors] = {}
    for key, tensor in inside.items():
        place, _, field = key.rpartition(".")
        parts.setdefault(place, {})[field] = tensor
    numbers = list(parts)
    if numbers == [""]:
        return [parts[""]]
    if sorted(numbers) != [str(number) for number in range(len(numbers))]:
        raise _other_layers(
            Message("weights-head-numbered", {"head": name, "layers": tuple(numbers)}),
            checkpoint,
        )
    return [parts[str(number)] for number in range(len(numbers))]


def _layer(name: str, fields: Mapping[str, torch.Tensor], checkpoint: Checkpoint) -> nn.Module:
    """A linear layer or a batch norm with its values."""
    weight, bias = fields.get("weight"), fields.get("bias")
    layer: nn.Module
    if "running_mean" in fields and "running_var" in fields:
        layer = nn.BatchNorm1d(len(fields["running_mean"]), affine=weight is not None)
        values = {key: value for key, value in fields.items() if key in layer.state_dict()}
        if weight is not None and bias is None:
            values["bias"] = torch.zeros_like(weight)
    elif (
        weight is not None and is_matrix(tuple(weight.shape)) and set(fields) <= {"weight", "bias"}
    ):
        layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
        values = {
            key: value.flatten(1) if value.ndim > 1 else value for key, value in fields.items()
        }
    else:
        raise _other_layers(Message("weights-head-neither", {"head": name}), checkpoint)
    layer.load_state_dict(values, strict=False)
    return layer


def _other_layers(message: Message, checkpoint: Checkpoint) -> CheckpointError:
    return refusal(CheckpointError, message, place=checkpoint.path, hint=_EXPORT)
