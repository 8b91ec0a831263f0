"""Tests of a loaded backbone that find the silent mistakes of set-up.

What they cannot see. A normalisation is doubted only where another one fits the statistics of the
first batch norms much better on the pictures at hand; near neighbours pass. Mean and std 0.5 in
place of ImageNet's is such a case: with OSNet weights trained on Market-1501 it goes unnoticed
(no normalisation at all, and raw pixels, are caught). Another resampling than in training, and the
small difference between the two normalisations of LUPerson, are not noticed either.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.batch_norms import batch_norms, untrained_norms
from probe.backbones._torch.checkpoint import Checkpoint
from probe.backbones._torch.families import Family, recognise
from probe.backbones._torch.input_fit import (
    NORMS_COMPARED,
    Look,
    NormInput,
    look_into,
    misfit,
    other_channels,
    other_normalisations,
)
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.preprocess import Normalise
from probe.backbones._torch.taken_array import tensor_of
from probe.backbones.onnx.batch_norms import GraphNorm, NormInputs, graph_norms
from probe.backbones.onnx.session import OnnxBackbone
from probe.contracts import Backbone, BackboneCard, Pictures, Vectors
from probe.wording import Message, Value, wording_of
from probe.wording.columns import left

Verdict = Literal["good", "suspicious", "wrong", "not measured"]

# The limits below are ours. They are held by tests/backbones/_torch/test_doctor.py: of its planted
# faults at least 95 in 100 are caught, of its good set-ups fewer than 2 in 100 are doubted.
FEWEST_PICTURES = 8
"""Below this the tests that need pictures are left out."""

_BETTER_BY = 0.6
"""Another way to bring pictures in is named where its misfit is below this share of the card's."""

_CLOSE_FIT = 0.25
"""Below this misfit a normalisation is not doubted: another scene alone moves it by as much."""

_COLLAPSED = 0.995
"""Mean cosine of different people above which the vectors say nothing of the pictures."""

_MIRRORED = 0.25
"""How far from the mean cosine of different people (0) to 1 a picture is like its mirror image."""

_CHANGED = 1e-3
"""Share of the largest value by which a vector that is computed again may differ: rounding."""

_CLASS_COUNTS = (702, 750, 751, 767, 1000, 1041, 1467, 1501)
"""Identities of training sets: DukeMTMC-reID 702, Market-1501 751 (750 in its test part, 1501 in
all), CUHK03 767 in the newer split and 1467 in all, MSMT17 1041; ImageNet has 1000 classes."""

_ALTERNATIVES: dict[str, Message] = {
    "the other channel order": Message("doctor-other-order"),
    "normalised twice": Message("doctor-normalised-twice"),
    "none (0..1)": Message("doctor-not-normalised", {"range": "0..1"}),
    "none (0..255)": Message("doctor-not-normalised", {"range": "0..255"}),
}
"""What ways of `input_fit` are called; the names of the others are the same in every language."""


