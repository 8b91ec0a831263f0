"""Evidence maps of the parts of a vector: what each part adds to the cosine, and where from.

With f = (f_1, ..., f_k) and g likewise, the cosine is sum_i f_i.g_i / (|f| |g|). Part i's share is
split over positions as the whole is (see `evidence`); all maps and constants sum to the cosine.
"""

from __future__ import annotations

import torch

from probe.backbones._torch.attribution.evidence import (
    _BATCH,
    HasNetwork,
    PairEvidence,
    _array,
    _Headed,
    _headed,
    _joined,
    _kind_and_note,
    _normalised,
    _pulled_back,
    _split,
)
from probe.backbones._torch.attribution.splits import Split
from probe.contracts import Pictures, VectorPart, part_slices
from probe.errors import BackboneError


def part_evidence(
    backbone: HasNetwork, parts: tuple[VectorPart, ...], first: Pictures, second: Pictures
) -> tuple[PairEvidence, ...] | None:
    """Evidence of every part of n pairs; None when the network declares no map, or has no parts.

    Args:
        backbone: a backbone with `.network`.
        parts: of its vectors, in order.
        first: `uint8 (n, h, w, 3)` RGB at the card's input size.
        second: the pictures they are compared with.

    Returns:
        One for each part. Its `cosine` is what the part adds to the cosine of the whole vectors:
        map and constant sum to it.

    Raises:
        BackboneError: the two batches differ in length.
    """
    if len(first) != len(second) or not len(first):
        raise BackboneError(f"{len(first)} first pictures and {len(second)} second ones: no pairs")
    split = _split(backbone, flip=False)
    if split is None or not parts:
        return None
    pieces = []
    for start in range(0, len(first), _BATCH):
        taken = slice(start, start + _BATCH)
        a, b = _normalised(backbone, first[taken]), _normalised(backbone, second[taken])
        pieces.append(parts_of(split, parts, a, b))
    return tuple(_joined([piece[part] for piece in pieces]) for part in range(len(parts)))


def parts_of(
    split: Split, parts: tuple[VectorPart, ...], first: torch.Tensor, second: torch.Tensor
) -> list[PairEvidence]:
    """The same from normalised pictures `(n, 3, h, w)`."""
    with torch.enable_grad():
        a, b = _headed(split, first), _headed(split, second)
        scale = 1 / (a.feature.norm(dim=1) * b.feature.norm(dim=1)).detach()
        return [_of_slice(split, a, b, scale, place) for place in part_slices(parts).values()]


def _of_slice(
    split: Split, a: _Headed, b: _Headed, scale: torch.Tensor, place: slice
) -> PairEvidence:
    kept = torch.zeros_like(a.feature[0])
    kept[place] = 1
    cotangents = [other.feature.detach() * kept * scale[:, None] for other in (b, a)]
    maps = [
        _pulled_back(side, cotangent, again=True)
        for side, cotangent in zip((a, b), cotangents, strict=True)
    ]
    constants = [
        (side.constant * cotangent).sum(1)
        for side, cotangent in zip((a, b), cotangents, strict=True)
    ]
    kind, note = _kind_and_note(split, a.gates)
    return PairEvidence(
        first=_array(maps[0]),
        second=_array(maps[1]),
        constant_first=_array(constants[0]),
        constant_second=_array(constants[1]),
        cosine=_array((a.feature * cotangents[0]).sum(1)),
        kind=kind,
        note=note,
    )
