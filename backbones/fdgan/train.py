"""What an fdgan recipe can name: its networks, the objectives of its stages, sampler and eraser."""

from __future__ import annotations

from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones.fdgan.erasing import EraseWithNoise
from probe.backbones.fdgan.generation import GenerationObjective
from probe.backbones.fdgan.pair_learner import DomainObjective, VerificationObjective
from probe.backbones.fdgan.pose_pairs import PosePairs
from probe.backbones.fdgan.shape import FdganShape

TRAINED = TrainedArchitecture(
    card="fdgan",
    networks={"fdgan": FdganShape},
    objectives={
        "verification": VerificationObjective,
        "generation": GenerationObjective,
        "domain": DomainObjective,
    },
    parts={"samplers": {"pose_pairs": PosePairs}, "steps": {"erase_with_noise": EraseWithNoise}},
)
