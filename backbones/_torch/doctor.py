"""Tests of a loaded backbone that find the silent mistakes of set-up.

What they cannot see. A normalisation is doubted only where another one fits the statistics of the
first batch norms much better on the pictures at hand; near neighbours pass. Mean and std 0.5 in
place of ImageNet's is such a case: with OSNet weights trained on Market-1501 it goes unnoticed
(no normalisation at all, and raw pixels, are caught). Another resampling than in training, and the
small difference between the two normalisations of LUPerson, are not noticed either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Checkpoint
from probe.backbones._torch.families import Family, recognise
from probe.backbones._torch.input_fit import misfit, other_channels, other_normalisations
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard, Pictures, Vectors

Verdict = Literal["good", "suspicious", "wrong", "not measured"]

FEWEST_PICTURES = 8
_BETTER_BY = 0.6
_CLOSE_FIT = 0.25
"""Below this misfit a normalisation is not doubted: another scene alone moves it by as much."""
_COLLAPSED = 0.995
_CLASS_COUNTS = (702, 750, 751, 767, 1000, 1041, 1467, 1501)


@dataclass(frozen=True)
class Finding:
    """What one test found.

    Attributes:
        check: name of the test.
        verdict: `good`, `suspicious`, `wrong` or `not measured`.
        message: what was found, with its figure.
        hint: what to do; empty when all is well.
    """

    check: str
    verdict: Verdict
    message: str
    hint: str = ""


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """The family of the weights and what every test found."""

    family: Family | None
    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether no test found anything suspicious or wrong."""
        return all(f.verdict in ("good", "not measured") for f in self.findings)

    def table(self) -> str:
        """The diagnosis for people, one line a test and its hint below."""
        lines = [f"family        {self.family}"] if self.family else []
        for finding in self.findings:
            lines.append(f"{finding.verdict:<13} {finding.check}: {finding.message}")
            if finding.hint:
                lines.append(f"{'':<13} {finding.hint}")
        return "\n".join(lines)


def examine(
    backbone: TorchBackbone, pictures: Pictures, checkpoint: Checkpoint | None = None
) -> Diagnosis:
    """Test a backbone as it will be run.

    Args:
        backbone: loaded.
        pictures: of different people, `uint8 (n, h, w, 3)` at the card's input size; the tests that
            need pictures are left out below 8.
        checkpoint: what it was loaded from, for the tests of the file.
    """
    findings = [*_of_file(backbone.card, checkpoint), _batch_norms(backbone.network)]
    if len(pictures) < FEWEST_PICTURES:
        message = f"needs at least {FEWEST_PICTURES} pictures of different people"
        findings.append(Finding("pictures", "not measured", message, "Name a folder: --photos DIR"))
    else:
        findings += _of_vectors(backbone, pictures)
        findings += _of_input(backbone, pictures)
    family = None if checkpoint is None else recognise(checkpoint.tensors)
    return Diagnosis(family, tuple(findings))


def _of_file(card: BackboneCard, checkpoint: Checkpoint | None) -> Iterator[Finding]:
    """The size the card states, camera embeddings, and a classifier's length as vector length."""
    height, width = card.input_size
    if width > height:
        message = f"{height}x{width} is wider than high"
        yield Finding("size", "suspicious", message, "Sizes are (height, width): a person stands.")
    else:
        yield Finding("size", "good", f"{height}x{width}")
    tensors = {} if checkpoint is None else stripped(checkpoint.tensors)
    cameras = [
        t.shape[0] for name, t in tensors.items() if name.endswith(("sie_embed", "cv_embed"))
    ]
    if cameras and cameras[0] > 1:
        yield _cameras(card, cameras[0])
    yield _classifier(card.dimension, tensors)


def _cameras(card: BackboneCard, count: int) -> Finding:
    """Embeddings of the cameras of training: what the card puts in their place, if anything."""
    message = f"the weights hold embeddings of {count} training cameras or views"
    asked = card.options.get("camera", "")
    if asked == "":
        hint = "Other cameras have none: the vectors are only defined for the cameras trained on."
        return Finding("camera embedding", "wrong", message, hint)
    which = "the mean of them stands in" if asked == "mean" else f"number {asked} stands in"
    hint = "Published figures, made with each picture's own camera, do not hold for it."
    return Finding("camera embedding", "suspicious", f"{message}; {which}", hint)


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
            f"the vector has {dimension} values, as many as training had identities",
            "Take the layer before the classifier.",
        )
    return Finding("classifier as feature", "good", f"the vector has {dimension} values")


def _batch_norms(network: nn.Module) -> Finding:
    """Training mode, absent statistics, and statistics that were never updated."""
    norms = _norms(network)
    training = sum(norm.training for norm in norms)
    without = sum(norm.running_mean is None for norm in norms)
    fresh = sum(
        norm.running_mean is not None
        and norm.running_var is not None
        and not bool(norm.running_mean.any())
        and bool((norm.running_var == 1).all())
        for norm in norms
    )
    if training or without:
        return Finding(
            "batch norm",
            "wrong",
            f"{training or without} of {len(norms)} batch norms use the statistics of the batch",
            "Call eval() on the network and keep the running statistics.",
        )
    if norms and fresh > len(norms) / 2:
        return Finding(
            "batch norm",
            "wrong",
            f"{fresh} of {len(norms)} batch norms still have their initial statistics",
            "The network was never trained, or its statistics were lost in saving.",
        )
    return Finding("batch norm", "good", f"{len(norms)} with statistics of training")


