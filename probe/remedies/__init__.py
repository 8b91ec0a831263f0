"""What helps against a change that costs a model most, and what it costs."""

from probe.remedies.case import RemedyCase, View
from probe.remedies.recommendation import recommendation
from probe.remedies.registry import REMEDIES, remedies_in_order
from probe.remedies.remedy import Remedy
from probe.remedies.result import RemedyResult
from probe.remedies.trying import try_remedies

__all__ = [
    "REMEDIES",
    "Remedy",
    "RemedyCase",
    "RemedyResult",
    "View",
    "recommendation",
    "remedies_in_order",
    "try_remedies",
]
