"""What a stargan recipe can name: its networks, its objective and its learning rate."""

from __future__ import annotations

from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones.stargan.decay import LateDecay
from probe.backbones.stargan.shape import StarganShape
from probe.backbones.stargan.style_learner import StyleObjective

TRAINED = TrainedArchitecture(
    card="",
    networks={"stargan": StarganShape},
    objectives={"camera_style": StyleObjective},
    parts={"schedules": {"late_decay": LateDecay}},
)
