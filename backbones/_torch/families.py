"""Telling which family a checkpoint belongs to, from the names and shapes of its tensors alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch

Shapes = Mapping[str, tuple[int, ...]]

# Sizes by which official files are told apart: channels of OSNet's stem (torchreid's osnet.py),
# blocks of the third stage of iResNets (insightface's iresnet.py) and of ResNets (torchvision's).
_OSNET_WIDTHS = {64: "x1_0", 48: "x0_75", 32: "x0_5", 16: "x0_25"}
_IRESNET_DEPTHS = {2: 18, 6: 34, 14: 50, 30: 100, 60: 200}
_RESNET_DEPTHS = {6: 50, 23: 101, 36: 152}
_SHIPPED_SHAPES = {
    ("conv2", "1-2-2-2", "16-32-64-96"): ("iResNet", "arcface_trained"),
    ("conv1", "2-2-2-2", "24-48-72-96"): ("ResNet", "moco_trained"),
}
"""Networks of `probe train` in the shape of the demonstration models: the convolution that has a
stage's width, blocks and widths, and then what it is and the card that runs it."""

_VIT_DEPTH = 12
"""Blocks of ViT-B and DeiT, which are built here."""

_SWIN_TINY_DEPTH = 6
"""Blocks of the third stage of Swin-T; Swin-S and Swin-B have 18."""

_SWIN_BASE_WIDTH = 128
"""Channels of the first stage of Swin-B; Swin-T and Swin-S have 96."""


@dataclass(frozen=True)
class Family:
    """What a checkpoint is.

    Attributes:
        name: the family, such as `FastReID`; `unknown` where none is recognised.
        architecture: the network in it, such as `SBS ResNet-50-IBN-a`.
        evidence: the names that tell.
        card: the card that runs it; empty where there is none.
        advice: what to do, in a sentence.
    """

    name: str
    architecture: str
    evidence: tuple[str, ...]
    card: str = ""
    advice: str = ""

    @property
    def supported(self) -> bool:
        """Whether a card runs it."""
        return bool(self.card)

    def __str__(self) -> str:
        name = f"{self.name}: {self.architecture}" if self.architecture else self.name
        seen = f" (it holds {', '.join(self.evidence)})" if self.evidence else ""
        return f"{name}{seen}. {self.advice}".strip()


def recognise(tensors: Mapping[str, torch.Tensor]) -> Family:
    """The family of the tensors of a checkpoint; the file's name plays no part.

    Args:
        tensors: by name, as in the file; `module.` and `_orig_mod.` are looked through.
    """
    shapes = {_bare(name): tuple(tensor.shape) for name, tensor in tensors.items()}
    for rule in _RULES:
        family = rule(shapes)
        if family is not None:
            return family
    stems = sorted({name.split(".")[0] for name in shapes})
    first_stems = ", ".join(stems[:6]) or "nothing"
    return Family("unknown", "", (), advice=f"Its tensors are named {first_stems}.")


def _bare(name: str) -> str:
    return re.sub(r"^(module\.|_orig_mod\.)+", "", name)


def _runs(name: str, architecture: str, evidence: tuple[str, ...], card: str) -> Family:
    return Family(name, architecture, evidence, card, f"Use --backbone {card}=FILE.")


def _not_yet(name: str, architecture: str, evidence: tuple[str, ...], why: str = "") -> Family:
    advice = "This family is not supported yet; export it to ONNX and use onnx:FILE."
    return Family(name, architecture, evidence, advice=f"{why} {advice}".strip())


def _first(shapes: Shapes, *patterns: str) -> str:
    """The first name that one of the patterns (regular expressions) matches, or nothing."""
    for pattern in patterns:
        for name in shapes:
            if re.search(pattern, name):
                return name
    return ""


def _count(shapes: Shapes, pattern: str) -> int:
    return sum(re.fullmatch(pattern, name) is not None for name in shapes)


def _trained_here(shapes: Shapes) -> Family | None:
    """Weights that `probe train` made; other shapes than the shipped ones are in its card file."""
    stages = range(1, 5)
    blocks = "-".join(str(_count(shapes, rf"layer{k}\.\d+\.conv1\.weight")) for k in stages)
    for (layer, shape, widths), (kind, card) in _SHIPPED_SHAPES.items():
        first = [shapes.get(f"layer{k}.0.{layer}.weight", (0,))[0] for k in stages]
        if blocks == shape and "-".join(map(str, first)) == widths:
            evidence = (f"blocks {blocks}", f"widths {widths}")
            return _runs("probe train", f"{kind} {blocks}", evidence, card)
    return None


