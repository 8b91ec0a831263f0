"""What a backbone, a pair scorer, a masker and a detector must offer; the cards that describe them.

Pictures cross these contracts as `uint8 (n, h, w, 3)` RGB at the card's input size; vectors come
back `float32 (n, d)`, not normalised. Cosine belongs to the comparison, so that all backbones are
compared alike.
"""

from probe.contracts.card import (
    COSINE,
    COSINE_RANGE,
    IMAGENET_MEAN,
    IMAGENET_STD,
    BackboneCard,
    Fit,
    Interpolation,
)
from probe.contracts.detector import Detections, Detector, DetectorSpec, FrameRecord, nobody
from probe.contracts.evidence import PairEvidence, PointEvidence
from probe.contracts.loading import BackboneLoader, BackboneSpec, CardMaker, FileReadings, Runtime
from probe.contracts.masker import Masker, MaskerSpec, PictureRecord
from probe.contracts.model import (
    BATCH,
    Backbone,
    Model,
    PairScorer,
    Pictures,
    Scores,
    VectorPart,
    Vectors,
    part_slices,
)
from probe.contracts.reporter import Progress, Reporter
from probe.contracts.wrapped import WrappedModel

__all__ = [
    "BATCH",
    "COSINE",
    "COSINE_RANGE",
    "IMAGENET_MEAN",
    "IMAGENET_STD",
    "Backbone",
    "BackboneCard",
    "BackboneLoader",
    "BackboneSpec",
    "CardMaker",
    "Detections",
    "Detector",
    "DetectorSpec",
    "FileReadings",
    "Fit",
    "FrameRecord",
    "Interpolation",
    "Masker",
    "MaskerSpec",
    "Model",
    "PairEvidence",
    "PairScorer",
    "PictureRecord",
    "Pictures",
    "PointEvidence",
    "Progress",
    "Reporter",
    "Runtime",
    "Scores",
    "VectorPart",
    "Vectors",
    "WrappedModel",
    "nobody",
    "part_slices",
]
