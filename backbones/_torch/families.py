"""Telling which family a checkpoint belongs to, from the names and shapes of its tensors alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch

from probe.backbones._torch.timm_names import NAME, TIMM_STEMS, timm_name
from probe.wording import Message, wording_of

Shapes = Mapping[str, tuple[int, ...]]

# Sizes by which official files are told apart: channels of OSNet's stem (torchreid's osnet.py),
# blocks of the third stage of iResNets (insightface's iresnet.py) and of ResNets (torchvision's).
_OSNET_WIDTHS = {64: "x1_0", 48: "x0_75", 32: "x0_5", 16: "x0_25"}
_IRESNET_DEPTHS = {2: 18, 6: 34, 14: 50, 30: 100, 60: 200}
_RESNET_DEPTHS = {6: 50, 23: 101, 36: 152}
_BASIC_DEPTHS = {2: 18, 6: 34}
"""Depth by the blocks of the third stage, bottlenecks and basic blocks."""
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
    """What a checkpoint is. Names of families and networks are the same in every language.

    Attributes:
        name: the family, such as `FastReID`; `UNKNOWN` where none is recognised.
        architecture: the network in it, such as `SBS ResNet-50-IBN-a`; None where not known.
        evidence: the names that tell.
        advice: what to do, in a sentence.
        card: the card that runs it; empty where there is none.
        others: further cards that run it as another network; which of them is meant, its tensors do
            not say.
        sure: whether a file of this family can only be meant for `card`.
    """

    name: Message | str
    architecture: Message | str | None
    evidence: tuple[Message | str, ...]
    advice: Message
    card: str = ""
    others: tuple[str, ...] = ()
    sure: bool = True

    @property
    def readings(self) -> tuple[str, ...]:
        """Every card that runs it, the likeliest first; may hold `timm:NAME`, to be filled in."""
        return tuple(filter(None, (self.card, *self.others)))

    def may_be(self, card: str) -> bool:
        """Whether a card runs it: `timm:resnet50` is a reading `timm:NAME`."""
        return any(
            card == one or (one.endswith(":NAME") and card.startswith(one.removesuffix("NAME")))
            for one in self.readings
        )

    @property
    def supported(self) -> bool:
        """Whether a card runs it."""
        return bool(self.card)

    @property
    def network(self) -> Message:
        """Family and network, as a part of a sentence."""
        return Message("family-network", {"name": self.name, "architecture": self.architecture})

    @property
    def looks(self) -> Message:
        """Family and, where it is known, network."""
        return Message("family-looks", {"name": self.name, "architecture": self.architecture})

    @property
    def message(self) -> Message:
        """Family, network, what tells, and what to do."""
        values = {"name": self.name, "architecture": self.architecture, "advice": self.advice}
        return Message("family", {**values, "evidence": self.evidence or None})

    def __str__(self) -> str:
        return wording_of()(self.message)


UNKNOWN = Message("family-unknown")
"""Name of the family of tensors that no rule recognises."""


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
    stems = tuple(sorted({name.split(".")[0] for name in shapes})[:6]) or None
    named = Message("family-tensors-named", {"names": stems})
    advice = Message("sentences", {"parts": (named, Message("family-ways"))}) if stems else named
    return Family(UNKNOWN, None, (), advice)


def _bare(name: str) -> str:
    return re.sub(r"^(module\.|_orig_mod\.)+", "", name)


def _runs(
    name: Message | str,
    architecture: Message | str,
    evidence: tuple[Message | str, ...],
    card: str,
) -> Family:
    return Family(name, architecture, evidence, Message("family-use-card", {"card": card}), card)


def _not_yet(
    name: Message | str,
    architecture: Message | str,
    evidence: tuple[Message | str, ...],
    why: Message | None = None,
) -> Family:
    advice = Message("family-not-supported")
    if why is not None:
        advice = Message("sentences", {"parts": (why, advice)})
    return Family(name, architecture, evidence, advice)


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
            evidence = (
                Message("family-blocks", {"blocks": blocks}),
                Message("family-widths", {"widths": widths}),
            )
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
        why = Message("family-only-iresnet-50")
        return _not_yet("insightface", name, evidence, why)
    positions = next((s[1] // 512 for n, s in shapes.items() if n.endswith("fc.weight")), 0)
    cards = {49: "arcface", 192: "arcface_384x128"}
    if positions not in cards:
        why = Message("family-input-size", {"positions": positions})
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
    evidence = (plain or streams, Message("family-stem", {"channels": stem}))
    if width and (kind == "osnet" or (kind == "osnet_ain" and width == "x1_0")):
        return _runs("torchreid", f"{kind}_{width}", evidence, f"{kind}_{width}")
    other = Message("family-another-width", {"network": kind})
    return _not_yet("torchreid", f"{kind}_{width}" if width else other, evidence)


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
        return _not_yet("SOLIDER", Message("family-semantic-trunk"), (semantic,))
    width = shapes[projection][0]
    deep = _count(shapes, r"\w+\.stages\.2\.blocks\.\d+\.norm1\.weight") > _SWIN_TINY_DEPTH
    size = "B" if width == _SWIN_BASE_WIDTH else ("S" if deep else "T")
    kind = Message("family-semantic", {"network": f"Swin-{size}"})
    return _runs("SOLIDER", kind, (projection, semantic), "solider")


def _clip_reid(shapes: Shapes, encoder: str, other: str) -> Family:
    if _first(shapes, r"^image_encoder\.layer1\."):
        return _not_yet("CLIP-ReID", _image_encoder("ResNet-50"), (encoder, other))
    cameras = _first(shapes, r"^cv_embed$")
    evidence = tuple(filter(None, (encoder, other, cameras)))
    card = "clip_reid_mean_camera" if cameras else "clip_reid"
    return _runs("CLIP-ReID", _image_encoder("ViT"), evidence, card)


def _image_encoder(network: str) -> Message:
    return Message("family-image-encoder", {"network": network})


def _transreid(shapes: Shapes, position: str) -> Family:
    cameras, branch = _first(shapes, r"^base\.sie_embed$"), _first(shapes, r"^b1\.")
    kind = Message("family-jigsaw", {"network": "ViT", "jigsaw": bool(branch)})
    evidence = tuple(filter(None, (position, cameras, branch)))
    stem = _first(shapes, r"^base\.patch_embed\.(conv|bn)")
    blocks = _count(shapes, r"base\.blocks\.\d+\.norm1\.weight")
    if stem or blocks != _VIT_DEPTH:
        other = Message("family-blocks-instead", {"count": blocks, "expected": _VIT_DEPTH})
        why = Message("family-convolutional-stem") if stem else other
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
        other = Message("family-another-trunk-of", {"recipe": recipe})
        return _not_yet("FastReID", f"{recipe} {network}" if network else other, evidence)
    return _runs("FastReID", f"{recipe} {network}", evidence, f"fastreid_{recipe.lower()}")


def _mgn(shapes: Shapes, evidence: tuple[str, ...]) -> Family:
    kind = Message("family-mgn", {"network": None})
    blocks = _count(shapes, r"b1\.0\.\d+\.conv3\.weight") + 1
    if _RESNET_DEPTHS.get(blocks) != 50 or "b1_head.bottleneck.1.weight" not in shapes:
        why = Message("family-other-mgn")
        return _not_yet("FastReID", kind, evidence, why)
    learned = _first(shapes, r"^b1_head\.pool_layer\.p$")
    evidence = (*evidence, learned) if learned else evidence
    return _runs(
        "FastReID", Message("family-mgn", {"network": "ResNet-50"}), evidence, "fastreid_mgn"
    )


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
        kind = Message("family-linear-feature", {"network": network})
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
    return _runs(
        "EnsembleNet", Message("family-branches", {"count": count}), (shared, branch), "ensemble"
    )


def _lstm(shapes: Shapes) -> Family | None:
    """Document 003's network as this project stores it: a trunk, and parts read from it."""
    trunk = "base.layer1.0.conv1.weight"
    local = _first(shapes, r"^local\.(lstm\.weight_ih_l0|layers\.0\.0\.weight)$")
    if trunk not in shapes or not local:
        return None
    return _runs("LSTM", Message("family-local-branch"), (trunk, local), "lstm")


