"""By which names files of weights, and of networks, are known."""

from __future__ import annotations

WEIGHTS_ENDINGS = (".pth", ".pt", ".tar", ".safetensors", ".ckpt", ".onnx", ".bin")
"""Endings of weights files; several may follow one another, as in `model.pth.tar`."""

NETWORK_ENDINGS = (*WEIGHTS_ENDINGS, ".xml")
"""The same, and that of OpenVINO's graphs, whose weights lie beside them."""


def ends_like_network(name: str) -> bool:
    """Whether a name ends as one of a network's file does, in letters of either case."""
    return name.lower().endswith(NETWORK_ENDINGS)
