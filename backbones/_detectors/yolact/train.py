"""What a yolact recipe can name: its network and its objective."""

from __future__ import annotations

from probe.backbones._detectors.yolact.learner import YolactObjective
from probe.backbones._detectors.yolact.shape import YolactNetwork
from probe.backbones._training.registry import TrainedArchitecture

TRAINED = TrainedArchitecture(
    card="", networks={"yolact": YolactNetwork}, objectives={"instances": YolactObjective}
)
