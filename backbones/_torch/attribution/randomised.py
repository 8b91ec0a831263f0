"""The same network with its learned weights shuffled away: the sanity check of attention maps.

A map that looks the same for a network that has learned nothing explains the picture, not the
network (Adebayo et al., NeurIPS 2018, arXiv 1810.03292).
"""

from __future__ import annotations

import copy
from typing import TypeVar

import torch

from probe.backbones._torch.attribution.evidence import HasNetwork

_Backbone = TypeVar("_Backbone", bound=HasNetwork)


def randomised(backbone: _Backbone, seed: int = 0) -> _Backbone:
    """A copy whose weights of two or more axes are permuted at random; the original is untouched.

    Permuting keeps the distribution of each layer's weights, so that activations keep their scale;
    norms keep their statistics.
    """
    generator = torch.Generator().manual_seed(seed)
    changed = copy.copy(backbone)
    network = copy.deepcopy(backbone.network)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                order = torch.randperm(parameter.numel(), generator=generator)
                parameter.copy_(parameter.flatten()[order.to(parameter.device)].view_as(parameter))
    changed.__dict__["network"] = network
    return changed
