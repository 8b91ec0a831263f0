"""The run directory: created, written once, read back. It stores and reads; it never computes."""

from probe.runs.encoding import file_sha256, json_text, npz
from probe.runs.paths import (
    UNMASKED,
    attention_file,
    embeddings_file,
    mask_file,
    picture_file,
    remedies_file,
)
from probe.runs.reading import Run
from probe.runs.stored import Finding, Histograms, StoredMasks
from probe.runs.writer import RunWriter, add_json, now

__all__ = [
    "UNMASKED",
    "Finding",
    "Histograms",
    "Run",
    "RunWriter",
    "StoredMasks",
    "add_json",
    "attention_file",
    "embeddings_file",
    "file_sha256",
    "json_text",
    "mask_file",
    "now",
    "npz",
    "picture_file",
    "remedies_file",
]
