"""Thresholds, error rates, retention and intervals from per-subject arrays."""

from probe.statistics.auc import auc_by_subject, auc_interval
from probe.statistics.bias import (
    Errors,
    paired_response_bias_interval,
    response_bias_interval,
)
from probe.statistics.confidence import (
    COMFORTABLE_SUBJECTS,
    FEWEST_SUBJECTS,
    Interval,
    rarest_kind,
    subjects_note,
)
from probe.statistics.decision import Decision, decide, holm, p_value
from probe.statistics.fnmr import (
    fnmr_by_subject,
    paired_population_fnmr_interval,
    paired_threshold_variance,
    population_fnmr_interval,
    threshold_variance,
)
from probe.statistics.gap import Gap
from probe.statistics.intervals import (
    fnmr_interval,
    mean_interval,
    mean_retention_interval,
    nonmated_interval,
    retention_interval,
)
from probe.statistics.paired import (
    paired_fnmr_interval,
    paired_mean_interval,
    paired_retention_interval,
)
from probe.statistics.pictures import (
    CONDITIONAL,
    PictureScores,
    picture_mean_interval,
)
from probe.statistics.planner import (
    Plan,
    fnmr_width,
    plan,
    rate_deviation,
    strangers_needed,
    subjects_needed,
)
from probe.statistics.rates import (
    d_prime,
    eer,
    log10_fmr,
    retention,
)
from probe.statistics.strangers import StrangerScores, split_people, strangers_from
from probe.statistics.threshold import (
    FEWEST_FALSE_MATCHES,
    Threshold,
    least_rate,
    people_needed,
    shortage,
    threshold_at,
)

__all__ = [
    "COMFORTABLE_SUBJECTS",
    "CONDITIONAL",
    "FEWEST_FALSE_MATCHES",
    "FEWEST_SUBJECTS",
    "Decision",
    "Errors",
    "Gap",
    "Interval",
    "PictureScores",
    "Plan",
    "StrangerScores",
    "Threshold",
    "auc_by_subject",
    "auc_interval",
    "d_prime",
    "decide",
    "eer",
    "fnmr_by_subject",
    "fnmr_interval",
    "fnmr_width",
    "holm",
    "least_rate",
    "log10_fmr",
    "mean_interval",
    "mean_retention_interval",
    "nonmated_interval",
    "p_value",
    "paired_fnmr_interval",
    "paired_mean_interval",
    "paired_population_fnmr_interval",
    "paired_response_bias_interval",
    "paired_retention_interval",
    "paired_threshold_variance",
    "people_needed",
    "picture_mean_interval",
    "plan",
    "population_fnmr_interval",
    "rarest_kind",
    "rate_deviation",
    "response_bias_interval",
    "retention",
    "retention_interval",
    "shortage",
    "split_people",
    "strangers_from",
    "strangers_needed",
    "subjects_needed",
    "subjects_note",
    "threshold_at",
    "threshold_variance",
]