def _norms(network: nn.Module) -> list[Any]:
    kinds = (nn.BatchNorm1d, nn.BatchNorm2d)
    return [module for module in network.modules() if isinstance(module, kinds)]


def _of_vectors(backbone: TorchBackbone, pictures: Pictures) -> Iterator[Finding]:
    """Repeatability, dependence on the batch, norms, collapse and mirroring."""
    vectors = _forward(backbone, pictures)
    yield _repeatable(backbone, pictures, vectors)
    norms = np.linalg.norm(vectors, axis=1)
    if not np.isfinite(norms).all() or norms.min() <= 1e-6:
        yield Finding("norm", "wrong", f"a vector has the length {norms.min():.1e}", "See above.")
        return
    if np.allclose(vectors.sum(1), 1, atol=1e-3) and vectors.min() >= 0:
        yield Finding(
            "classifier as feature",
            "wrong",
            "the values are probabilities that sum to 1",
            "Take the layer before the classifier.",
        )
    yield Finding("norm", "good", f"{norms.min():.3g} to {norms.max():.3g}")
    yield from _spread(backbone, pictures, vectors / norms[:, None])


def _repeatable(backbone: TorchBackbone, pictures: Pictures, vectors: Vectors) -> Finding:
    again = _forward(backbone, pictures)
    pair = _forward(backbone, pictures[:2])
    scale = max(float(np.abs(vectors).max()), 1e-30)
    if float(np.abs(again - vectors).max()) > 1e-3 * scale:
        return Finding(
            "repeatable",
            "wrong",
            "the same pictures give other vectors the second time",
            "Something is random: dropout in training mode?",
        )
    if float(np.abs(pair - vectors[:2]).max()) > 1e-3 * scale:
        return Finding(
            "repeatable",
            "wrong",
            "a picture's vector depends on the others in the batch",
            "Batch norm in training mode, or a layer over the batch.",
        )
    return Finding("repeatable", "good", "same vectors again, in another batch too")


def _spread(backbone: TorchBackbone, pictures: Pictures, unit: Vectors) -> Iterator[Finding]:
    """Cosines of different people, and of pictures with their mirror images."""
    cosines = unit @ unit.T
    pairs = cosines[np.triu_indices(len(unit), 1)]
    message = f"mean cosine of different pictures {pairs.mean():.4f}"
    if pairs.mean() > _COLLAPSED:
        yield Finding(
            "collapse",
            "wrong",
            message,
            "All pictures look alike to it: wrong input or dead weights.",
        )
    else:
        yield Finding("collapse", "good", message)
    mirrored = _forward(backbone, np.ascontiguousarray(pictures[:, :, ::-1]))
    mirrored /= np.maximum(np.linalg.norm(mirrored, axis=1, keepdims=True), 1e-30)
    mirror_cosine = float((mirrored * unit).sum(1).mean())
    message = f"mean cosine with the mirror image {mirror_cosine:.4f}"
    if mirror_cosine < float(pairs.mean()) + 0.25 * (1 - float(pairs.mean())):
        yield Finding(
            "mirror",
            "suspicious",
            message,
            "Mirror images should be nearly the same person: a layer may be scrambled.",
        )
    else:
        yield Finding("mirror", "good", message)


def _of_input(backbone: TorchBackbone, pictures: Pictures) -> Iterator[Finding]:
    """Whether other channels or another normalisation fit the first batch norms better."""
    network, card = backbone.network, backbone.card
    card_misfit = misfit(network, Normalise(card), pictures)
    for check, others in (
        ("channel order", other_channels(card)),
        ("normalisation", other_normalisations(card)),
    ):
        if card_misfit is None:
            yield Finding(check, "not measured", "the network has no batch norm near its input")
            continue
        fits = {name: misfit(network, way, pictures) for name, way in others.items()}
        yield _compared(
            check, card_misfit, {name: fit for name, fit in fits.items() if fit is not None}
        )


def _compared(check: str, card_misfit: float, misfits: dict[str, float]) -> Finding:
    name, best = min(misfits.items(), key=lambda pair: pair[1])
    message = f"misfit to training {card_misfit:.3f}; best alternative, {name}: {best:.3f}"
    doubted = check == "channel order" or card_misfit > _CLOSE_FIT
    if doubted and best < _BETTER_BY * card_misfit:
        hint = f"Check the card: {name} fits the weights better."
        return Finding(check, "suspicious", message, hint)
    if check == "channel order" and best * _BETTER_BY < card_misfit:
        return Finding(check, "not measured", f"both orders fit these pictures alike: {message}")
    return Finding(check, "good", message)


def _forward(backbone: TorchBackbone, pictures: Pictures) -> NDArray[np.float32]:
    """Vectors from the eager network in the mode it is in: `embed` would put it right."""
    normalise = Normalise(backbone.card)
    device = next(iter(backbone.network.parameters())).device
    with torch.inference_mode():
        planes = normalise(torch.from_numpy(np.ascontiguousarray(pictures))).to(device)
        vectors: NDArray[np.float32] = backbone.network(planes).float().cpu().numpy()
    return vectors
