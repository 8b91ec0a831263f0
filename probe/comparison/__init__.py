"""Who is compared with whom, and the figures of every cell.

`Cast` says which pictures show whom in which condition, `ScoreSource` gives scores of pictures,
`compare` makes the cells of a protocol for one backbone. Nothing here touches the disk.
"""

from probe.comparison.cast import Cast, cast_of
from probe.comparison.cells import Cell, Comparison, MatedPair, compare
from probe.comparison.models import ALL, ModelDifference, Standing, compare_models
from probe.comparison.scores import MatrixScores, ScoreSource, VectorScores, pair_scores
from probe.comparison.standard import StandardStrangers, standard_strangers

__all__ = [
    "ALL",
    "Cast",
    "Cell",
    "Comparison",
    "MatedPair",
    "MatrixScores",
    "ModelDifference",
    "ScoreSource",
    "StandardStrangers",
    "Standing",
    "VectorScores",
    "cast_of",
    "compare",
    "compare_models",
    "pair_scores",
    "standard_strangers",
]
