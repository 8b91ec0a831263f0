"""TransReID and CLIP-ReID written out in plain operations, and the tensors of their checkpoints."""

import math

import numpy as np
import torch

PLACES = {(256, 16): 16 * 8, (256, 12): 21 * 10, (384, 16): 24 * 8}
"""Patches of pictures of that height, 128 wide, at that stride."""


def erf_gelu(x):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))


def quick_gelu(x):
    return x / (1 + torch.exp(-1.702 * x))


def layer_norm(x, weight, bias, epsilon):
    centred = x - x.mean(-1, keepdim=True)
    return centred / torch.sqrt((centred**2).mean(-1, keepdim=True) + epsilon) * weight + bias


def attention(x, qkv_weight, qkv_bias, out_weight, out_bias, head_width=64):
    """Head by head over tokens `(t, width)`."""
    width = x.shape[1]
    query, key, value = (x @ qkv_weight.T + qkv_bias).split(width, dim=1)
    heads = []
    for start in range(0, width, head_width):
        part = slice(start, start + head_width)
        scores = torch.exp(query[:, part] @ key[:, part].T / math.sqrt(head_width))
        heads.append(scores / scores.sum(1, keepdim=True) @ value[:, part])
    return torch.cat(heads, dim=1) @ out_weight.T + out_bias


def patches(picture, weight, bias, stride):
    """`(3, h, w)` to `(patches, width)`, each patch cut out and multiplied by itself."""
    size = weight.shape[-1]
    rows = range(0, picture.shape[1] - size + 1, stride)
    columns = range(0, picture.shape[2] - size + 1, stride)
    cut = [picture[:, r : r + size, c : c + size].flatten() for r in rows for c in columns]
    return torch.stack(cut) @ weight.flatten(1).T + bias


def batch_norm(x, tensors, name):
    spread = torch.sqrt(tensors[f"{name}.running_var"] + 1e-5)
    centred = (x - tensors[f"{name}.running_mean"]) / spread
    return centred * tensors[f"{name}.weight"] + tensors[f"{name}.bias"]


def vit_block(x, t, name):
    """A block with the names of timm."""
    normed = layer_norm(x, t[f"{name}.norm1.weight"], t[f"{name}.norm1.bias"], 1e-6)
    x = x + attention(
        normed,
        t[f"{name}.attn.qkv.weight"],
        t[f"{name}.attn.qkv.bias"],
        t[f"{name}.attn.proj.weight"],
        t[f"{name}.attn.proj.bias"],
    )
    normed = layer_norm(x, t[f"{name}.norm2.weight"], t[f"{name}.norm2.bias"], 1e-6)
    hidden = erf_gelu(normed @ t[f"{name}.mlp.fc1.weight"].T + t[f"{name}.mlp.fc1.bias"])
    return x + hidden @ t[f"{name}.mlp.fc2.weight"].T + t[f"{name}.mlp.fc2.bias"]


def clip_block(x, t, name):
    """A block with the names of CLIP."""
    normed = layer_norm(x, t[f"{name}.ln_1.weight"], t[f"{name}.ln_1.bias"], 1e-5)
    x = x + attention(
        normed,
        t[f"{name}.attn.in_proj_weight"],
        t[f"{name}.attn.in_proj_bias"],
        t[f"{name}.attn.out_proj.weight"],
        t[f"{name}.attn.out_proj.bias"],
    )
    normed = layer_norm(x, t[f"{name}.ln_2.weight"], t[f"{name}.ln_2.bias"], 1e-5)
    hidden = quick_gelu(normed @ t[f"{name}.mlp.c_fc.weight"].T + t[f"{name}.mlp.c_fc.bias"])
    return x + hidden @ t[f"{name}.mlp.c_proj.weight"].T + t[f"{name}.mlp.c_proj.bias"]


