"""What an idla recipe can name: its network and the objectives of its stages."""

from __future__ import annotations

from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones.idla.learner import HardNegativesObjective, PairNetworkObjective
from probe.backbones.idla.shape import IdlaShape

TRAINED = TrainedArchitecture(
    card="idla",
    networks={"idla": IdlaShape},
    objectives={
        "pair_network": PairNetworkObjective,
        "hard_negatives": HardNegativesObjective,
    },
)
