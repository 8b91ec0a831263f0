"""Opening FD-GAN's files: encoders of every stage, pair scorers, and generators.

Official: `model_best.pth.tar` of stage I (`state_dict`, `module.`), `*_net_E.pth`, `*_net_G.pth` of
the stages after it. Ours: encoders in the official form, and E_I with E_A and C_v in one file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Tensors, read_checkpoint
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.opening import OptionValue, checkpoint_of, fill, options_of
from probe.backbones._torch.resnet import BLOCKS, WIDTHS, Bottleneck
from probe.backbones._torch.resnet_shape import ResNetShape, resnet_shape
from probe.backbones._torch.verifier import Verifier
from probe.backbones.fdgan.additional import CONVOLUTIONS, DomainEncoder, Model
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generator import GeneratorShape, PoseGenerator, generator_shape
from probe.backbones.fdgan.pair_scorer import VerificationScorer
from probe.contracts import BackboneCard, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

TRUNK = "base_model.base."
ENCODER = "encoder."
"""Where E_I lies in a file that has E_A, too."""

_CONVOLUTION = "additional.convs.{}.weight"
_HEAD = "embed_model.classifier.weight"

_ALLOWED: Mapping[str, Sequence[OptionValue]] = {
    "encoder": ("last", "image"),
    "last_stride": (2, 1),
}
"""Option -> what it may be, first what it is where nothing is said. `last` is E_A where there is
one, `image` is E_I in any case."""


def open_encoder(card: BackboneCard, weights: Path | None, runtime: Runtime) -> TorchBackbone:
    """Features of E_I or E_A.

    Args:
        card: options `encoder` (`last` or `image`) and `last_stride`.
        weights: the weights file.
        runtime: device, engine, precision.

    Raises:
        CheckpointError: no file, an option without meaning, or a file of something else.
    """
    return _opened(card, weights, runtime)[0]


def open_pairs(card: BackboneCard, weights: Path | None, runtime: Runtime) -> VerificationScorer:
    """The head of the features that `open_encoder` gives; see there."""
    return VerificationScorer(*_opened(card, weights, runtime))


def _opened(
    card: BackboneCard, weights: Path | None, runtime: Runtime
) -> tuple[TorchBackbone, Verifier]:
    card = _with_options(card)
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    _refuse_other_networks(tensors, checkpoint.path)
    whole = _network(tensors, int(card.options["last_stride"]))
    used = whole
    if isinstance(whole, DomainEncoder) and card.options["encoder"] == "image":
        used = whole.encoder
    changed = card.with_changes(dimension=used.dimension, feature=_feature(card, used))
    heads = (f"{TRUNK}fc.", f"{ENCODER}{TRUNK}fc.")
    backbone = fill(changed, checkpoint, runtime, whole, heads=heads)
    head = used.verifier if isinstance(used, DomainEncoder) else used.embed_model
    if used is not whole:
        backbone = TorchBackbone(backbone.card, used, runtime, backbone.report)
    return backbone, head


def _network(tensors: Tensors, last_stride: int) -> Siamese | DomainEncoder:
    """The encoder of a file, its values still to be filled."""
    additional = _CONVOLUTION.format(0) in tensors
    prefix = f"{ENCODER if additional else ''}{TRUNK}"
    shape = resnet_shape(tensors, prefix) or ResNetShape(Bottleneck, BLOCKS, WIDTHS, ibn_a=False)
    encoder = Siamese(shape.network(last_stride, stem_relu=True))
    return DomainEncoder(encoder, _model(tensors)) if additional else encoder


def _model(tensors: Tensors) -> Model:
    """A or B, by the number of convolutions."""
    count = sum(_CONVOLUTION.format(place) in tensors for place in range(len(tensors)))
    for model, convolutions in CONVOLUTIONS.items():
        if count == convolutions:
            return model
    return "A"


def _feature(card: BackboneCard, network: Siamese | DomainEncoder) -> Message:
    pairs = card.architecture.endswith("pairs")
    model = network.model if isinstance(network, DomainEncoder) else None
    return Message("card-feature-encoder", {"pairs": pairs, "model": model})


def _refuse_other_networks(tensors: Tensors, path: Path) -> None:
    """Files of FD-GAN that are no encoder are named as what they are."""
    kind = file_content(tensors)
    if kind:
        raise refusal(
            CheckpointError,
            Message("backbones-no-encoder", {"kind": kind}),
            place=path,
            hint=Message("backbones-encoder-is"),
        )


def file_content(tensors: Tensors) -> Message | None:
    """Which of FD-GAN's networks a file holds, where it is none with features; else None."""
    if generator_shape(tensors) is not None:
        return Message("backbones-fdgan-file", {"file": "generator"})
    if "model.11.weight" in tensors and "model.0.weight" in tensors:
        return Message("backbones-fdgan-file", {"file": "pose"})
    if _HEAD in tensors and len(tensors[_HEAD]) == 1:
        return Message("backbones-fdgan-file", {"file": "identity"})
    return None


def _with_options(card: BackboneCard) -> BackboneCard:
    """The card with every option, each checked."""
    return card.with_changes(options=options_of(card, _ALLOWED))


def open_siamese(path: Path, last_stride: int = 2) -> Siamese:
    """E_I with its head in evaluation mode, from a file of any stage.

    Raises:
        CheckpointError: the file is damaged, or holds another network.
    """
    checkpoint = read_checkpoint(path)
    tensors = stripped(checkpoint.tensors)
    _refuse_other_networks(tensors, path)
    network = _network(tensors, last_stride)
    heads = (f"{TRUNK}fc.", f"{ENCODER}{TRUNK}fc.")
    load_tensors(network, checkpoint, heads=heads, expected="fdgan")
    siamese = network.encoder if isinstance(network, DomainEncoder) else network
    return siamese.eval().requires_grad_(False)


def open_generator(path: Path, stated: GeneratorShape | None = None) -> PoseGenerator:
    """A generator in evaluation mode, its shape told from its tensors.

    Args:
        path: its file.
        stated: a shape whose noise, skips and fuse are taken; None for those of official files.

    Raises:
        CheckpointError: the file is damaged, or holds another network.
    """
    checkpoint = read_checkpoint(path)
    tensors = stripped(checkpoint.tensors)
    shape = generator_shape(tensors, stated.noise) if stated else generator_shape(tensors)
    if shape is not None and stated is not None:
        shape = replace(shape, skips=stated.skips, fuse=stated.fuse)
    if shape is None:
        other = Message("backbones-fdgan-file", {"file": "other"})
        content = file_content(tensors) or other
        raise refusal(
            CheckpointError,
            Message("backbones-no-generator", {"kind": content}),
            place=path,
            hint=Message("backbones-generator-is"),
        )
    network = PoseGenerator(shape)
    load_tensors(network, checkpoint, expected="FD-GAN's generator")
    return network.eval().requires_grad_(False)
