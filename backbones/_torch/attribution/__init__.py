"""Where in two pictures their similarity comes from: maps that sum to the cosine.

The feature map before a network's head is split into its positions, the head is made affine by
holding its data-dependent factors (see `gates`), and so the cosine of two features becomes a sum
over positions plus a constant. Average pooling gives Stylianou et al., WACV 2019
(arXiv 1901.00536); a linear layer over the whole map gives Zhu et al., TIP 2021
(arXiv 1909.12977) with its bias terms kept.
"""

from probe.backbones._torch.attribution.evidence import (
    PairEvidence,
    PointEvidence,
    evidence_of,
    pair_evidence,
    point_evidence,
    points_of,
)
from probe.backbones._torch.attribution.part_evidence import part_evidence, parts_of
from probe.backbones._torch.attribution.randomised import randomised
from probe.backbones._torch.attribution.splits import MapState, Split, split_of, with_flip

__all__ = [
    "MapState",
    "PairEvidence",
    "PointEvidence",
    "Split",
    "evidence_of",
    "pair_evidence",
    "part_evidence",
    "parts_of",
    "point_evidence",
    "points_of",
    "randomised",
    "split_of",
    "with_flip",
]
