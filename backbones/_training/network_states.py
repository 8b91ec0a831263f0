"""State dicts of networks and of their learner, and networks given them again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.objective import Networks


def network_states(learner: Learner) -> dict[str, dict[str, Any]]:
    """State dict of every network, by name."""
    return {name: network.state_dict() for name, network in learner.networks.items()}


def own_state(learner: Learner) -> dict[str, Any]:
    """What a learner keeps beside its networks."""
    state = learner.state_dict()
    return {name: value for name, value in state.items() if not name.startswith("networks.")}


def restore_networks(networks: nn.ModuleDict | Networks, states: Mapping[str, Any]) -> None:
    """Give networks their values of a checkpoint."""
    for name, state in states.items():
        networks[name].load_state_dict(state)
