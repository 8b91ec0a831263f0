"""A network whose convolutions compute the batch norm, addition and ReLU that follow them.

The values stay those of the network up to rounding. On a GPU fewer kernels run, and maps are
written once instead of three times, which is what its memory is slow at. Convolutions that no ReLU
follows keep their batch norms, since PyTorch would add the folded bias in a kernel of its own, and
that takes longer.
"""

from __future__ import annotations

import copy
import operator
from collections import Counter
from dataclasses import dataclass
from typing import Any

import torch
from torch import fx, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

_ADDITIONS = (operator.add, operator.iadd, torch.add)
_RELUS = (torch.relu, torch.relu_, functional.relu)


class FusedConvolution(nn.Module):
    """Convolution, then the addition of another map where one is given, then ReLU: one kernel.

    Args:
        layer: the convolution, batch norm already folded in.
        dtype: in which it is computed.
    """

    weight: torch.Tensor
    bias: torch.Tensor

    def __init__(self, layer: nn.Conv2d, dtype: torch.dtype) -> None:
        super().__init__()
        bias = layer.weight.new_zeros(layer.out_channels) if layer.bias is None else layer.bias
        self.register_buffer("weight", layer.weight.detach().to(dtype))
        self.register_buffer("bias", bias.detach().to(dtype))
        assert not isinstance(layer.padding, str)
        self._shape = (layer.stride, layer.padding, layer.dilation, layer.groups)

    def forward(self, x: torch.Tensor, added: torch.Tensor | None = None) -> torch.Tensor:
        """`(n, inputs, h, w)`, and a map of the size of the result, to the result, at least 0."""
        x = x.to(self.weight.dtype)
        if x.device.type != "cuda":
            out = functional.conv2d(x, self.weight, self.bias, *self._shape)
            return torch.relu(out if added is None else out + added)
        if added is None:
            return torch.cudnn_convolution_relu(x, self.weight, self.bias, *self._shape)
        added = added.to(self.weight.dtype)
        return torch.cudnn_convolution_add_relu(x, self.weight, added, 1.0, self.bias, *self._shape)


@dataclass(frozen=True)
class _Chain:
    """A convolution and what becomes part of it, by their places in the graph."""

    convolution: fx.Node
    norm: fx.Node | None
    added: fx.Node | None
    relu: fx.Node


def fused(network: nn.Module, dtype: torch.dtype) -> fx.GraphModule:
    """A copy of a network in evaluation mode with ReLUs, and what is before them, in convolutions.

    Args:
        network: of batch norms, additions and ReLUs those are taken in that lie between one
            convolution and one ReLU and whose values nothing else uses.
        dtype: float32 or bfloat16, in which these convolutions compute.

    Raises:
        Exception: whatever torch.fx raises for networks whose steps depend on the values.
    """
    made = fx.symbolic_trace(copy.deepcopy(network).eval())
    modules = _used_once(made)
    relus = [node for node in made.graph.nodes if _is_relu(node, modules)]
    for chain in filter(None, (_chain(relu, modules) for relu in relus)):
        _take_in(made, chain, modules, dtype)
    made.graph.lint()
    made.delete_all_unused_submodules()
    made.recompile()
    return made


def _take_in(
    made: fx.GraphModule, chain: _Chain, modules: dict[str, nn.Module], dtype: torch.dtype
) -> None:
    """Replace a chain by one module under the convolution's name."""
    layer: Any = _module(chain.convolution, modules)
    if chain.norm is not None:
        norm: Any = _module(chain.norm, modules)
        layer = fuse_conv_bn_eval(layer, norm)
    target = str(chain.convolution.target)
    parent, _, name = target.rpartition(".")
    setattr(made.get_submodule(parent), name, FusedConvolution(layer, dtype))
    taken = chain.convolution.args[:1] + (() if chain.added is None else (chain.added,))
    with made.graph.inserting_before(chain.relu):
        new = made.graph.call_module(target, taken)
    _replace(made, (chain.relu, chain.relu.args[0], chain.norm, chain.convolution), new)


def _replace(made: fx.GraphModule, chain: tuple[Any, ...], new: fx.Node) -> None:
    """Put a node in the place of a chain's last one, named first, and erase what is left of it."""
    chain[0].replace_all_uses_with(new)
    for old in chain:
        if isinstance(old, fx.Node) and not old.users and old in made.graph.nodes:
            made.graph.erase_node(old)


def _chain(relu: fx.Node, modules: dict[str, nn.Module]) -> _Chain | None:
    """What a ReLU closes: convolution, batch norm or none, sum or none."""
    before: Any = relu.args[0]
    whole = _normed_convolution(before, modules)
    if whole is not None:
        return _Chain(*whole, None, relu)
    if not _is_sum(before) or len(before.users) != 1:
        return None
    this, other = before.args
    for branch, added in ((this, other), (other, this)):
        whole = _normed_convolution(branch, modules)
        if whole is not None and isinstance(added, fx.Node) and added is not branch:
            return _Chain(*whole, added, relu)
    return None


def _normed_convolution(
    node: Any, modules: dict[str, nn.Module]
) -> tuple[fx.Node, fx.Node | None] | None:
    """A convolution, or one with a batch norm, whose values are used in one place only."""
    norm = _module(node, modules)
    if isinstance(norm, nn.BatchNorm2d) and norm.running_mean is not None:
        before = node.args[0]
        used_once = len(node.users) == 1 and _is_plain_convolution(before, modules)
        return (before, node) if used_once else None
    return (node, None) if _is_plain_convolution(node, modules) else None


def _is_plain_convolution(node: Any, modules: dict[str, nn.Module]) -> bool:
    """Whether a node is a convolution padded with zeros, in one group, used in one place."""
    layer = _module(node, modules)
    return (
        isinstance(layer, nn.Conv2d)
        and layer.padding_mode == "zeros"
        and not isinstance(layer.padding, str)
        and layer.groups == 1
        and len(node.users) == 1
    )


def _used_once(made: fx.GraphModule) -> dict[str, nn.Module]:
    """Modules by name, without those that are called twice: their values serve two places."""
    calls = Counter(node.target for node in made.graph.nodes if node.op == "call_module")
    return {name: module for name, module in made.named_modules() if calls[name] == 1}


def _module(node: Any, modules: dict[str, nn.Module]) -> nn.Module | None:
    if not isinstance(node, fx.Node) or node.op != "call_module":
        return None
    return modules.get(str(node.target))


def _is_relu(node: fx.Node, modules: dict[str, nn.Module]) -> bool:
    if node.op == "call_function":
        return node.target in _RELUS
    return isinstance(_module(node, modules), nn.ReLU)


def _is_sum(node: Any) -> bool:
    """Whether a node is the sum of two different maps."""
    return (
        isinstance(node, fx.Node)
        and node.op == "call_function"
        and node.target in _ADDITIONS
        and len(node.args) == 2
        and not node.kwargs
        and all(isinstance(arg, fx.Node) for arg in node.args)
        and node.args[0] is not node.args[1]
    )
