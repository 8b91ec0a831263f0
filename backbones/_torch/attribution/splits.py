"""Where a network is cut in two: the feature map whose positions are told apart, and the head.

A network declares its map by a method `feature_map(x)` that its `forward` calls once; it gives
`(n, c, h, w)`, or a tuple of such maps for a network with several branches; a wrapper may call a
trunk that declares the same map. The networks of timm are cut where timm cuts them,
`forward_features` and `forward_head`; vision transformers that read a class token are cut inside
the last block, before attention gathers the patches into the token.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from probe.wording import Message

Maps = tuple[torch.Tensor, ...]


@dataclass(frozen=True, eq=False)
class MapState:
    """What a head reads.

    Attributes:
        maps: `(n, c, h, w)` each: what is split into positions.
        fixed: further tensors `(n, ...)`: what belongs to no position (a class token's own way).
    """

    maps: Maps
    fixed: Maps = ()

    def with_maps(self, maps: Maps) -> MapState:
        """Other maps; `fixed` repeated to their number of pictures."""
        count = len(maps[0])
        return MapState(maps, tuple(f.expand(count, *f.shape[1:]) for f in self.fixed))


@dataclass(frozen=True)
class Split:
    """A network in two parts: `head(trunk(x))` is its feature.

    Attributes:
        trunk: normalised `(n, 3, h, w)` to what the head reads.
        head: from there to features `(n, d)`.
        note: what a reader of the maps must know; empty for nothing.
    """

    trunk: Callable[[torch.Tensor], MapState]
    head: Callable[[MapState], torch.Tensor]
    note: Message | str = ""


def split_of(network: Any, x: torch.Tensor) -> Split | None:
    """The split of a network; None when it declares no map, or does not go through it.

    Args:
        network: in evaluation mode.
        x: a normalised picture `(1, 3, h, w)`, to see what the parts give.
    """
    split = None
    if callable(getattr(network, "feature_map", None)):
        split = _declared(network)
    elif hasattr(network, "forward_features") and hasattr(network, "forward_head"):
        with torch.no_grad():
            split = _of_timm(network, network.forward_features(x))
    return split if split is not None and _holds(split, network, x) else None


def with_flip(split: Split) -> Split:
    """The split of the sum of a picture's feature and its mirror image's."""

    def trunk(x: torch.Tensor) -> MapState:
        upright, mirrored = split.trunk(x), split.trunk(x.flip(3))
        back = tuple(m.flip(3) for m in mirrored.maps)
        return MapState((*upright.maps, *back), (*upright.fixed, *mirrored.fixed))

    def head(state: MapState) -> torch.Tensor:
        maps, fixed = len(state.maps) // 2, len(state.fixed) // 2
        turned = tuple(m.flip(3) for m in state.maps[maps:])
        upright = split.head(MapState(state.maps[:maps], state.fixed[:fixed]))
        return upright + split.head(MapState(turned, state.fixed[fixed:]))

    return Split(trunk, head, split.note)


def _declared(network: Any) -> Split:
    def trunk(x: torch.Tensor) -> MapState:
        maps = network.feature_map(x)
        return MapState(tuple(maps) if isinstance(maps, tuple | list) else (maps,))

    def head(state: MapState) -> torch.Tensor:
        given = _with_map(network, state.maps if len(state.maps) > 1 else state.maps[0])
        unseen = state.maps[0].new_empty((len(state.maps[0]), 3, 1, 1))
        features: torch.Tensor = given.forward(unseen)
        return features

    return Split(trunk, head)


def _with_map(module: Any, feature_map: Any) -> Any:
    """A copy that shares all weights, its map (and that of the trunk inside it) given."""
    given = copy.copy(module)
    given._modules = {
        name: _with_map(child, feature_map) if child is not None and _declares(child) else child
        for name, child in module._modules.items()
    }
    if callable(getattr(module, "feature_map", None)):
        given.feature_map = lambda x: feature_map
    return given


def _declares(module: nn.Module) -> bool:
    return any(callable(getattr(part, "feature_map", None)) for part in module.modules())


def _holds(split: Split, network: Any, x: torch.Tensor) -> bool:
    """Whether trunk and head together really are the network."""
    try:
        with torch.no_grad():
            feature, expected = split.head(split.trunk(x)), network(x)
    except (RuntimeError, TypeError, ValueError, IndexError):
        return False
    scale = float(expected.abs().max())
    # Ours: 1e-4 of the largest value is rounding, a head that is not the network's differs by more.
    same = feature.shape == expected.shape
    return same and float((feature - expected).abs().max()) <= 1e-4 * max(scale, 1e-12)


def _of_timm(network: Any, features: torch.Tensor) -> Split | None:
    if features.ndim == 4:
        return _of_map(network, channels_last=_channels_last(network, features))
    grid = getattr(getattr(network, "patch_embed", None), "grid_size", None)
    if features.ndim != 3 or grid is None:
        return None
    prefix = int(getattr(network, "num_prefix_tokens", 0))
    if features.shape[1] != prefix + grid[0] * grid[1]:
        return None
    pool = getattr(network, "global_pool", "")
    if pool in {"avg", "avgmax", "max"} and getattr(network, "attn_pool", None) is None:
        return _of_tokens(network, grid, prefix)
    if pool == "token" and hasattr(network, "blocks") and hasattr(network.blocks[-1], "norm1"):
        return _of_class_token(network, grid, prefix)
    return None


def _channels_last(network: Any, features: torch.Tensor) -> bool:
    stated = str(getattr(network, "output_fmt", ""))
    if stated:
        return stated.endswith("NHWC")
    width = getattr(network, "num_features", features.shape[1])
    return features.shape[1] != width and features.shape[3] == width


def _of_map(network: Any, *, channels_last: bool) -> Split:
    def trunk(x: torch.Tensor) -> MapState:
        feature_map = network.forward_features(x)
        return MapState((feature_map.permute(0, 3, 1, 2) if channels_last else feature_map,))

    def head(state: MapState) -> torch.Tensor:
        given = state.maps[0]
        features: torch.Tensor = network.forward_head(
            given.permute(0, 2, 3, 1) if channels_last else given
        )
        return features.flatten(1)

    return Split(trunk, head)


def _of_tokens(network: Any, grid: tuple[int, int], prefix: int) -> Split:
    def trunk(x: torch.Tensor) -> MapState:
        tokens = network.forward_features(x)
        return MapState((_as_map(tokens[:, prefix:], grid),), (tokens[:, :prefix],))

    def head(state: MapState) -> torch.Tensor:
        tokens = torch.cat([state.fixed[0], _as_tokens(state.maps[0])], 1)
        features: torch.Tensor = network.forward_head(tokens)
        return features

    return Split(trunk, head)


def _of_class_token(network: Any, grid: tuple[int, int], prefix: int) -> Split:
    """Cut after the first norm of the last block: from there the patches reach the class token."""
    block = network.blocks[-1]

    def trunk(x: torch.Tensor) -> MapState:
        caught: list[torch.Tensor] = []
        hook = block.register_forward_pre_hook(lambda module, given: caught.append(given[0]))
        try:
            network.forward_features(x)
        finally:
            hook.remove()
        stream = caught[0]
        tokens = block.norm1(stream)
        return MapState((_as_map(tokens[:, prefix:], grid),), (tokens[:, :prefix], stream))

    def head(state: MapState) -> torch.Tensor:
        tokens = torch.cat([state.fixed[0], _as_tokens(state.maps[0])], 1)
        given = copy.copy(block)
        given._modules = {**block._modules, "norm1": _Given(tokens)}
        features: torch.Tensor = network.forward_head(network.norm(given(state.fixed[1])))
        return features

    return Split(trunk, head, Message("note-class-token"))


class _Given(nn.Module):
    """Gives the same tensor whatever it is asked."""

    def __init__(self, tokens: torch.Tensor) -> None:
        super().__init__()
        self.tokens = [tokens]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The tensor, whatever `x`."""
        return self.tokens[0]


def _as_map(tokens: torch.Tensor, grid: tuple[int, int]) -> torch.Tensor:
    return tokens.transpose(1, 2).reshape(len(tokens), -1, *grid)


def _as_tokens(patches: torch.Tensor) -> torch.Tensor:
    return patches.flatten(2).transpose(1, 2)
