"""Precision-first or recall-first: which of the two errors a model at its threshold leans to.

The number is the response bias c of signal detection theory, c = (z(FNMR) - z(FMR)) / 2 with z the
normal quantile (Macmillan and Creelman, Detection Theory, 2005, chapter 2). In units of the scores'
standard deviation it says how far the threshold lies above the point where both errors are equal:
positive leans to false non-matches (precision-first), negative to false matches (recall-first). It
depends on ranks only. At a threshold set for a false match rate in the standard condition, its
change from the standard condition to another tells what the change of condition costs: recall when
it rises, precision when it falls.
"""

from __future__ import annotations

from probe.calibration.rates import Rate
from probe.errors import ComparisonError


def response_bias(false_non_match: Rate, false_match: Rate) -> float:
    """Response bias c of a cell at a threshold; 0 where both errors are equally frequent.

    Counts of 0 or all are made finite by adding one half to the errors and one to the comparisons
    (Hautus, Behavior Research Methods 27, 1995).

    Args:
        false_non_match: errors among mated comparisons.
        false_match: errors among non-mated comparisons.

    Raises:
        ComparisonError: no comparisons of one kind.
    """
    from scipy import special

    if not (false_non_match.comparisons and false_match.comparisons):
        raise ComparisonError("a leaning needs both mated and non-mated comparisons")
    misses, matches = (
        (rate.errors + 0.5) / (rate.comparisons + 1) for rate in (false_non_match, false_match)
    )
    return float(special.ndtri(misses) - special.ndtri(matches)) / 2