def _small_baseline(shapes: Shapes) -> Family | None:
    """The same with basic blocks (ResNet-18, ResNet-34), of any width."""
    first = "base.layer1.0.conv2.weight"
    if first not in shapes or "bottleneck.weight" not in shapes:
        return None
    inside = "-IBN-a" if "base.layer1.0.bn1.IN.weight" in shapes else ""
    kind = Message("family-basic-blocks", {"network": f"ResNet{inside}"})
    return _runs("reid-strong-baseline", kind, (first, "bottleneck.weight"), "ibn")


def _fd_gan(shapes: Shapes) -> Family | None:
    """FD-GAN's networks: encoders have features; generator and discriminators have none."""
    trunk = _first(shapes, r"^(encoder\.)?base_model\.base\.conv1\.weight$")
    head = _first(shapes, r"^(encoder\.)?embed_model\.")
    if not (trunk and head):
        return _fd_gan_without_features(shapes)
    evidence: tuple[str, ...] = (trunk, head)
    if shapes.get("embed_model.classifier.weight", (2,))[0] == 1:
        why = Message("family-without-features", {"network": "net_Di"})
        return Family("FD-GAN", Message("family-identity-discriminator"), evidence, why)
    prefix = trunk.removesuffix("conv1.weight")
    network = _resnet_name(shapes, prefix) or Message("family-basic-blocks", {"network": "ResNet"})
    additional = _first(shapes, r"^additional\.convs\.0\.weight$")
    kind = Message("family-verification-head", {"network": network})
    if additional:
        kind = Message("family-additional-encoder", {"network": network})
        evidence = (*evidence, additional)
    return _runs("FD-GAN", kind, evidence, "fdgan")


