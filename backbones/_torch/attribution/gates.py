"""Makes a head affine: what depends on the data inside it is held at its value for the picture.

A ReLU becomes a multiplication by its pattern of zeros and ones, maximum pooling the choice of the
same positions, generalised-mean pooling a weighted mean; for these, f(x) = J x + c holds exactly
at the picture. Layer norm keeps its deviation, attention its weights, GELU its factor: the head is
then the affine map that agrees with the network at this picture (conservative propagation: Ali et
al., ICML 2022, arXiv 2202.07304).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch
from torch.nn import functional
from torch.overrides import TorchFunctionMode

Call = tuple[Any, ...]
Options = Mapping[str, Any]

_RECTIFIERS = frozenset({"relu", "relu_", "leaky_relu", "leaky_relu_", "prelu"})
_FACTORS = frozenset({"gelu", "silu", "hardswish", "mish", "elu", "celu", "selu", "relu6", "tanh"})
_CLAMPS = frozenset({"clamp", "clamp_", "clamp_min", "clamp_min_"})
_HELD = frozenset(
    {"softmax", "sigmoid", "hardsigmoid", "norm", "vector_norm", "std", "var", "rsqrt", "sqrt"}
)
_MAXIMA = (functional.max_pool2d, functional.adaptive_max_pool2d)


class FrozenGates(TorchFunctionMode):
    """Runs a head with its gates recorded, or replays it with the gates recorded before.

    Use `with gates: head(maps)` once to record; after `gates.replay()` every further run of the
    same head, on other maps, multiplies by the recorded gates instead of computing its own.

    Attributes:
        smooth: names of the operations that are not piecewise linear; empty when the head is
            affine around the picture, so that maps are exact and not a matter of what is held.
    """

    def __init__(self) -> None:
        super().__init__()
        self.smooth: list[str] = []
        self._kept: list[Any] = []
        self._next: int | None = None

    def replay(self) -> FrozenGates:
        """From now on use the recorded gates, from the first."""
        self._next = 0
        return self

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Iterable[type],
        args: Call = (),
        kwargs: Options | None = None,
    ) -> Any:
        """Hold the gate of a call that has one; let every other call through."""
        options = dict(kwargs or {})
        rule = _rule_of(func)
        if rule is None:
            return func(*args, **options)
        if self._next is None:
            self._note(func)
            with torch.no_grad():
                self._kept.append(rule[0](func, args, options))
            return rule[1](self._kept[-1], args, options)
        self._next += 1
        return rule[1](self._kept[self._next - 1], args, options)

    def _note(self, func: Callable[..., Any]) -> None:
        name = func.__name__
        linear = name in _RECTIFIERS | _CLAMPS | {"pow", "amax"} or func in _MAXIMA
        if not linear and name not in self.smooth:
            self.smooth.append(name)


Rule = tuple[
    Callable[[Callable[..., Any], Call, Options], Any], Callable[[Any, Call, Options], Any]
]


def _rule_of(func: Callable[..., Any]) -> Rule | None:
    """How a call is recorded and how it is replayed."""
    if func in _MAXIMA:
        return _pool_places, _pooled
    name = getattr(func, "__name__", "")
    if name in _RECTIFIERS or name in _FACTORS or name in _CLAMPS or name == "pow":
        return _factor, _multiplied
    if name in _HELD:
        return _output, _held
    return _RULES.get(name)


def _factor(func: Callable[..., Any], args: Call, options: Options) -> Any:
    """Y = x * factor + rest, with the rest only where x is 0 or a bound was met."""
    x = args[0].clone()
    y = func(x.clone(), *args[1:], **options)
    bounded = func.__name__ in _CLAMPS
    passes = (y == x) if bounded else (x != 0)
    safe = torch.where(passes, x, torch.ones_like(x))
    factor = torch.where(passes, torch.ones_like(x) if bounded else y / safe, torch.zeros_like(x))
    return factor, torch.where(passes, torch.zeros_like(y), y)


def _multiplied(kept: Any, args: Call, options: Options) -> Any:
    factor, rest = kept
    return args[0] * factor + rest


def _output(func: Callable[..., Any], args: Call, options: Options) -> Any:
    return func(*args, **options)


def _held(kept: Any, args: Call, options: Options) -> Any:
    return kept


def _pool_places(func: Callable[..., Any], args: Call, options: Options) -> Any:
    pooling = {name: value for name, value in options.items() if name != "return_indices"}
    return func(*args, **pooling, return_indices=True)[1]


def _pooled(kept: Any, args: Call, options: Options) -> Any:
    x = args[0]
    places = kept.expand(len(x), *kept.shape[1:])
    return x.flatten(2).gather(2, places.flatten(2)).view(places.shape)


def _peaks(func: Callable[..., Any], args: Call, options: Options) -> Any:
    x, dims, keep = _amax_call(args, options)
    peaks = (x == x.amax(dims, keepdim=True)).to(x.dtype)
    return peaks / peaks.sum(dims, keepdim=True), dims, keep


def _at_peaks(kept: Any, args: Call, options: Options) -> Any:
    peaks, dims, keep = kept
    return (args[0] * peaks).sum(dims, keepdim=keep)


def _amax_call(args: Call, options: Options) -> tuple[torch.Tensor, Any, bool]:
    dims = args[1] if len(args) > 1 else options["dim"]
    keep = args[2] if len(args) > 2 else options.get("keepdim", False)
    return args[0], dims, bool(keep)


def _deviation(func: Callable[..., Any], args: Call, options: Options) -> Any:
    """The inverse standard deviation (layer norm) or root mean square (RMS norm) of `x`."""
    x, dims, _, eps = _norm_call(args, options, func.__name__)
    centred = x - x.mean(dims, keepdim=True) if func.__name__ == "layer_norm" else x
    return torch.rsqrt(centred.square().mean(dims, keepdim=True) + eps), func.__name__


def _normed(kept: Any, args: Call, options: Options) -> Any:
    inverse, name = kept
    x, dims, (weight, bias), _ = _norm_call(args, options, name)
    out = (x - x.mean(dims, keepdim=True) if name == "layer_norm" else x) * inverse
    out = out if weight is None else out * weight
    return out if bias is None else out + bias


def _norm_call(args: Call, options: Options, name: str) -> tuple[Any, Any, Any, float]:
    names: tuple[str, ...] = ("input", "normalized_shape", "weight", "bias", "eps")
    if name == "rms_norm":
        names = ("input", "normalized_shape", "weight", "eps")
    arguments = {**dict(zip(names, args, strict=False)), **options}
    x = arguments["input"]
    dims = tuple(range(x.ndim - len(arguments["normalized_shape"]), x.ndim))
    eps = arguments.get("eps", 1e-5)
    eps = torch.finfo(x.dtype).eps if eps is None else eps
    return x, dims, (arguments.get("weight"), arguments.get("bias")), eps


def _length(func: Callable[..., Any], args: Call, options: Options) -> Any:
    """One over the length that `normalize` divides by."""
    arguments = {**dict(zip(("p", "dim", "eps"), args[1:], strict=False)), **options}
    length = args[0].norm(arguments.get("p", 2.0), arguments.get("dim", 1), keepdim=True)
    return 1 / length.clamp_min(arguments.get("eps", 1e-12))


def _scaled(kept: Any, args: Call, options: Options) -> Any:
    return args[0] * kept


def _attention(func: Callable[..., Any], args: Call, options: Options) -> Any:
    names = ("query", "key", "value", "attn_mask", "dropout_p", "is_causal", "scale")
    arguments = {**dict(zip(names, args, strict=False)), **options}
    query, key, mask = arguments["query"], arguments["key"], arguments.get("attn_mask")
    scale = arguments.get("scale") or query.shape[-1] ** -0.5
    logits = query @ key.transpose(-2, -1) * scale
    if mask is not None:
        logits = (
            logits.masked_fill(~mask, -torch.inf) if mask.dtype == torch.bool else logits + mask
        )
    return logits.softmax(-1)


def _attended(kept: Any, args: Call, options: Options) -> Any:
    return kept @ (args[2] if len(args) > 2 else options["value"])


_RULES: dict[str, Rule] = {
    "amax": (_peaks, _at_peaks),
    "layer_norm": (_deviation, _normed),
    "rms_norm": (_deviation, _normed),
    "normalize": (_length, _scaled),
    "scaled_dot_product_attention": (_attention, _attended),
}