@dataclass(frozen=True)
class Finding:
    """What one test found.

    Attributes:
        check: name of the test.
        verdict: `good`, `suspicious`, `wrong` or `not measured`.
        message: what was found, with its figure.
        hint: what to do; None when all is well.
    """

    check: str
    verdict: Verdict
    message: Message
    hint: Message | None = None

    def lines(self) -> list[str]:
        """The finding for people: verdict, test and what it found; the hint below."""
        words = wording_of()
        verdict = words.text("doctor-verdict", verdict=self.verdict.replace(" ", "-"))
        check = words.text("doctor-check", check=self.check.replace(" ", "-"))
        lines = [f"{left(verdict, 13)} {check}: {words(self.message)}"]
        return [*lines, f"{'':<13} {words(self.hint)}"] if self.hint else lines


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """The family of the weights and what every test found."""

    family: Family | None
    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether no test found anything suspicious or wrong."""
        return all(f.verdict in ("good", "not measured") for f in self.findings)

    def run_as(self, card: str) -> Diagnosis:
        """The same of weights that a card file runs: that is what to use, not a shipped card."""
        if self.family is None:
            return self
        advice = Message("family-use-card-file", {"card": shlex.quote(card)})
        return replace(self, family=replace(self.family, advice=advice))

    def table(self) -> str:
        """The diagnosis for people, one line a test and its hint below."""
        label = wording_of().text("cli-doctor-family")
        lines = [f"{left(label, 13)} {self.family}"] if self.family else []
        return "\n".join([*lines, *(line for finding in self.findings for line in finding.lines())])


def examine(
    backbone: Backbone, pictures: Pictures, checkpoint: Checkpoint | None = None
) -> Diagnosis:
    """Test a backbone as it will be run.

    Args:
        backbone: loaded; of a network that is neither of PyTorch nor an ONNX graph, what would have
            to be seen inside is not measured.
        pictures: of different people, `uint8 (n, h, w, 3)` at the card's input size; the tests that
            need pictures are left out below 8.
        checkpoint: what it was loaded from, for the tests of the file.
    """
    findings = [*_of_file(backbone.card, checkpoint)]
    if isinstance(backbone, TorchBackbone):
        findings.append(_batch_norms(backbone.network))
    elif isinstance(backbone, OnnxBackbone):
        findings.append(_graph_norms(graph_norms(backbone.graph.path)))
    if len(pictures) < FEWEST_PICTURES:
        needed = Message("doctor-few-pictures", {"fewest": FEWEST_PICTURES})
        findings.append(
            Finding("pictures", "not measured", needed, Message("doctor-hint-pictures"))
        )
    else:
        findings += _of_vectors(backbone, pictures)
        findings += _of_input(backbone, pictures)
    family = None if checkpoint is None else recognise(checkpoint.tensors)
    return Diagnosis(family, tuple(findings))


def _of_file(card: BackboneCard, checkpoint: Checkpoint | None) -> Iterator[Finding]:
    """The size the card states, camera embeddings, and a classifier's length as vector length."""
    height, width = card.input_size
    if width > height:
        wide = Message("doctor-wide", {"size": f"{height}x{width}"})
        yield Finding("size", "suspicious", wide, Message("doctor-hint-size"))
    else:
        yield Finding("size", "good", Message("doctor-size", {"size": f"{height}x{width}"}))
    tensors = {} if checkpoint is None else stripped(checkpoint.tensors)
    cameras = [
        t.shape[0] for name, t in tensors.items() if name.endswith(("sie_embed", "cv_embed"))
    ]
    if cameras and cameras[0] > 1:
        yield _cameras(card, cameras[0])
    yield _classifier(card.dimension, tensors)


def _cameras(card: BackboneCard, count: int) -> Finding:
    """Embeddings of the cameras of training: what the card puts in their place, if anything."""
    asked = str(card.options.get("camera", ""))
    number = None if asked in ("", "mean") else asked
    values: dict[str, Value] = {"count": count, "stands_in": asked or "none", "number": number}
    cameras = Message("doctor-cameras", values)
    if asked == "":
        return Finding("camera embedding", "wrong", cameras, Message("doctor-hint-cameras"))
    hint = Message("doctor-hint-stand-in")
    return Finding("camera embedding", "suspicious", cameras, hint)


def _classifier(dimension: int, tensors: dict[str, torch.Tensor]) -> Finding:
    """Whether the vector is as long as there were identities in training."""
    rows = {
        int(t.shape[0])
        for name, t in tensors.items()
        if "classifier" in name and name.endswith("weight") and t.ndim == 2
    }
    if dimension in rows or dimension in _CLASS_COUNTS:
        return Finding(
            "classifier as feature",
            "suspicious",
            Message("doctor-classifier", {"dimension": dimension}),
            Message("doctor-hint-classifier"),
        )
    length = Message("doctor-dimension", {"dimension": dimension})
    return Finding("classifier as feature", "good", length)