def transreid(picture, t, stride, camera=None, jigsaw=False, after=False, shuffled=True):
    """TransReID's feature of one normalised picture; `camera` is what is added for it."""
    cut = patches(
        picture, t["base.patch_embed.proj.weight"], t["base.patch_embed.proj.bias"], stride
    )
    x = torch.cat([t["base.cls_token"][0], cut]) + t["base.pos_embed"][0]
    x = x if camera is None else x + camera
    for number in range(11 if jigsaw else 12):
        x = vit_block(x, t, f"base.blocks.{number}")

    def neck(vector, name):
        return batch_norm(vector, t, name) if after else vector

    if not jigsaw:
        x = layer_norm(x, t["base.norm.weight"], t["base.norm.bias"], 1e-6)
        return neck(x[0], "bottleneck")

    def branch(tokens, name):
        normed = vit_block(tokens, t, f"{name}.0")
        return layer_norm(normed, t[f"{name}.1.weight"], t[f"{name}.1.bias"], 1e-6)[0]

    found = [neck(branch(x, "b1"), "bottleneck")]
    order = list(range(1, len(x)))
    if shuffled:
        moved = order[4:] + order[:4]
        half = len(moved) // 2
        order = [moved[k // 2 + (k % 2) * half] for k in range(2 * half)]
    quarter = (len(x) - 1) // 4
    for part in range(4):
        chosen = [0, *order[part * quarter : (part + 1) * quarter]]
        found.append(neck(branch(x[chosen], "b2"), f"bottleneck_{part + 1}") / 4)
    return torch.cat(found)


def clip_reid(picture, t, stride, camera=None, after=False):
    """CLIP-ReID's feature of one normalised picture; `camera` is what is added for it."""
    encoder = "image_encoder"
    cut = patches(picture, t[f"{encoder}.conv1.weight"], 0, stride)
    first = t[f"{encoder}.class_embedding"] + (0 if camera is None else camera)
    x = torch.cat([first[None], cut]) + t[f"{encoder}.positional_embedding"]
    x = layer_norm(x, t[f"{encoder}.ln_pre.weight"], t[f"{encoder}.ln_pre.bias"], 1e-5)
    for number in range(12):
        x = clip_block(x, t, f"{encoder}.transformer.resblocks.{number}")
    x = layer_norm(x[0], t[f"{encoder}.ln_post.weight"], t[f"{encoder}.ln_post.bias"], 1e-5)
    projected = x @ t[f"{encoder}.proj"]
    if after:
        x, projected = batch_norm(x, t, "bottleneck"), batch_norm(projected, t, "bottleneck_proj")
    return torch.cat([x, projected])


def values(shapes, seed=0):
    """Tensors whose scale keeps activations near one, in the file's own names."""
    rng = np.random.default_rng(seed)
    made = {}
    for name, shape in shapes.items():
        draw = rng.standard_normal(shape)
        if name.endswith(("running_var", "weight")) and len(shape) == 1:
            draw = rng.uniform(0.5, 1.5, shape)
        elif len(shape) > 1 and "embed" not in name:
            draw *= math.sqrt(2 / math.prod(shape[1:]))
        made[name] = torch.from_numpy(
            np.asarray(draw * (0.3 if len(shape) == 1 else 1), np.float32)
        )
    return made


def norm(name, width):
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def linear(name, inputs, outputs):
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def neck(name, width):
    return norm(name, width) | {f"{name}.running_{k}": (width,) for k in ("mean", "var")}


def block(name, width):
    return {
        **norm(f"{name}.norm1", width),
        **linear(f"{name}.attn.qkv", width, 3 * width),
        **linear(f"{name}.attn.proj", width, width),
        **norm(f"{name}.norm2", width),
        **linear(f"{name}.mlp.fc1", width, 4 * width),
        **linear(f"{name}.mlp.fc2", 4 * width, width),
    }


def transreid_shapes(width=128, height=256, stride=16, cameras=0, jigsaw=False):
    """Names and shapes of a checkpoint as TransReID's training leaves it."""
    shapes = {
        "base.cls_token": (1, 1, width),
        "base.pos_embed": (1, PLACES[height, stride] + 1, width),
        "base.patch_embed.proj.weight": (width, 3, 16, 16),
        "base.patch_embed.proj.bias": (width,),
        **linear("base.fc", width, 1000),
        **norm("base.norm", width),
        "classifier.weight": (751, width),
        **neck("bottleneck", width),
    }
    for number in range(12):
        shapes |= block(f"base.blocks.{number}", width)
    if cameras:
        shapes["base.sie_embed"] = (cameras, 1, width)
    for branch in ("b1", "b2") if jigsaw else ():
        shapes |= block(f"{branch}.0", width) | norm(f"{branch}.1", width)
    for part in (1, 2, 3, 4) if jigsaw else ():
        shapes |= neck(f"bottleneck_{part}", width) | {f"classifier_{part}.weight": (751, width)}
    return shapes


def clip_shapes(width=128, stride=16, cameras=0):
    """Names and shapes of a checkpoint as CLIP-ReID's second stage leaves it."""
    shapes = {
        "image_encoder.conv1.weight": (width, 3, 16, 16),
        "image_encoder.class_embedding": (width,),
        "image_encoder.positional_embedding": (PLACES[256, stride] + 1, width),
        "image_encoder.proj": (width, 64),
        **norm("image_encoder.ln_pre", width),
        **norm("image_encoder.ln_post", width),
        **neck("bottleneck", width),
        **neck("bottleneck_proj", 64),
        "classifier.weight": (751, width),
        "classifier_proj.weight": (751, 64),
        "prompt_learner.cls_ctx": (751, 4, 512),
        "text_encoder.positional_embedding": (77, 512),
    }
    for number in range(12):
        name = f"image_encoder.transformer.resblocks.{number}"
        shapes |= {
            f"{name}.attn.in_proj_weight": (3 * width, width),
            f"{name}.attn.in_proj_bias": (3 * width,),
            **linear(f"{name}.attn.out_proj", width, width),
            **norm(f"{name}.ln_1", width),
            **linear(f"{name}.mlp.c_fc", width, 4 * width),
            **linear(f"{name}.mlp.c_proj", 4 * width, width),
            **norm(f"{name}.ln_2", width),
        }
    if cameras:
        shapes["cv_embed"] = (cameras, width)
    return shapes


def saved(tensors, path, prefix=""):
    torch.save({prefix + name: tensor for name, tensor in tensors.items()}, path)
    return path


def normalised(images):
    """`uint8 (n, h, w, 3)` to float64 planes between -1 and 1."""
    return torch.from_numpy(images.transpose(0, 3, 1, 2) / 127.5 - 1)


def assert_equal(backbone, images, wanted):
    """Through the reader users use: float32 vectors, relative to their length."""
    found = torch.from_numpy(backbone.embed(images)).double()
    assert found.shape == wanted.shape
    assert backbone.card.dimension == wanted.shape[1]
    assert ((found - wanted).norm(dim=1) / wanted.norm(dim=1)).max() < 1e-5


def double(tensors):
    return {name: tensor.double() for name, tensor in tensors.items()}
