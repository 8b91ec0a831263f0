"""Where a run directory keeps what: the names of its files, safe for any backbone or mask name."""

from __future__ import annotations

import hashlib

UNMASKED = "unmasked"
"""Name of the variant of the pictures as they were shot."""

MANIFEST = "manifest.json"
CELLS = "cells.parquet"
RATES = "rates.parquet"
LEANINGS = "leanings.parquet"
PARTS = "parts.parquet"
PAIRS = "pairs.parquet"
DIFFERENCES = "differences.parquet"
CHANGES = "changes.parquet"
INTERACTIONS = "interactions.parquet"
IMAGES = "images.parquet"
HISTOGRAMS = "histograms.npz"
FINDINGS = "findings.json"
SITE = "site.json"
EXAMINATION = "examination.json"
GENERATED = "generated.json"
"""What `probe generate --run` drew, with its figures."""

GENERATED_FOLDER = "generated/"

PICTURES = "pictures.zip"
"""The small pictures of a run, each under its `picture_file`."""


def protocol_file(protocol: str) -> str:
    """Path of the text of a protocol."""
    return f"protocols/{protocol}.yaml"


def embeddings_file(backbone: str, variant: str) -> str:
    """Path of the vectors of a backbone and variant."""
    return f"embeddings/{_safe(f'{backbone}.{variant}')}.npz"


def pair_scores_file(backbone: str, variant: str) -> str:
    """Path of the scores a pair scorer gave the pairs that are compared."""
    return f"scores/{_safe(f'{backbone}.{variant}')}.npz"


def picture_file(image_id: str, variant: str = UNMASKED) -> str:
    """Name of the small rendition of a picture; of a mask variant, its background filled.

    It stands in `PICTURES`; in an older run it is a file of the folder.
    """
    folder = "pictures" if variant == UNMASKED else f"pictures/{_safe(variant)}"
    return f"{folder}/{image_id}.webp"


def mask_file(variant: str, suffix: str = ".npz") -> str:
    """Path of the masks of a variant; with `.json` of how good they are."""
    return f"masks/{_safe(variant)}{suffix}"


def attention_file(backbone: str, variant: str, protocol: str, suffix: str = ".npz") -> str:
    """Path of what is stored of a backbone's evidence maps."""
    return f"attention/{_safe(f'{backbone}.{variant}.{protocol}')}{suffix}"


def remedies_file(backbone: str, protocol: str) -> str:
    """Path of what remedies did for a backbone in a protocol."""
    return f"remedies/{_safe(f'{backbone}.{protocol}')}.json"


def generated_file(protocol: str, subject: str, condition: int, model: int) -> str:
    """Path of a picture of a person as a model drew them in a pose of a condition."""
    return f"{GENERATED_FOLDER}{_safe(f'{protocol}.{subject}.{condition}.{model}')}.webp"


def _safe(name: str) -> str:
    """The name with nothing but letters, digits and `._-`.

    A name that had to change gets eight digits of its hash, so that two names never meet in one
    file.
    """
    safe = "".join(c if c.isalnum() or c in "._-" else "_" for c in name)
    return safe if safe == name else f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
