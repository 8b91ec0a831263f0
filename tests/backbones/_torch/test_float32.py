"""TF32 is set for as long as it is asked for."""

import pytest
import torch

from probe.backbones._torch.float32 import float32_products


def test_settings_of_tf32_come_back():
    before = torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32
    for asked in (True, False):
        with float32_products(tf32=asked):
            assert torch.backends.cuda.matmul.allow_tf32 is asked
            assert torch.backends.cudnn.allow_tf32 is asked
    with pytest.raises(ZeroDivisionError), float32_products(tf32=True):
        raise ZeroDivisionError
    assert (torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32) == before
