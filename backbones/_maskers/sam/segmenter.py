"""SAM on a person crop: prompts from the crop, three masks, the one most like a person."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from probe.backbones._maskers.sam.choice import best_mask
from probe.backbones._maskers.sam.prompts import prompts_of
from probe.contracts import Masker
from probe.files.places import is_file

Mask = NDArray[np.bool_]

_IN_MEMORY = 4
"""Image embeddings kept in memory, the one used longest ago making room (ours; 4 MB each)."""

_ON_DISK = 1000
"""Image embeddings kept in the cache folder, the oldest making room (ours; 2 MB each)."""


class Predictor(Protocol):
    """What is used of `segment_anything.SamPredictor`."""

    features: Any
    original_size: Any
    input_size: Any
    is_image_set: bool

    def set_image(self, image: NDArray[np.uint8]) -> None:
        """Compute the embedding of a picture `uint8 (h, w, 3)` RGB."""
        ...

    def predict(
        self,
        point_coords: NDArray[np.float64],
        point_labels: NDArray[np.int64],
        box: NDArray[np.float64],
        multimask_output: bool,
    ) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        """Masks `(3, h, w)`, predicted IoU `(3,)`, low-resolution logits."""
        ...


class SamMasker(Masker):
    """Implements `probe.contracts.Masker`.

    Args:
        predictor: of the segment-anything package.
        digest: of the network and this way of using it.
        folder: where image embeddings are kept; None keeps only the last few, in memory.
    """

    name = "sam"

    def __init__(self, predictor: Predictor, digest: str, folder: Path | None = None) -> None:
        self._digest = digest
        self._predictor = predictor
        self._folder = folder
        self._recent: OrderedDict[str, tuple[Any, Any, Any]] = OrderedDict()

    @property
    def digest(self) -> str:
        """Of the network and this way of using it."""
        return self._digest

    def mask(self, image: NDArray[np.uint8]) -> Mask:
        """Person mask `bool (h, w)` of a crop `uint8 (h, w, 3)`.

        Raises:
            MaskError: none of the three masks can be a person's.
        """
        prompts = prompts_of(image)
        self._look_at(image)
        masks, scores, _ = self._predictor.predict(
            point_coords=prompts.points,
            point_labels=np.ones(len(prompts.points), np.int64),
            box=prompts.box,
            multimask_output=True,
        )
        return best_mask(np.asarray(masks, bool), np.asarray(scores, np.float64), prompts)

    def _look_at(self, image: NDArray[np.uint8]) -> None:
        """Set the predictor to a picture, its embedding from memory or disk where known."""
        key = hashlib.sha256(repr(image.shape).encode() + image.tobytes()).hexdigest()
        embedding = self._recent.pop(key, None) or self._stored(key)
        predictor = self._predictor
        if embedding is None:
            predictor.set_image(np.ascontiguousarray(image))
            # At the precision of the disk, so that a stored embedding gives the same mask.
            features = predictor.features.half().to(predictor.features.dtype)
            embedding = (features, predictor.original_size, predictor.input_size)
            self._store(key, embedding)
        predictor.features, predictor.original_size, predictor.input_size = embedding
        predictor.is_image_set = True
        self._recent[key] = embedding
        while len(self._recent) > _IN_MEMORY:
            self._recent.popitem(last=False)

    def _stored(self, key: str) -> tuple[Any, Any, Any] | None:
        path = self._folder / f"{key}.npz" if self._folder else None
        if path is None or not is_file(path):
            return None
        import torch

        try:
            with np.load(path, allow_pickle=False) as stored:
                features = torch.from_numpy(stored["features"].astype(np.float32))
                sizes = tuple(map(int, stored["original"])), tuple(map(int, stored["input"]))
        except Exception:
            # NumPy and zipfile meet any bytes here; what cannot be read is computed anew.
            return None
        model = getattr(self._predictor, "model", None)
        return features.to(getattr(model, "device", "cpu")), *sizes

    def _store(self, key: str, embedding: tuple[Any, Any, Any]) -> None:
        if self._folder is None:
            return
        features = embedding[0].detach().float().cpu().numpy().astype(np.float16)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{key}.{os.getpid()}.npz"
        np.savez(part, features=features, original=embedding[1], input=embedding[2])
        part.replace(self._folder / f"{key}.npz")
        kept = sorted(self._folder.glob("*.npz"), key=lambda p: p.stat().st_mtime)
        for old in kept[: max(0, len(kept) - _ON_DISK)]:
            old.unlink(missing_ok=True)
