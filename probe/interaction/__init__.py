"""Crossed factors: main effects, interactions and variance shares from figures by subject."""

from probe.interaction.crossing import Crossing, interactions
from probe.interaction.figures import margin_figures, mated_figures
from probe.interaction.sentences import Slice
from probe.interaction.shares import Share, Shares, variance_shares
from probe.interaction.table import interaction_rows, interactions_table
from probe.interaction.terms import Term

__all__ = [
    "Crossing",
    "Share",
    "Shares",
    "Slice",
    "Term",
    "interaction_rows",
    "interactions",
    "interactions_table",
    "margin_figures",
    "mated_figures",
    "variance_shares",
]
