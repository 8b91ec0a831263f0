"""The similarity of two pictures, split over their positions.

With f = sum_p A_p + b and g = sum_q B_q + c (affine heads, see `gates`), the cosine is
[sum_p A_p.g + b.g] / (|f| |g|): map and constant of the first picture; the same from the other
side; and [sum_pq A_p.B_q + sum_p A_p.c + sum_q b.B_q + b.c] / (|f| |g|) point to point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from probe.backbones._torch.attribution.gates import FrozenGates
from probe.backbones._torch.attribution.splits import MapState, Split, split_of, with_flip
from probe.backbones._torch.preprocess import Normalise
from probe.backbones._torch.taken_array import tensor_of
from probe.contracts import BackboneCard, Pictures
from probe.errors import BackboneError
from probe.wording import Message, joined_notes

Floats = NDArray[np.float64]
Kind = Literal["exact", "gradient"]

_BATCH = 8
"""Pairs at a time (ours): gradients of their heads are held at once."""

_CHUNK = 32
"""Positions at a time (ours) that a head is run on alone."""


class HasNetwork(Protocol):
    """A torch backbone: a card and a network."""

    @property
    def card(self) -> BackboneCard:
        """The card."""
        ...

    @property
    def network(self) -> nn.Module:
        """Normalised `(n, 3, h, w)` to `(n, d)`."""
        ...


@dataclass(frozen=True, eq=False)
class PairEvidence:
    """Of n pairs: what each position adds to the cosine.

    Attributes:
        first: `(n, h, w)` of the first pictures; with `constant_first` it sums to the cosine.
        second: the same of the second pictures.
        constant_first, constant_second: `(n,)`, what belongs to no position (bias terms).
        cosine: `(n,)`, of the features of a plain run of the network.
        kind: `exact` for heads that are affine around the picture; `gradient` where smooth
            factors were held at their values.
        note: which ones, in words; empty for nothing to say.
    """

    first: Floats
    second: Floats
    constant_first: Floats
    constant_second: Floats
    cosine: Floats
    kind: Kind
    note: Message | str


@dataclass(frozen=True, eq=False)
class PointEvidence:
    """Of one pair: what each pair of positions adds to the cosine; all parts sum to it.

    Attributes:
        matrix: `(h, w, h2, w2)`.
        first: `(h, w)`, positions of the first picture with the second one's constant.
        second: `(h2, w2)`, the reverse.
        constant: both constants with each other.
        cosine: of the features of a plain run of the network.
        kind, note: as in `PairEvidence`.
    """

    matrix: Floats
    first: Floats
    second: Floats
    constant: float
    cosine: float
    kind: Kind
    note: Message | str


@dataclass(frozen=True, eq=False)
class _Headed:
    """One side: what the head read, its gates, the feature and the feature of empty maps."""

    state: MapState
    gates: FrozenGates
    feature: torch.Tensor
    constant: torch.Tensor


def pair_evidence(
    backbone: HasNetwork, first: Pictures, second: Pictures, *, flip: bool = False
) -> PairEvidence | None:
    """Evidence maps of n pairs of pictures; None when the network declares no map.

    Args:
        backbone: a backbone with `.network`.
        first: `uint8 (n, h, w, 3)` RGB at the card's input size.
        second: the pictures they are compared with, `uint8 (n, h, w, 3)`.
        flip: explain the cosine of flip-summed features.

    Raises:
        BackboneError: the two batches differ in length.
    """
    if len(first) != len(second) or not len(first):
        raise BackboneError(f"{len(first)} first pictures and {len(second)} second ones: no pairs")
    split = _split(backbone, flip=flip)
    if split is None:
        return None
    parts = []
    for start in range(0, len(first), _BATCH):
        taken = slice(start, start + _BATCH)
        a, b = _normalised(backbone, first[taken]), _normalised(backbone, second[taken])
        cosine = _plain_cosine(backbone.network, a, b, flip=flip)
        parts.append(replace(evidence_of(split, a, b), cosine=cosine))
    return _joined(parts)


def evidence_of(split: Split, first: torch.Tensor, second: torch.Tensor) -> PairEvidence:
    """The same from normalised pictures `(n, 3, h, w)`, the cosine computed with the gates."""
    with torch.enable_grad():
        a, b = _headed(split, first), _headed(split, second)
        scale = 1 / (a.feature.norm(dim=1) * b.feature.norm(dim=1)).detach()
        maps = [
            _pulled_back(side, other.feature.detach() * scale[:, None])
            for side, other in ((a, b), (b, a))
        ]
    with torch.no_grad():
        constants = [
            (side.constant * other.feature).sum(1) * scale for side, other in ((a, b), (b, a))
        ]
        cosine = (a.feature * b.feature).sum(1) * scale
    kind, note = _kind_and_note(split, a.gates)
    return PairEvidence(
        first=_array(maps[0]),
        second=_array(maps[1]),
        constant_first=_array(constants[0]),
        constant_second=_array(constants[1]),
        cosine=_array(cosine),
        kind=kind,
        note=note,
    )


def point_evidence(
    backbone: HasNetwork, first: NDArray[np.uint8], second: NDArray[np.uint8], *, flip: bool = False
) -> PointEvidence | None:
    """Point-to-point evidence of one pair, `uint8 (h, w, 3)` each; None as in `pair_evidence`.

    Raises:
        BackboneError: the network's branches have maps of different sizes.
    """
    split = _split(backbone, flip=flip)
    if split is None:
        return None
    a, b = (_normalised(backbone, picture[None]) for picture in (first, second))
    cosine = float(_plain_cosine(backbone.network, a, b, flip=flip)[0])
    return replace(points_of(split, a, b), cosine=cosine)


def points_of(split: Split, first: torch.Tensor, second: torch.Tensor) -> PointEvidence:
    """The same from normalised pictures `(1, 3, h, w)`."""
    with torch.no_grad():
        sides = [_headed(split, x) for x in (first, second)]
        (a, grid), (b, other) = (_contributions(split, side) for side in sides)
    scale = float(1 / (sides[0].feature.norm() * sides[1].feature.norm()))
    c, d = sides[0].constant[0], sides[1].constant[0]
    kind, note = _kind_and_note(split, sides[0].gates)
    return PointEvidence(
        matrix=_array(a @ b.T * scale).reshape(*grid, *other),
        first=_array(a @ d * scale).reshape(grid),
        second=_array(b @ c * scale).reshape(other),
        constant=float(c @ d) * scale,
        cosine=float(sides[0].feature[0] @ sides[1].feature[0]) * scale,
        kind=kind,
        note=note,
    )


def _joined(parts: Sequence[PairEvidence]) -> PairEvidence:
    def joined(name: str) -> Floats:
        return np.concatenate([getattr(part, name) for part in parts])

    return PairEvidence(
        joined("first"),
        joined("second"),
        joined("constant_first"),
        joined("constant_second"),
        joined("cosine"),
        parts[0].kind,
        parts[0].note,
    )


def _plain_cosine(
    network: nn.Module, first: torch.Tensor, second: torch.Tensor, *, flip: bool
) -> Floats:
    """The cosine `(n,)` of the features as the network gives them, without any gate."""
    with torch.no_grad():
        a, b = (network(x) + network(x.flip(3)) if flip else network(x) for x in (first, second))
        return _array(functional.cosine_similarity(a.double(), b.double()))


def _split(backbone: HasNetwork, *, flip: bool) -> Split | None:
    backbone.network.eval()
    height, width = backbone.card.input_size
    blank = np.zeros((1, height, width, 3), np.uint8)
    split = split_of(backbone.network, _normalised(backbone, blank))
    return with_flip(split) if split is not None and flip else split


def _normalised(backbone: HasNetwork, pictures: Pictures) -> torch.Tensor:
    parameter = next(iter(backbone.network.parameters()), torch.zeros(0))
    taken = tensor_of(pictures).to(parameter.device)
    x: torch.Tensor = Normalise(backbone.card).to(parameter.device)(taken)
    return x.to(parameter.dtype)


def _headed(split: Split, x: torch.Tensor) -> _Headed:
    """Run a network up to its feature, the gates of its head recorded."""
    with torch.no_grad():
        trunk_state = split.trunk(x)
    wanted = torch.is_grad_enabled()
    state = trunk_state.with_maps(
        tuple(m.detach().clone().requires_grad_(wanted) for m in trunk_state.maps)
    )
    gates = FrozenGates()
    with gates:
        feature = split.head(state)
    with torch.no_grad(), gates.replay():
        constant = split.head(state.with_maps(tuple(torch.zeros_like(m) for m in state.maps)))
    return _Headed(state, gates, feature, constant)


def _pulled_back(side: _Headed, cotangent: torch.Tensor, *, again: bool = False) -> torch.Tensor:
    """`(n, h, w)`: map times gradient of `feature . cotangent`, summed over channels and maps.

    Args:
        side: a picture's maps and feature.
        cotangent: `(n, d)`.
        again: keep what is needed to ask for another cotangent.
    """
    maps = side.state.maps
    gradients = torch.autograd.grad(
        (side.feature * cotangent).sum(), maps, allow_unused=True, retain_graph=again
    )
    parts = [
        (m * g).sum(1).detach() if g is not None else torch.zeros_like(m[:, 0])
        for m, g in zip(maps, gradients, strict=True)
    ]
    finest = max((part.shape[1:] for part in parts), key=lambda grid: grid[0] * grid[1])
    return torch.stack([_on_grid(part, finest) for part in parts]).sum(0)


def _on_grid(part: torch.Tensor, grid: torch.Size) -> torch.Tensor:
    """A map on a finer grid, its sum kept."""
    if part.shape[1:] == grid:
        return part
    finer = functional.interpolate(part[:, None], tuple(grid), mode="bilinear")[:, 0]
    before, after = part.sum((1, 2), keepdim=True), finer.sum((1, 2), keepdim=True)
    spread = (before - after) / (grid[0] * grid[1])
    return finer + spread


def _contributions(split: Split, side: _Headed) -> tuple[torch.Tensor, tuple[int, int]]:
    """`(h * w, d)`: the feature's part of each position, the head run on that position alone."""
    maps = side.state.maps
    grids = {(int(m.shape[2]), int(m.shape[3])) for m in maps}
    if len(grids) > 1:
        raise BackboneError("point-to-point maps need branches with maps of one size")
    (grid,) = grids
    count = grid[0] * grid[1]
    parts = []
    for start in range(0, count, _CHUNK):
        alone = torch.eye(count, dtype=maps[0].dtype, device=maps[0].device)[start : start + _CHUNK]
        alone = alone.view(-1, 1, *grid)
        with side.gates.replay():
            feature = split.head(side.state.with_maps(tuple(m * alone for m in maps)))
        parts.append(feature - side.constant)
    return torch.cat(parts), grid


def _kind_and_note(split: Split, gates: FrozenGates) -> tuple[Kind, Message | str]:
    held = Message("note-held-factors", {"factors": tuple(gates.smooth)}) if gates.smooth else ""
    return ("gradient" if gates.smooth else "exact"), joined_notes(held, split.note)


def _array(tensor: torch.Tensor) -> Floats:
    array: Floats = tensor.detach().cpu().double().numpy()
    return array
