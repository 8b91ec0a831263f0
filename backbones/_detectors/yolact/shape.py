"""The shape of YOLACT's network in a recipe, and how it begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, cast

import torch
from pydantic import Field
from torch import nn

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.stage_options import Stages
from probe.backbones._training.frame_data import check_kinds
from probe.backbones._training.objective import DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count, Positive, RecipePart
from probe.backbones._training.table import TrainingTable
from probe.backbones._training.trunk_start import Pretrained, checked_file, initialise
from probe.backbones._yolact.anchors import sides_of
from probe.backbones._yolact.model import Widths, Yolact, YolactShape
from probe.backbones._yolact.preprocess import MEAN, STD
from probe.backbones._yolact.trunk import Place
from probe.backbones._yolact.view import View
from probe.errors import CheckpointError, UsageError
from probe.wording import Message, refusal

DETECTOR = "detector"
"""Name of the network."""

SAME = 1e-4
"""Values of a recipe's normalisation may differ from YOLACT's by this (they are rounded there)."""


class Anchors(RecipePart):
    """The anchors of a place.

    Attributes:
        scales: pixels, of the five levels (P3 to P7).
        factors: of each scale; YOLACT++ has 1, 2^(1/3), 2^(2/3).
        ratios: width over height.
    """

    scales: tuple[Positive, Positive, Positive, Positive, Positive]
    factors: Annotated[tuple[Positive, ...], Field(min_length=1)]
    ratios: Annotated[tuple[Positive, ...], Field(min_length=1)]


class YolactNetwork(NetworkShape):
    """YOLACT or YOLACT++ of any depth and width.

    Attributes:
        kind: `yolact`.
        block: `basic` (ResNet-18, -34) or `bottleneck` (-50, -101).
        blocks: of the trunk's four stages.
        trunk: inner channels of its stages; officially 64, 128, 256, 512.
        deformable_every: every so many blocks of the last three stages, from their first, have a
            deformable convolution (1 in YOLACT++ on ResNet-50, 3 on ResNet-101); null for none.
        heads: channels of pyramid and heads; officially 256.
        prototypes: officially 32.
        scorer: channels of the network that scores masks; officially 8, 16, 32, 64, 128; null for
            none, as in YOLACT.
        classes: without the background.
        anchors: at every place.
        start: ImageNet weights of the trunk; null for random ones.
    """

    kind: Literal["yolact"]
    block: Literal["basic", "bottleneck"]
    blocks: tuple[Count, Count, Count, Count]
    trunk: tuple[Count, Count, Count, Count]
    deformable_every: Count | None
    heads: Count
    prototypes: Count
    scorer: tuple[Count, ...] | None
    classes: Count
    anchors: Anchors
    start: Pretrained | None
    backbones: ClassVar[tuple[str, ...]] = ()
    detectors: ClassVar[tuple[str, ...]] = (DETECTOR,)
    detector: ClassVar[str] = "yolact"

    def check(self, table: TrainingTable) -> None:
        """Refuse a class that the network does not have."""
        check_kinds(table.records, self.classes)

    def networks(self, facts: DataFacts) -> Networks:
        """The network at its start.

        Raises:
            UsageError: pictures too small for the scorer, another normalisation than YOLACT's, or
                deformable convolutions in basic blocks.
            CheckpointError: the start is of another network.
        """
        self._check_normalisation(facts)
        self._check_scorer(facts.size)
        if self.deformable_every and self.block == "basic":
            raise refusal(
                UsageError,
                Message("detectors-deformable"),
                hint=Message("detectors-deformable-step"),
            )
        network = Yolact(self.shape(facts.size))
        initialise(network.backbone)
        for name, module in network.named_modules():
            if name.endswith(".conv_offset_mask"):
                nn.init.zeros_(cast("nn.Conv2d", module).weight)  # a plain convolution at first
            if isinstance(module, nn.Conv2d) and not name.startswith("backbone."):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)  # type: ignore[arg-type] # all heads have one
        if self.start is not None:
            _start(network, self.start)
        return {DETECTOR: network}

    def shape(self, size: tuple[int, int]) -> YolactShape:
        """The network's shape for pictures of (height, width)."""
        anchors = self.anchors
        sides = sides_of(anchors.scales, anchors.factors, anchors.ratios)
        widths = Widths(
            self.block == "basic", _stages(self.trunk), self.heads, self.prototypes,
            self.scorer or Widths().scorer,
        )  # fmt: skip
        view = View(size, sides)
        return YolactShape(
            _stages(self.blocks), self._deformable(), view.anchors, self.classes,
            self.scorer is not None, widths, view,
        )  # fmt: skip

    def options(self) -> dict[str, str | int]:
        """The shape for people; whoever opens the file reads it from its tensors."""
        return {"block": self.block, "heads": self.heads, "classes": self.classes}

    def feature(self) -> str:
        """Nothing: it finds people."""
        return ""

    def _deformable(self) -> frozenset[Place]:
        step = self.deformable_every
        if step is None:
            return frozenset()
        return frozenset(
            (stage, place)
            for stage, count in enumerate(self.blocks)
            if stage
            for place in range(0, count, step)
        )

    def _check_normalisation(self, facts: DataFacts) -> None:
        """Whoever opens the file normalises as YOLACT does."""
        given = (*facts.mean, *facts.std)
        wanted = [value / 255 for value in (*MEAN, *STD)]
        if max(abs(a - b) for a, b in zip(given, wanted, strict=True)) > SAME:
            numbers = [[round(value, 5) for value in part] for part in (wanted[:3], wanted[3:])]
            raise refusal(
                UsageError,
                Message("detectors-yolact-normalisation"),
                place=Message("place-step", {"step": "normalise"}),
                hint=Message(
                    "detectors-write-mean", {"mean": str(numbers[0]), "std": str(numbers[1])}
                ),
            )

    def _check_scorer(self, size: tuple[int, int]) -> None:
        if self.scorer is None:
            return
        # Prototypes are twice as large as the map after three halvings; a layer needs 3 places.
        sides = [2 * -(-side // 8) for side in size]
        for layer in range(len(self.scorer)):
            if min(sides) < 3:
                raise refusal(
                    UsageError,
                    Message(
                        "detectors-masks-too-small",
                        {"height": size[0], "width": size[1], "layers": len(self.scorer)},
                    ),
                    hint=Message("detectors-scorer-step", {"layers": layer}),
                )
            sides = [(side - 3) // 2 + 1 for side in sides]


def _stages(counts: tuple[int, ...]) -> Stages:
    one, two, three, four = counts
    return one, two, three, four


def _start(network: Yolact, start: Pretrained) -> None:
    """Fill the trunk with the weights of a torchvision ResNet; what deforms begins at rest.

    Raises:
        UsageError: the file is not on this machine.
        CheckpointError: it is another file, or of another network.
    """
    path = checked_file(start)
    renamed = _renamed(stripped(read_checkpoint(path).tensors))
    own = network.backbone.state_dict()
    missing = [name for name in own if name not in renamed and not _of_deformable(name, own)]
    wrong = [name for name, value in renamed.items() if own.get(name, value).shape != value.shape]
    if missing or wrong:
        raise refusal(
            CheckpointError,
            Message(
                "detectors-trunk-misfit",
                {"network": network.shape.name, "tensor": (missing + wrong)[0]},
            ),
            place=path,
            hint=Message("detectors-trunk-depth"),
        )
    known = {name: value for name, value in renamed.items() if name in own}
    network.backbone.load_state_dict(known, strict=False)


def _renamed(tensors: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """`layer1.0.conv1.weight` to `layers.0.0.conv1.weight`, as the official code does."""
    renamed = {}
    for name, value in tensors.items():
        if name.startswith("layer"):
            stage, rest = name.removeprefix("layer").split(".", 1)
            name = f"layers.{int(stage) - 1}.{rest}"
        renamed[name] = value
    return renamed


def _of_deformable(name: str, own: Mapping[str, torch.Tensor]) -> bool:
    """Whether a tensor is there because its convolution is deformable."""
    block = name.rpartition(".conv2.")[0]
    deformable = f"{block}.conv2.conv_offset_mask.weight" in own
    return deformable and name != f"{block}.conv2.weight"
