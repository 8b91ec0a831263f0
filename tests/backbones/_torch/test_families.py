"""Families are told from the names and shapes of tensors, never from the file's name."""

import json
from pathlib import Path

import pytest
import torch

from probe import backbones
from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.families import recognise
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.wording import wording_of

DATA = Path(__file__).parents[2] / "data" / "parity"


def empty(shapes):
    return {name: torch.empty(shape, device="meta") for name, shape in shapes.items()}


def said(text):
    return wording_of().either(text) if text else ""


def official(name):
    """Names and shapes of an official network."""
    told = json.loads((DATA / f"{name}.json").read_text())
    return {entry["key"]: tuple(entry["shape"]) for entry in told["tensors"]}


OFFICIAL = {
    "insightface_iresnet50_112x112": ("insightface", "arcface"),
    "insightface_iresnet50_384x128": ("insightface", "arcface_384x128"),
    "torchreid_osnet_x1_0_256x128": ("torchreid", "osnet_x1_0"),
    "torchreid_osnet_x0_25_256x128": ("torchreid", "osnet_x0_25"),
    "torchreid_osnet_ain_x1_0_256x128": ("torchreid", "osnet_ain_x1_0"),
    "luperson_resnet50_ls1_256x128": ("LUPerson, or another bare trunk", "moco"),
    "bot_baseline_resnet50_256x128": ("reid-strong-baseline", "ibn"),
    "bot_baseline_resnet50_ibn_a_256x128": ("reid-strong-baseline", "ibn"),
    "hhl_resnet50_256x128": ("open-reid / HHL", "resnet50"),
    "fdgan_E_256x128": ("FD-GAN", "fdgan"),
}


@pytest.mark.parametrize("prefix", ["", "module.", "_orig_mod.module."])
@pytest.mark.parametrize("name", OFFICIAL)
def test_official_networks(name, prefix):
    shapes = {prefix + key: shape for key, shape in official(name).items()}
    family = recognise(empty(shapes))
    assert (said(family.name), family.card) == OFFICIAL[name]
    assert family.supported == bool(family.card)
    assert family.evidence


TRUNKS = ("luperson_resnet50_ls1_256x128", "ibnnet_resnet50_ibn_a_ls1_256x128")


def trunk(prefix, *, ibn=False):
    shapes = official(TRUNKS[ibn])
    return {prefix + k: s for k, s in shapes.items() if not k.startswith("fc.")}


HEADS = {"heads.bottleneck.0.weight": (2048,), "heads.weight": (751, 2048)}

LOCAL = {"backbone.NL_2.0.g.weight": (1, 512, 1, 1)}

VIT = {"base.cls_token": (1, 1, 768), "base.pos_embed": (1, 211, 768)}

VIT |= {"base.blocks.0.attn.qkv.weight": (2304, 768)}

VIT |= {f"base.blocks.{number}.norm1.weight": (768,) for number in range(12)}