def _batch_norms(network: nn.Module) -> Finding:
    """Training mode, absent statistics, and statistics that were never updated."""
    norms = batch_norms(network)
    training = sum(norm.training for norm in norms)
    without = sum(norm.running_mean is None for norm in norms)
    fresh = untrained_norms(network)
    if training or without:
        return Finding(
            "batch norm",
            "wrong",
            Message("doctor-batch-used", {"count": training or without, "norms": len(norms)}),
            Message("doctor-hint-batch-used"),
        )
    return _trained(fresh, len(norms))


def _graph_norms(norms: list[GraphNorm]) -> Finding:
    """Statistics of an ONNX graph that were never updated; a graph often has none."""
    if not norms:
        return Finding("batch norm", "not measured", Message("doctor-graph-norms"))
    return _trained(sum(norm.untrained for norm in norms), len(norms))


def _trained(fresh: int, norms: int) -> Finding:
    if norms and fresh > norms / 2:
        return Finding(
            "batch norm",
            "wrong",
            Message("doctor-batch-fresh", {"count": fresh, "norms": norms}),
            Message("doctor-hint-batch-fresh"),
        )
    return Finding("batch norm", "good", Message("doctor-batch-trained", {"norms": norms}))


def _of_vectors(backbone: Backbone, pictures: Pictures) -> Iterator[Finding]:
    """Repeatability, dependence on the batch, norms, collapse and mirroring."""
    vectors = _forward(backbone, pictures)
    yield _repeatable(backbone, pictures, vectors)
    norms = np.linalg.norm(vectors, axis=1)
    if not np.isfinite(norms).all() or norms.min() <= 1e-6:
        short = Message("doctor-no-length", {"length": float(norms.min())})
        yield Finding("norm", "wrong", short, Message("doctor-hint-above"))
        return
    if np.allclose(vectors.sum(1), 1, atol=1e-3) and vectors.min() >= 0:
        yield Finding(
            "classifier as feature",
            "wrong",
            Message("doctor-probabilities"),
            Message("doctor-hint-classifier"),
        )
    lengths = {"least": float(norms.min()), "most": float(norms.max())}
    yield Finding("norm", "good", Message("doctor-lengths", lengths))
    yield from _spread(backbone, pictures, vectors / norms[:, None])


def _repeatable(backbone: Backbone, pictures: Pictures, vectors: Vectors) -> Finding:
    again = _forward(backbone, pictures)
    pair = _forward(backbone, pictures[:2])
    scale = max(float(np.abs(vectors).max()), 1e-30)
    if float(np.abs(again - vectors).max()) > _CHANGED * scale:
        return Finding(
            "repeatable",
            "wrong",
            Message("doctor-not-repeatable"),
            Message("doctor-hint-random"),
        )
    if float(np.abs(pair - vectors[:2]).max()) > _CHANGED * scale:
        return Finding(
            "repeatable",
            "wrong",
            Message("doctor-batch-decides"),
            Message("doctor-hint-batch-decides"),
        )
    return Finding("repeatable", "good", Message("doctor-repeatable"))


def _spread(backbone: Backbone, pictures: Pictures, unit: Vectors) -> Iterator[Finding]:
    """Cosines of different people, and of pictures with their mirror images."""
    cosines = unit @ unit.T
    pairs = cosines[np.triu_indices(len(unit), 1)]
    different = Message("doctor-different", {"cosine": float(pairs.mean())})
    if pairs.mean() > _COLLAPSED:
        yield Finding("collapse", "wrong", different, Message("doctor-hint-collapse"))
    else:
        yield Finding("collapse", "good", different)
    mirrored = _forward(backbone, np.ascontiguousarray(pictures[:, :, ::-1]))
    mirrored /= np.maximum(np.linalg.norm(mirrored, axis=1, keepdims=True), 1e-30)
    mirror_cosine = float((mirrored * unit).sum(1).mean())
    mirror = Message("doctor-mirror", {"cosine": mirror_cosine})
    if mirror_cosine < float(pairs.mean()) + _MIRRORED * (1 - float(pairs.mean())):
        yield Finding("mirror", "suspicious", mirror, Message("doctor-hint-mirror"))
    else:
        yield Finding("mirror", "good", mirror)


