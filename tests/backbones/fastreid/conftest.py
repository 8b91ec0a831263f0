"""Networks with statistics as after training."""

import pytest
import torch


@pytest.fixture
def randomised():
    """`randomised(network)`: its batch norms at random, in evaluation mode."""

    def randomise(network):
        torch.manual_seed(0)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d | torch.nn.BatchNorm1d):
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)
                torch.nn.init.uniform_(module.weight, 0.5, 1.5)
        return network.eval()

    return randomise