MADE = {
    "bot": (trunk("backbone.") | HEADS, "FastReID", "BoT ResNet-50", "fastreid_bot"),
    "bot ibn": (
        trunk("backbone.", ibn=True) | HEADS,
        "FastReID",
        "BoT ResNet-50-IBN-a",
        "fastreid_bot",
    ),
    "agw": (trunk("backbone.") | HEADS | LOCAL, "FastReID", "AGW ResNet-50", "fastreid_agw"),
    "sbs": (
        trunk("backbone.") | HEADS | LOCAL | {"heads.pool_layer.p": (1,)},
        "FastReID",
        "SBS ResNet-50",
        "fastreid_sbs",
    ),
    "mgn": (
        {"backbone.0.weight": (64, 3, 7, 7), "b1.0.conv1.weight": (512,), "b1_head.weight": (9, 9)},
        "FastReID",
        "MGN (three branches)",
        "",
    ),
    "mgn of fastreid 1": (
        {"backbone.0.weight": (64, 3, 7, 7), "b1_head.bottleneck.1.weight": (256,)}
        | {f"b1.0.{number}.conv3.weight": (1024, 256, 1, 1) for number in range(5)}
        | {"b1_head.pool_layer.p": (1,)},
        "FastReID",
        "MGN (three branches), ResNet-50",
        "fastreid_mgn",
    ),
    "reduced": (
        trunk("backbone.") | {"heads.bottleneck.0.weight": (512, 2048, 1, 1)},
        "FastReID",
        "BoT ResNet-50",
        "",
    ),
    "transreid": (
        VIT | {"base.sie_embed": (6, 1, 768)},
        "TransReID",
        "ViT without jigsaw branch",
        "transreid_mean_camera",
    ),
    "transreid jpm": (
        VIT | {"b1.0.norm1.weight": (768,)},
        "TransReID",
        "ViT with jigsaw branch",
        "transreid",
    ),
    "transreid small": (
        {name: shape for name, shape in VIT.items() if ".11." not in name},
        "TransReID",
        "ViT without jigsaw branch",
        "",
    ),
    "transreid ssl": (
        VIT | {"base.patch_embed.conv.0.weight": (64, 3, 7, 7)},
        "TransReID",
        "ViT without jigsaw branch",
        "",
    ),
    "clip-reid resnet": (
        {"image_encoder.layer1.0.conv1.weight": (64,), "bottleneck_proj.weight": (1024,)},
        "CLIP-ReID",
        "ResNet-50 image encoder",
        "",
    ),
    "clip-reid": (
        {"image_encoder.conv1.weight": (768, 3, 16, 16), "prompt_learner.cls_ctx": (751, 4, 512)},
        "CLIP-ReID",
        "ViT image encoder",
        "clip_reid",
    ),
    "solider": (
        {
            "base.patch_embed.projection.weight": (96, 3, 4, 4),
            "base.semantic_embed_w.0.weight": (1,),
        },
        "SOLIDER",
        "Swin-T with semantic embedding",
        "solider",
    ),
    "solider pre-trained": (
        {"backbone.patch_embed.projection.weight": (128, 3, 4, 4)}
        | {"backbone.semantic_embed_w.0.weight": (256, 2)},
        "SOLIDER",
        "Swin-B with semantic embedding",
        "solider",
    ),
    "solider vit": (
        {"base.semantic_embed_w.0.weight": (256, 2)},
        "SOLIDER",
        "another trunk with semantic embedding",
        "",
    ),
    "raw moco": (
        trunk("encoder_q.") | trunk("encoder_k.") | {"queue": (128, 65536)},
        "MoCo / LUPerson",
        "ResNet-50, raw training checkpoint",
        "moco",
    ),
    "torchreid resnet": (
        trunk("") | {"classifier.weight": (751, 2048)},
        "torchreid",
        "ResNet-50 with a classifier of 751",
        "resnet50",
    ),
    "imagenet": (
        trunk("") | {"fc.weight": (1000, 2048)},
        "torchvision / timm",
        "ResNet-50 with a classifier of 1000 (ImageNet has 1000)",
        "timm:resnet50",
    ),
    "layumi": (
        {"model.conv1.weight": (64, 3, 7, 7), "classifier.add_block.0.weight": (512, 2048)},
        "Person_reID_baseline_pytorch",
        "trunk with linear feature",
        "",
    ),
    "iresnet100": (
        {f"layer3.{i}.conv1.weight": (256,) for i in range(30)}
        | {"layer1.0.prelu.weight": (64,), "features.weight": (512,)},
        "insightface",
        "iResNet-100",
        "",
    ),
    "dino": (
        {"cls_token": (1, 1, 384), "patch_embed.proj.weight": (384, 3, 16, 16)}
        | {f"blocks.{number}.attn.qkv.weight": (1152, 384) for number in range(12)},
        "timm / DINO",
        "ViT of width 384",
        "timm:vit_small_patch16_224",
    ),
    "unknown": ({"generator.w": (3,), "mapping.b": (2,)}, "unknown", "", ""),
    "nothing": ({}, "unknown", "", ""),
}


@pytest.mark.parametrize("kind", MADE)
def test_made_checkpoints(kind):
    shapes, name, architecture, card = MADE[kind]
    family = recognise(empty(shapes))
    assert (said(family.name), said(family.architecture), family.card) == (name, architecture, card)
    assert wording_of()(family.advice) in str(family)
    names = [e for e in family.evidence if isinstance(e, str)]
    assert all(any(name.split("*")[0] in key for key in shapes) for name in names)
    sentence = f"{name}: {architecture}" if architecture else name
    assert str(family).startswith(sentence)
    assert all(said(e) in str(family) for e in family.evidence)


def test_unsupported_families_say_what_they_are_and_what_to_do():
    family = recognise(empty(MADE["transreid ssl"][0] | {"base.sie_embed": (6, 1, 768)}))
    assert "TransReID" in str(family)
    assert "convolutional stem" in str(family)
    assert "onnx:FILE" in str(family)
    assert "base.sie_embed" in str(family)


@pytest.mark.parametrize("model", ["arcface", "moco"])
def test_weights_of_the_demonstration_models_are_known_and_run(model):
    shipped = Path(backbones.__file__).parent / model / "weights" / f"{model}.demo.safetensors"
    family = recognise(read_checkpoint(shipped).tensors)
    assert (family.name, family.card) == ("probe train", f"{model}_trained")
    choice = find(f"{family.card}={shipped}")
    assert choice.load(Runtime("cpu")).card.dimension > 0


@pytest.mark.parametrize(("letter", "kind"), [("G", "generator"), ("D", "discriminator")])
def test_stargan_draws_and_has_no_features(letter, kind):
    family = recognise(empty(official(f"stargan4reid_{letter}_c6")))
    assert (said(family.name), said(family.architecture)) == ("StarGAN", kind)
    assert not family.supported
    assert "probe generate" in said(family.advice)