def _fd_gan_without_features(shapes: Shapes) -> Family | None:
    advice = Message("family-without-features", {"network": None})
    if "en_avg.1.weight" in shapes and "de_avg.1.weight" in shapes:
        evidence = ("en_avg.1.weight", "de_avg.1.weight")
        return Family("FD-GAN", Message("family-generator"), evidence, advice)
    if shapes.get("model.0.weight", (0, 0))[1:2] == (21,) and "model.11.weight" in shapes:
        evidence = ("model.0.weight", "model.11.weight")
        return Family("FD-GAN", Message("family-pose-discriminator"), evidence, advice)
    return None


def _stargan(shapes: Shapes) -> Family | None:
    """StarGAN's networks have no features; `conv2` of the discriminator names cameras."""
    first = shapes.get("main.0.weight", ())
    if first[2:] == (7, 7) and "main.1.running_mean" in shapes:
        kind, evidence = Message("family-generator"), ("main.0.weight", "main.1.running_mean")
    elif first[2:] == (4, 4) and {"conv1.weight", "conv2.weight"} <= set(shapes):
        kind, evidence = Message("family-discriminator"), ("main.0.weight", "conv2.weight")
    else:
        return None
    return Family("StarGAN", kind, evidence, Message("family-draws-styles"))


def _pair_network(shapes: Shapes) -> Family | None:
    """The pairwise verification network of Ahmed et al., with our names of its layers."""
    telling = _first(shapes, r"^patch1\.weight$")
    crossed = _first(shapes, r"^cross1\.weight$")
    if not (telling and crossed):
        return None
    kind = "pair network" if "other1.weight" not in shapes else "pair network, two streams"
    return _runs("IDLA", kind, (telling, crossed), "idla")


def _yolact(shapes: Shapes) -> Family | None:
    """Dbolya's segmenter: no model for re-identification, but a masker and a detector here."""
    telling = _first(shapes, r"^prediction_layers\.0\.bbox_layer\.weight$")
    prototypes = _first(shapes, r"^proto_net\.0\.weight$")
    if not (telling and prototypes):
        return None
    deformable = _first(shapes, r"\.conv_offset_mask\.weight$")
    evidence = tuple(filter(None, (telling, prototypes, deformable)))
    blocks = _count(shapes, r"backbone\.layers\.2\.\d+\.conv3\.weight")
    basic = _count(shapes, r"backbone\.layers\.2\.\d+\.conv2\.weight") if not blocks else 0
    depth = _BASIC_DEPTHS.get(basic) or _RESNET_DEPTHS.get(blocks) or "?"
    network = f"ResNet-{depth}"
    name = "YOLACT++" if deformable else "YOLACT"
    return Family(name, network, evidence, Message("family-segmenter"))


def _layumi(shapes: Shapes) -> Family | None:
    head = _first(shapes, r"^classifier\d*\.add_block\.")
    if not head:
        return None
    kind = Message("family-trunk-with-head", {"pcb": head.startswith("classifier0")})
    return _not_yet("Person_reID_baseline_pytorch", kind, (head,))


