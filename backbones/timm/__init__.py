"""Any network of the timm package: `timm:NAME`, with the preprocessing timm states for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime


def _from_argument(
    argument: str, options: Mapping[str, str | int | float | bool] = MappingProxyType({})
) -> BackboneCard:
    from probe.backbones.timm.network import card_of

    return card_of(argument)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.timm.network import load

    return load(card, weights, runtime)


spec = BackboneSpec(
    cards=(), load=_load, prefix="timm", from_argument=_from_argument, example="resnet50"
)
