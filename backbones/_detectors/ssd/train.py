"""What an ssd recipe can name: its networks and its objective."""

from __future__ import annotations

from probe.backbones._detectors.ssd.learner import SsdObjective
from probe.backbones._detectors.ssd.shape import SmallSsd, Ssd300
from probe.backbones._training.registry import TrainedArchitecture

TRAINED = TrainedArchitecture(
    card="",
    networks={"ssd_resnet": SmallSsd, "ssd300": Ssd300},
    objectives={"boxes": SsdObjective},
)