def _insightface(shapes: Shapes) -> Family | None:
    telling = _first(shapes, r"(^|\.)layer1\.0\.prelu\.weight$")
    if not telling or not _first(shapes, r"(^|\.)features\.(weight|running_mean)$"):
        return None
    evidence = (telling, _first(shapes, r"(^|\.)features\."))
    blocks = _count(shapes, r"(backbone\.)?layer3\.\d+\.conv1\.weight")
    depth = _IRESNET_DEPTHS.get(blocks, 0)
    name = f"iResNet-{depth or '?'}"
    if depth != 50:
        why = "Only iResNet-50 is built here; what probe train has made runs by its card.yaml."
        return _not_yet("insightface", name, evidence, why)
    positions = next((s[1] // 512 for n, s in shapes.items() if n.endswith("fc.weight")), 0)
    cards = {49: "arcface", 192: "arcface_384x128"}
    if positions not in cards:
        why = f"Its linear layer reads {positions} positions: another input size."
        return _not_yet("insightface", name, evidence, why)
    return _runs("insightface", name, evidence, cards[positions])


def _osnet(shapes: Shapes) -> Family | None:
    plain = _first(shapes, r"^conv2\.0\.conv2a\.conv1\.weight$")
    streams = _first(shapes, r"^conv2\.0\.conv2\.0\.layers\.0\.conv1\.weight$")
    if not (plain or streams):
        return None
    stem = shapes.get("conv1.conv.weight", (0,))[0]
    width = _OSNET_WIDTHS.get(stem, "")
    inside = "conv2.0.IN.weight" in shapes
    kind = "osnet_ain" if streams else ("osnet_ibn" if inside else "osnet")
    evidence = (plain or streams, f"a stem of {stem} channels")
    if width and (kind == "osnet" or (kind == "osnet_ain" and width == "x1_0")):
        return _runs("torchreid", f"{kind}_{width}", evidence, f"{kind}_{width}")
    return _not_yet("torchreid", f"{kind}_{width or 'of another width'}", evidence)


def _transformers(shapes: Shapes) -> Family | None:
    """The three families of vision transformers of the field."""
    if semantic := _first(shapes, r"semantic_embed_[wb]\."):
        return _solider(shapes, semantic)
    encoder = _first(shapes, r"^image_encoder\.")
    other = _first(shapes, r"^(prompt_learner|text_encoder|bottleneck_proj)\.")
    if encoder and other:
        return _clip_reid(shapes, encoder, other)
    position = _first(shapes, r"^base\.pos_embed$", r"^base\.cls_token$")
    if position and _first(shapes, r"^base\.blocks\.0\."):
        return _transreid(shapes, position)
    return None


def _solider(shapes: Shapes, semantic: str) -> Family:
    projection = _first(shapes, r"^(base|backbone)\.patch_embed\.projection\.weight$")
    if not projection:
        return _not_yet("SOLIDER", "another trunk with semantic embedding", (semantic,))
    width = shapes[projection][0]
    deep = _count(shapes, r"\w+\.stages\.2\.blocks\.\d+\.norm1\.weight") > _SWIN_TINY_DEPTH
    size = "B" if width == _SWIN_BASE_WIDTH else ("S" if deep else "T")
    return _runs(
        "SOLIDER", f"Swin-{size} with semantic embedding", (projection, semantic), "solider"
    )


def _clip_reid(shapes: Shapes, encoder: str, other: str) -> Family:
    if _first(shapes, r"^image_encoder\.layer1\."):
        return _not_yet("CLIP-ReID", "ResNet-50 image encoder", (encoder, other))
    cameras = _first(shapes, r"^cv_embed$")
    evidence = tuple(filter(None, (encoder, other, cameras)))
    card = "clip_reid_mean_camera" if cameras else "clip_reid"
    return _runs("CLIP-ReID", "ViT image encoder", evidence, card)


def _transreid(shapes: Shapes, position: str) -> Family:
    cameras, branch = _first(shapes, r"^base\.sie_embed$"), _first(shapes, r"^b1\.")
    kind = f"ViT {'with' if branch else 'without'} jigsaw branch"
    evidence = tuple(filter(None, (position, cameras, branch)))
    stem = _first(shapes, r"^base\.patch_embed\.(conv|bn)")
    blocks = _count(shapes, r"base\.blocks\.\d+\.norm1\.weight")
    if stem or blocks != _VIT_DEPTH:
        why = "It has a convolutional stem." if stem else f"It has {blocks} blocks, not 12."
        return _not_yet("TransReID", kind, (*evidence, stem) if stem else evidence, why)
    card = "transreid_mean_camera" if cameras else "transreid"
    return _runs("TransReID", kind, evidence, card)


def _fast_reid(shapes: Shapes) -> Family | None:
    trunk = _first(shapes, r"^backbone\.(conv1|layer1|0)\.")
    parts = _first(shapes, r"^b1_head\.", r"^b1\.")
    head = _first(shapes, r"^heads\.(bottleneck|weight|classifier|pool_layer|bnneck)")
    if not trunk or not (head or parts):
        return None
    if parts:
        return _mgn(shapes, (trunk, parts))
    local = _first(shapes, r"^backbone\.NL_")
    power = _first(shapes, r"^heads\.pool_layer\.p$")
    recipe = "SBS" if power else ("AGW" if local else "BoT")
    network = _resnet_name(shapes, "backbone.")
    evidence = tuple(filter(None, (trunk, head, local, power)))
    reduced = len(shapes.get("heads.bottleneck.0.weight", (0,))) == 4
    if not network.startswith("ResNet-50") or "heads.bottleneck.0.weight" not in shapes or reduced:
        return _not_yet("FastReID", f"{recipe} {network or 'on another trunk'}", evidence)
    return _runs("FastReID", f"{recipe} {network}", evidence, f"fastreid_{recipe.lower()}")


def _mgn(shapes: Shapes, evidence: tuple[str, ...]) -> Family:
    kind = "MGN (three branches)"
    blocks = _count(shapes, r"b1\.0\.\d+\.conv3\.weight") + 1
    if _RESNET_DEPTHS.get(blocks) != 50 or "b1_head.bottleneck.1.weight" not in shapes:
        why = "Its trunk or its heads are not those of FastReID 1.0 on ResNet-50."
        return _not_yet("FastReID", kind, evidence, why)
    learned = _first(shapes, r"^b1_head\.pool_layer\.p$")
    evidence = (*evidence, learned) if learned else evidence
    return _runs("FastReID", f"{kind}, ResNet-50", evidence, "fastreid_mgn")


def _resnet_name(shapes: Shapes, prefix: str) -> str:
    """`ResNet-50`, `ResNet-101-IBN-a`, ... of the trunk under a prefix; empty for other trunks."""
    blocks = _count(shapes, re.escape(prefix) + r"layer3\.\d+\.conv3\.weight")
    if blocks not in _RESNET_DEPTHS:
        return ""
    if f"{prefix}layer1.0.se.fc1.weight" in shapes or _first(shapes, r"layer1\.0\.se\."):
        return f"SE-ResNet-{_RESNET_DEPTHS[blocks]}"
    inside = "-IBN-a" if f"{prefix}layer1.0.bn1.IN.weight" in shapes else ""
    return f"ResNet-{_RESNET_DEPTHS[blocks]}{inside}"


def _under_base(shapes: Shapes) -> Family | None:
    """Families that keep a ResNet under `base.`, told apart by what follows it."""
    network = _resnet_name(shapes, "base.")
    if not network:
        return _small_baseline(shapes)
    first = "base.layer1.0.conv1.weight"
    if "feat.weight" in shapes and _first(shapes, r"^feat_bn\."):
        kind = f"{network} with a linear feature"
        if network == "ResNet-50":
            return _runs("open-reid / HHL", kind, (first, "feat_bn"), "resnet50")
        return _not_yet("open-reid / HHL", kind, (first, "feat_bn"))
    if "bottleneck.weight" not in shapes:
        return None
    evidence = (first, "bottleneck.weight")
    if network.startswith("ResNet-"):
        return _runs("reid-strong-baseline", network, evidence, "ibn")
    return _not_yet("reid-strong-baseline", network, evidence)


def _ensemble(shapes: Shapes) -> Family | None:
    """EnsembleNet as this project stores it: shared stages and numbered branches."""
    shared, branch = "base.layer1.0.conv1.weight", "branches.0.stage.0.conv1.weight"
    if shared not in shapes or branch not in shapes:
        return None
    count = _count(shapes, r"branches\.\d+\.stage\.0\.conv1\.weight")
    return _runs("EnsembleNet", f"{count} branches", (shared, branch), "ensemble")


def _small_baseline(shapes: Shapes) -> Family | None:
    """The same with basic blocks (ResNet-18, ResNet-34), of any width."""
    first = "base.layer1.0.conv2.weight"
    if first not in shapes or "bottleneck.weight" not in shapes:
        return None
    inside = "-IBN-a" if "base.layer1.0.bn1.IN.weight" in shapes else ""
    kind = f"ResNet{inside} of basic blocks"
    return _runs("reid-strong-baseline", kind, (first, "bottleneck.weight"), "ibn")


def _fd_gan(shapes: Shapes) -> Family | None:
    """FD-GAN's networks: encoders have features; generator and discriminators have none."""
    trunk = _first(shapes, r"^(encoder\.)?base_model\.base\.conv1\.weight$")
    head = _first(shapes, r"^(encoder\.)?embed_model\.")
    if not (trunk and head):
        return _fd_gan_without_features(shapes)
    evidence: tuple[str, ...] = (trunk, head)
    if shapes.get("embed_model.classifier.weight", (2,))[0] == 1:
        why = "net_Di has no features to compare people by; net_E has."
        return Family("FD-GAN", "identity discriminator", evidence, advice=why)
    prefix = trunk.removesuffix("conv1.weight")
    network = _resnet_name(shapes, prefix) or "ResNet of basic blocks"
    additional = _first(shapes, r"^additional\.convs\.0\.weight$")
    kind = f"{network} with a verification head"
    if additional:
        kind, evidence = f"{network} with an additional encoder", (*evidence, additional)
    return _runs("FD-GAN", kind, evidence, "fdgan")


def _fd_gan_without_features(shapes: Shapes) -> Family | None:
    advice = "It has no features to compare people by; net_E has."
    if "en_avg.1.weight" in shapes and "de_avg.1.weight" in shapes:
        evidence = ("en_avg.1.weight", "de_avg.1.weight")
        return Family("FD-GAN", "generator", evidence, advice=advice)
    if shapes.get("model.0.weight", (0, 0))[1:2] == (21,) and "model.11.weight" in shapes:
        evidence = ("model.0.weight", "model.11.weight")
        return Family("FD-GAN", "pose discriminator", evidence, advice=advice)
    return None


def _layumi(shapes: Shapes) -> Family | None:
    head = _first(shapes, r"^classifier\d*\.add_block\.")
    if not head:
        return None
    parts = "PCB" if head.startswith("classifier0") else "linear feature"
    return _not_yet("Person_reID_baseline_pytorch", f"trunk with {parts}", (head,))


def _moco(shapes: Shapes) -> Family | None:
    if not _first(shapes, r"^encoder_q\."):
        return None
    network = _resnet_name(shapes, "encoder_q.")
    evidence = tuple(filter(None, ("encoder_q.*", _first(shapes, r"^queue$"))))
    if network == "ResNet-50":
        return _runs("MoCo / LUPerson", "ResNet-50, raw training checkpoint", evidence, "moco")
    return _not_yet("MoCo", network or "another trunk", evidence)


def _bare_resnet(shapes: Shapes) -> Family | None:
    network = _resnet_name(shapes, "")
    if not network:
        return None
    evidence = ("layer1.0.conv1.weight", "layer4.2.conv3.weight")
    if "classifier.weight" in shapes:
        kind = f"{network} with a classifier of {shapes['classifier.weight'][0]}"
        with_classifier = (*evidence, "classifier.weight")
        if network == "ResNet-50":
            return _runs("torchreid", kind, with_classifier, "resnet50")
        return _not_yet("torchreid", kind, with_classifier)
    if network == "ResNet-50-IBN-a":
        advice = "An ImageNet start, which has not learnt people: --backbone ibn=FILE runs it."
        return Family("IBN-Net", network, evidence, "ibn", advice)
    if "fc.weight" in shapes:
        kind = f"{network} with a classifier of {shapes['fc.weight'][0]} (ImageNet has 1000)"
        return Family(
            "torchvision / timm",
            kind,
            (*evidence, "fc.weight"),
            "timm:resnet50" if network == "ResNet-50" else "",
            "Not trained on people, unless you know better. Use --backbone timm:resnet50=FILE.",
        )
    if network == "ResNet-50":
        return _runs("LUPerson, or another bare trunk", network, evidence, "moco")
    return _not_yet("a bare trunk", network, evidence)


def _vision_transformer(shapes: Shapes) -> Family | None:
    if "cls_token" not in shapes or "blocks.0.attn.qkv.weight" not in shapes:
        return None
    width = shapes["cls_token"][-1]
    advice = "Use --backbone timm:NAME=FILE with the model's name in timm."
    evidence = ("cls_token", "blocks.0.attn.qkv.weight")
    card = "timm:vit_base_patch16_224" if width == 768 else "timm:vit_small_patch16_224"
    return Family("timm / DINO", f"ViT of width {width}", evidence, card, advice)


_RULES: tuple[Callable[[Shapes], Family | None], ...] = (
    _trained_here,
    _insightface,
    _osnet,
    _transformers,
    _fast_reid,
    _ensemble,
    _under_base,
    _fd_gan,
    _layumi,
    _moco,
    _bare_resnet,
    _vision_transformer,
)
