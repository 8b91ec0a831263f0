"""A head with its gates held is affine, and agrees with the head at the picture it was held for."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from probe.backbones._torch.attribution.gates import FrozenGates

PIECEWISE = {
    "relu": torch.relu,
    "leaky relu": lambda x: functional.leaky_relu(x, 0.2),
    "prelu": lambda x: functional.prelu(x, torch.tensor([0.3], dtype=x.dtype)),
    "clamp": lambda x: x.clamp(min=-0.2),
    "clamp between": lambda x: x.clamp(-0.3, 0.4),
    "power": lambda x: x.pow(3),
    "maximum pooling": lambda x: functional.max_pool2d(x, 2),
    "adaptive maximum": lambda x: functional.adaptive_max_pool2d(x, (2, 1)),
    "maximum": lambda x: x.amax((2, 3)),
    "generalised mean": lambda x: x.clamp(min=1e-6).pow(3).mean((2, 3)).pow(1 / 3),
}
SMOOTH = {
    "gelu": functional.gelu,
    "silu": functional.silu,
    "layer norm": lambda x: functional.layer_norm(x, (3,), *torch.ones(2, 3, dtype=x.dtype)),
    "rms norm": lambda x: functional.rms_norm(x, (3,)),
    "length": lambda x: functional.normalize(x.flatten(1)),
    "gate": lambda x: x * torch.sigmoid(x.mean((2, 3), keepdim=True)),
    "attention": lambda x: functional.scaled_dot_product_attention(x, 2 * x, x),
}


@pytest.fixture
def x():
    torch.manual_seed(0)
    return torch.randn(1, 2, 4, 3, dtype=torch.float64)


@pytest.mark.parametrize("name", [*PIECEWISE, *SMOOTH])
def test_held_at_a_picture_a_head_is_affine_and_the_head(name, x):
    head = {**PIECEWISE, **SMOOTH}[name]
    plain, gates = head(x), FrozenGates()
    with gates:
        torch.testing.assert_close(head(x), plain)

    def held(y):
        with gates.replay():
            return head(y)

    torch.testing.assert_close(held(x), plain)
    first, second = torch.randn(2, 1, 2, 4, 3, dtype=torch.float64)
    zero = held(torch.zeros_like(x))
    torch.testing.assert_close(held(first + second) - zero, held(first) + held(second) - 2 * zero)
    assert bool(gates.smooth) == (name in SMOOTH)


def test_each_call_of_one_operation_has_its_own_gate(x):
    def head(y):
        return torch.relu(y) - torch.relu(1 - y)

    gates = FrozenGates()
    with gates:
        head(x)
    other = x + 5  # every sign is another
    with gates.replay():
        found = head(other)
    torch.testing.assert_close(found, other * (x > 0) - (1 - other) * (x < 1))


def test_what_is_held_is_named_once():
    gates = FrozenGates()
    with gates:
        nn.Sequential(nn.GELU(), nn.ReLU(), nn.GELU(), nn.Tanh())(torch.randn(2, 3))
    assert gates.smooth == ["gelu", "tanh"]
