"""Who is compared with whom, and the figures of every cell.

`Cast` says which pictures show whom in which condition, `ScoreSource` gives scores of pictures,
`compare` makes the cells of a protocol for one backbone. Nothing here touches the disk, but for a
file without a name where people are too many for tables (`probe.comparison.workspace`).
"""

from probe.comparison.cast import Cast, cast_of
from probe.comparison.cells import Cell
from probe.comparison.comparison import Comparison, Costliest, compare
from probe.comparison.leaning import Changed, Leaning, leanings
from probe.comparison.mated import MatedPairs
from probe.comparison.models import (
    ALL,
    ModelDifference,
    ModelGroup,
    Standing,
    compare_models,
)
from probe.comparison.needed import pairs_needed
from probe.comparison.rates import RateAt
from probe.comparison.scores import MatrixScores, PairScores, ScoreSource, VectorScores
from probe.comparison.standard import (
    SPLIT_SEED,
    NoScores,
    StandardStrangers,
    check_halves,
    standard_strangers,
    tuning_half,
)

__all__ = [
    "ALL",
    "SPLIT_SEED",
    "Cast",
    "Cell",
    "Changed",
    "Comparison",
    "Costliest",
    "Leaning",
    "MatedPairs",
    "MatrixScores",
    "ModelDifference",
    "ModelGroup",
    "NoScores",
    "PairScores",
    "RateAt",
    "ScoreSource",
    "StandardStrangers",
    "Standing",
    "VectorScores",
    "cast_of",
    "check_halves",
    "compare",
    "compare_models",
    "leanings",
    "pairs_needed",
    "standard_strangers",
    "tuning_half",
]
