"""What helps against a change that costs a model most, and what it costs."""

from probe.remedies.case import REMEDIES, LadderCase, View
from probe.remedies.ladder import Rung, climb, recommendation

__all__ = ["REMEDIES", "LadderCase", "Rung", "View", "climb", "recommendation"]
