"""How a ResNet trunk begins: with random weights, or with ImageNet weights that the user has.

Nothing is downloaded in a training: the weights decide what it ends with, so they are named by the
recipe with their checksum, and they are the user's to bring.
"""

from __future__ import annotations

import os
from pathlib import Path

import torch
from pydantic import Field
from torch import nn

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import load_tensors
from probe.backbones._torch.resnet import ResNet
from probe.backbones._torch.unknown_heads import IGNORE
from probe.backbones._training.recipe_part import RecipePart
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError
from probe.files.places import is_file
from probe.wording import Message, refusal

TIMM = "timm:"
"""Before a model's name in timm, `timm:resnet50.a1_in1k`, for the weights in its cache."""

TIMM_FILES = ("model.safetensors", "pytorch_model.bin")
"""What timm keeps of a model, newest form first."""


class Pretrained(RecipePart):
    """Weights that a trunk begins with.

    Attributes:
        weights: a file; a file's name in torch's cache (`resnet50-0676ba61.pth`); or
            `timm:NAME` for the file in timm's cache.
        sha256: of the file, or its first 8 or more digits (torch's files end in them).
    """

    weights: str
    sha256: str = Field(pattern=r"^[0-9a-f]{8,64}$")


def initialise(network: nn.Module) -> None:
    """As torchvision and the official `random_init`: convolutions by He et al. 2015, fan-out."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


def start_trunk(trunk: ResNet, start: Pretrained) -> None:
    """Fill a trunk with pretrained weights; their classifier is left out.

    Raises:
        UsageError: the file is not on this machine.
        CheckpointError: it is another file, or of another network than the trunk.
    """
    path = checked_file(start)
    load_tensors(
        trunk,
        read_checkpoint(path),
        heads=("fc.",),
        head=IGNORE,
        expected="the trunk of the recipe",
    )


def checked_file(start: Pretrained) -> Path:
    """The file of pretrained weights, which is the one that the recipe means.

    Raises:
        UsageError: it is not on this machine.
        CheckpointError: it is another file.
    """
    path = pretrained_file(start.weights)
    digest = sha256_of(path)
    if not digest.startswith(start.sha256):
        # Eight digits, which a recipe may write: a recipe may come from anybody, and name any file.
        raise refusal(
            CheckpointError,
            Message("train-start-other", {"digest": digest[:8], "wanted": start.sha256[:8]}),
            place=path,
            hint=Message("train-start-fetch"),
        )
    return path


def pretrained_file(weights: str) -> Path:
    """Where the weights are.

    Raises:
        UsageError: nowhere; the message says how they come here.
    """
    if weights.startswith(TIMM):
        return _of_timm(weights.removeprefix(TIMM))
    path = Path(os.path.expanduser(weights))  # noqa: PTH111 (an unknown `~NAME` stays as it is)
    for place in (path, _torch_folder() / path.name):
        if is_file(place):
            return place
    raise refusal(
        UsageError,
        Message("train-start-not-here"),
        place=weights,
        hint=Message("train-start-put", {"folder": str(_torch_folder())}),
    )


def _torch_folder() -> Path:
    return Path(torch.hub.get_dir()) / "checkpoints"


def _of_timm(name: str) -> Path:
    from probe.backbones._torch.torchvision_import import allow_torchvision

    allow_torchvision()
    import timm
    from huggingface_hub import try_to_load_from_cache

    try:
        settings = timm.get_pretrained_cfg(name, allow_unregistered=False)
    except RuntimeError:
        settings = None
    if settings is None or not settings.hf_hub_id:
        raise refusal(
            UsageError,
            Message("train-start-timm-unknown"),
            place=f"{TIMM}{name}",
            hint=Message("train-start-timm-lists"),
        )
    for file in TIMM_FILES:
        path = try_to_load_from_cache(settings.hf_hub_id, file)
        if isinstance(path, str):
            return Path(path)
    raise refusal(
        UsageError,
        Message("train-start-not-in-timm"),
        place=f"{TIMM}{name}",
        hint=Message("train-start-timm", {"name": repr(name)}),
    )
