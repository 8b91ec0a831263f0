"""A network of a Python program as a backbone, and what decides its vectors."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.contracts import BackboneCard, BackboneLoader, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal

_OF_MODULES = frozenset(vars(nn.Module()))
"""What every module has: parameters, buffers, parts, hooks, its mode."""


def load_module(network: nn.Module, card: BackboneCard, runtime: Runtime) -> TorchBackbone:
    """A copy of the network as a backbone: the program's own stays as it is.

    Args:
        network: normalised float `(n, 3, h, w)` to `(n, d)`, or `(n, d, 1, 1)`.
        card: how pictures come in.
        runtime: device, engine, precision.

    Raises:
        BackboneError: it gives something else than one vector a picture.
    """
    own = copy.deepcopy(network).float().cpu().eval()
    with torch.inference_mode():
        given = own(torch.zeros(2, 3, *card.input_size))
    if isinstance(given, torch.Tensor) and given.ndim == 4 and given.shape[2:] == (1, 1):
        own = nn.Sequential(own, nn.Flatten())
    elif not isinstance(given, torch.Tensor) or given.ndim != 2 or len(given) != 2:
        form = tuple(given.shape) if isinstance(given, torch.Tensor) else type(given).__name__
        raise refusal(
            BackboneError,
            Message("weights-module-gives", {"form": str(form)}),
            place=card.name,
            hint=Message("weights-wrap-module"),
        )
    return TorchBackbone(card.with_changes(dimension=int(given.shape[1])), own, runtime)


def module_state(
    network: nn.Module, text_of: Callable[[object, str], str]
) -> tuple[str, tuple[str, ...]]:
    """Digest of all that is set in a network, and the modules that its classes come from.

    Args:
        network: its parameters, buffers and plain attributes count.
        text_of: a plain value as text, or an error for a value that is none (see
            `probe.embedding.wrapped.state_text`).

    Returns:
        hex sha256, and names of Python modules.

    Raises:
        UnknownError: an attribute is no plain data, or a hook is set.
    """
    digest = hashlib.sha256()
    kinds: set[str] = set()
    for name, part in network.named_modules():
        kind = type(part)
        kinds |= {one.__module__ for one in kind.__mro__ if one is not object}
        place = f"{name or 'the network'} ({kind.__name__})"
        digest.update(f"{name} {kind.__module__}.{kind.__qualname__}\n".encode())
        for key, value in sorted(vars(part).items()):
            if key not in _OF_MODULES or ("hook" in key and value):
                digest.update(f"{key} {text_of(value, f'{place}.{key}')}\n".encode())
    tensors = [*network.named_parameters(), *network.named_buffers()]
    for name, tensor in tensors:
        plain = tensor.detach().cpu().contiguous()
        digest.update(f"{name} {plain.dtype} {tuple(plain.shape)}\n".encode())
        digest.update(plain.flatten().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest(), tuple(sorted(kinds))


def loader_of(network: nn.Module) -> BackboneLoader:
    """What opens a network of a program."""

    def load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> TorchBackbone:
        return load_module(network, card, runtime)

    return load
