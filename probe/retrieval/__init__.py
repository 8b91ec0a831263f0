"""Retrieval figures under named rules: CMC, mAP, mINP, and k-reciprocal re-ranking."""

from probe.retrieval.figures import (
    Retrieval,
    cosine_distance_blocks,
    evaluate_blocks,
    evaluate_distances,
    evaluate_vectors,
    unit_rows,
)
from probe.retrieval.rerank import reranked_blocks
from probe.retrieval.rules import JUNK, RULES, Labels, Rule, labels, rule_named

__all__ = [
    "JUNK",
    "RULES",
    "Labels",
    "Retrieval",
    "Rule",
    "cosine_distance_blocks",
    "evaluate_blocks",
    "evaluate_distances",
    "evaluate_vectors",
    "labels",
    "reranked_blocks",
    "rule_named",
    "unit_rows",
]