def _moco(shapes: Shapes) -> Family | None:
    if not _first(shapes, r"^encoder_q\."):
        return None
    network = _resnet_name(shapes, "encoder_q.")
    evidence = tuple(filter(None, ("encoder_q.*", _first(shapes, r"^queue$"))))
    if network == "ResNet-50":
        kind = Message("family-raw-checkpoint", {"network": network})
        return _runs("MoCo / LUPerson", kind, evidence, "moco")
    return _not_yet("MoCo", network or Message("family-another-trunk"), evidence)


def _bare_resnet(shapes: Shapes) -> Family | None:
    network = _resnet_name(shapes, "")
    if not network:
        return None
    evidence = ("layer1.0.conv1.weight", "layer4.2.conv3.weight")
    if "classifier.weight" in shapes:
        classes = shapes["classifier.weight"][0]
        kind = Message("family-classifier", {"network": network, "classes": classes})
        with_classifier = (*evidence, "classifier.weight")
        if network == "ResNet-50":
            return _runs("torchreid", kind, with_classifier, "resnet50")
        return _not_yet("torchreid", kind, with_classifier)
    if network == "ResNet-50-IBN-a":
        advice = Message("family-imagenet-start", {"card": "ibn"})
        return Family("IBN-Net", network, evidence, advice, "ibn", sure=False)
    if "fc.weight" in shapes:
        return _torchvision(network, shapes, (*evidence, "fc.weight"))
    if network == "ResNet-50":
        others = ("resnet50", "timm:resnet50")
        advice = Message("family-use-one-of", {"cards": ("moco", *others)})
        name = Message("family-luperson")
        return Family(name, network, evidence, advice, "moco", others, sure=False)
    return _of_timm(shapes) or _not_yet(Message("family-bare-trunk"), network, evidence)


def _torchvision(network: str, shapes: Shapes, evidence: tuple[str, ...]) -> Family:
    classes = shapes["fc.weight"][0]
    kind = Message("family-imagenet-classifier", {"network": network, "classes": classes})
    card = f"timm:{timm_name(shapes) or NAME}"
    others = ("resnet50",) if network == "ResNet-50" else ()
    use = Message("family-use-one-of", {"cards": (card, *others)})
    advice = Message("sentences", {"parts": (Message("family-not-of-people"), use)})
    return _read_by_timm("torchvision / timm", kind, evidence, advice, card, others)


def _of_timm(shapes: Shapes) -> Family | None:
    """Networks that timm builds; of those whose model is not told by names and sizes its stem."""
    model = timm_name(shapes)
    if not model:
        return None
    evidence = tuple(filter(None, (_first(shapes, *TIMM_STEMS),)))
    card = f"timm:{model}"
    advice = (
        Message("family-use-timm")
        if model == NAME
        else Message("family-use-one-of", {"cards": (card,)})
    )
    kind = None if model == NAME else model
    return _read_by_timm("timm / torchvision", kind, evidence, advice, card)


def _read_by_timm(
    name: str,
    kind: Message | str | None,
    evidence: tuple[str, ...],
    advice: Message,
    card: str,
    others: tuple[str, ...] = (),
) -> Family:
    """A family that timm runs; where its model is not known, no card runs it as it stands."""
    if card.endswith(NAME):
        return Family(name, kind, evidence, advice, "", (card, *others), sure=False)
    return Family(name, kind, evidence, advice, card, others, sure=False)


def _vision_transformer(shapes: Shapes) -> Family | None:
    if "cls_token" not in shapes or "blocks.0.attn.qkv.weight" not in shapes:
        return None
    kind = Message("family-vit", {"width": shapes["cls_token"][-1]})
    evidence = ("cls_token", "blocks.0.attn.qkv.weight")
    card = f"timm:{timm_name(shapes) or NAME}"
    return _read_by_timm("timm / DINO", kind, evidence, Message("family-use-timm"), card)


_RULES: tuple[Callable[[Shapes], Family | None], ...] = (
    _trained_here,
    _insightface,
    _osnet,
    _transformers,
    _fast_reid,
    _ensemble,
    _lstm,
    _under_base,
    _fd_gan,
    _stargan,
    _pair_network,
    _yolact,
    _layumi,
    _moco,
    _bare_resnet,
    _vision_transformer,
    _of_timm,
)
