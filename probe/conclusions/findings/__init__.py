"""Sentences that follow from cells, each with the cells it rests on.

Every sentence is a template filled from figures and gated by them: when the cells do not carry
the strong form, a weaker one is said. Nothing is claimed beyond the measured levels, and no model
is called better than another without a paired comparison.
"""

from probe.conclusions.findings.facts import Facts
from probe.conclusions.findings.study import find

__all__ = ["Facts", "find"]