def _of_input(backbone: Backbone, pictures: Pictures) -> Iterator[Finding]:
    """Whether other channels or another normalisation fit the first batch norms better."""
    card = backbone.card
    look = _look(backbone)
    card_misfit = None if look is None else misfit(look, Normalise(card), pictures)
    for check, others in (
        ("channel order", other_channels(card)),
        ("normalisation", other_normalisations(card)),
    ):
        if look is None or card_misfit is None:
            yield Finding(check, "not measured", _unseen(backbone))
            continue
        fits = {name: misfit(look, way, pictures) for name, way in others.items()}
        yield _compared(
            check, card_misfit, {name: fit for name, fit in fits.items() if fit is not None}
        )


def _look(backbone: Backbone) -> Look | None:
    """A look into a network of PyTorch or an ONNX graph; None into any other."""
    if isinstance(backbone, TorchBackbone):
        return look_into(backbone.network)
    return _look_into_graph(backbone) if isinstance(backbone, OnnxBackbone) else None


def _look_into_graph(backbone: OnnxBackbone) -> Look | None:
    """None where the graph has no batch norm."""
    graph = backbone.graph
    norms = graph_norms(graph.path)[:NORMS_COMPARED]
    if not norms:
        return None
    inputs = NormInputs(graph.path, graph.input_name, norms, graph.batch)
    kind = np.float16 if graph.input_type == "float16" else np.float32

    def look(planes: torch.Tensor) -> list[NormInput]:
        return [
            NormInput(
                torch.from_numpy(values),
                torch.from_numpy(norm.mean),
                torch.from_numpy(norm.variance + norm.epsilon),
            )
            for norm, values in zip(norms, inputs(planes.numpy().astype(kind)), strict=True)
        ]

    return look


def _unseen(backbone: Backbone) -> Message:
    """Why nothing can be told of what a network takes."""
    if isinstance(backbone, TorchBackbone):
        return Message("doctor-no-batch-norm")
    return Message(
        "doctor-graph-norms" if isinstance(backbone, OnnxBackbone) else "doctor-own-code"
    )


def _compared(check: str, card_misfit: float, misfits: dict[str, float]) -> Finding:
    name, best = min(misfits.items(), key=lambda pair: pair[1])
    other = _ALTERNATIVES.get(name, name)
    values: dict[str, Value] = {
        "misfit": card_misfit,
        "other": other,
        "other_misfit": best,
    }
    message = Message("doctor-misfit", values)
    doubted = check == "channel order" or card_misfit > _CLOSE_FIT
    if doubted and best < _BETTER_BY * card_misfit:
        hint = Message("doctor-hint-misfit", {"other": other})
        return Finding(check, "suspicious", message, hint)
    if check == "channel order" and best * _BETTER_BY < card_misfit:
        alike = Message("doctor-orders-alike", {"misfits": message})
        return Finding(check, "not measured", alike)
    return Finding(check, "good", message)


def _forward(backbone: Backbone, pictures: Pictures) -> NDArray[np.float32]:
    """Vectors from the eager network in the mode it is in: `embed` would put it right."""
    if not isinstance(backbone, TorchBackbone):
        return np.asarray(backbone.embed(pictures), np.float32)
    normalise = Normalise(backbone.card)
    device = next(iter(backbone.network.parameters())).device
    with torch.inference_mode():
        planes = normalise(tensor_of(pictures)).to(device)
        vectors: NDArray[np.float32] = backbone.network(planes).float().cpu().numpy()
    return vectors
