"""Cards and networks of timm models."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any, Literal

from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.opening import open_backbone
from probe.backbones._torch.timm_import import import_timm
from probe.contracts import BackboneCard, Runtime
from probe.contracts.card import UNKNOWN
from probe.errors import BackboneError, CheckpointError
from probe.wording import Message, refusal

_FILES = ("model.safetensors", "pytorch_model.bin")
"""Names of weights in timm's repositories on the Hugging Face hub, the newer one first."""


def card_of(name: str) -> BackboneCard:
    """The card of a timm model, such as `resnet50` or `resnet50.a1_in1k`.

    Raises:
        BackboneError: timm knows no such model; the nearest names are given.
    """
    config = _config(name)
    model, _, tag = name.partition(".")
    interpolation: Literal["bilinear", "bicubic", "nearest"] = (
        config.interpolation if config.interpolation in ("bicubic", "nearest") else "bilinear"
    )
    return BackboneCard(
        architecture=f"timm:{model}",
        tag=tag or config.tag or "",
        summary=Message("card-summary-timm", {"model": model}),
        input_size=(config.input_size[1], config.input_size[2]),
        mean=tuple(config.mean),
        std=tuple(config.std),
        interpolation=interpolation,
        feature=Message("card-feature-timm"),
        training_data=Message("card-data-tag", {"tag": config.tag}) if config.tag else UNKNOWN,
        licence=config.license or Message("card-licence-page"),
        source=config.hf_hub_id or config.url or "timm",
        needs_weights=False,
    )


def load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> TorchBackbone:
    """Load a timm model from a file, or from the weights timm has left in the user's cache.

    Raises:
        CheckpointError: no weights are at hand, or they do not fit.
    """
    name = card.architecture.removeprefix("timm:")
    full_name = f"{name}.{card.tag}" if card.tag and weights is None else name
    network = _network(name, card.input_size)
    heads = _classifiers(network)
    path = weights or _cached(full_name)
    if weights is not None and card.tag == _config(name).tag:
        card = card.of_own_weights(str(weights))
    roots = ("", "backbone.", "model.", "base.")
    if weights is None:
        return open_backbone(card, path, runtime, network, roots=roots, heads=heads)
    return open_backbone(card, path, runtime, network, roots=roots, classifiers=heads)


def _config(name: str) -> Any:
    timm = import_timm()
    model = name.partition(".")[0]
    config = (
        timm.get_pretrained_cfg(name, allow_unregistered=False) if _is_timm_name(name) else None
    )
    if config is None:
        near = difflib.get_close_matches(model, timm.list_models(), n=3, cutoff=0.5)
        raise refusal(
            BackboneError,
            Message("backbones-timm-no-model", {"name": name}),
            hint=Message("backbones-timm-nearest", {"names": tuple(near)})
            if near
            else Message("backbones-timm-lists"),
        )
    return config


def _is_timm_name(name: str) -> bool:
    timm = import_timm()
    model, _, tag = name.partition(".")
    return bool(timm.is_model(model)) and (not tag or name in timm.list_pretrained(f"{model}.*"))


def _network(name: str, size: tuple[int, int]) -> nn.Module:
    """The model without classifier, for another input size than its own where it allows that."""
    timm = import_timm()
    for extra in ({"img_size": size}, {}):
        try:
            network: nn.Module = timm.create_model(name, pretrained=False, num_classes=0, **extra)
        except TypeError:
            continue
        return network
    raise refusal(BackboneError, Message("backbones-timm-classifier", {"name": name}))


def _classifiers(network: nn.Module) -> tuple[str, ...]:
    """Beginnings of the classifier's names, as the model's own configuration states them."""
    config = getattr(network, "pretrained_cfg", None) or {}
    stated = config.get("classifier") or ()
    names = (stated,) if isinstance(stated, str) else tuple(stated)
    return tuple(f"{name}." for name in (*names, "head", "head_dist", "fc", "classifier"))


def _cached(name: str) -> Path:
    """The weights of a model in the cache of the Hugging Face hub.

    Raises:
        CheckpointError: they are not there; nothing is downloaded behind the user's back.
    """
    import huggingface_hub

    repository = _config(name).hf_hub_id
    for file in _FILES if repository else ():
        cached = huggingface_hub.try_to_load_from_cache(repository, file)
        if isinstance(cached, str):
            return Path(cached)
    raise refusal(
        CheckpointError,
        Message("backbones-timm-not-cached", {"name": name}),
        hint=Message("backbones-timm-fetch", {"repository": repository, "name": name})
        if repository
        else Message("backbones-timm-file", {"name": name}),
    )
