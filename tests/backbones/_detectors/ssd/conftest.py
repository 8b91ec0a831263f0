"""torchvision, beside whatever build of PyTorch; without it nothing of ssd can be tested."""

import pytest

from probe.backbones._torch.torchvision_import import allow_torchvision


@pytest.fixture(autouse=True, scope="session")
def torchvision():
    """`torchvision.models.detection`."""
    allow_torchvision()
    return pytest.importorskip("torchvision.models.detection")
