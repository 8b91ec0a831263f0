"""Crossed factors: main effects, interactions and variance shares from figures by subject."""

from probe.statistics.interaction.crossing import Crossing, interactions
from probe.statistics.interaction.shares import Share, Shares, variance_shares
from probe.statistics.interaction.slices import Slice
from probe.statistics.interaction.terms import Term

__all__ = [
    "Crossing",
    "Share",
    "Shares",
    "Slice",
    "Term",
    "interactions",
    "variance_shares",
]
