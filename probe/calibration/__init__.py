"""Thresholds, error rates, retention, intervals and envelopes from per-subject arrays."""

from probe.calibration.bias import (
    Errors,
    paired_response_bias_interval,
    response_bias,
    response_bias_interval,
)
from probe.calibration.confidence import (
    COMFORTABLE_SUBJECTS,
    FEWEST_SUBJECTS,
    Interval,
    rarest_kind,
    subjects_note,
)
from probe.calibration.decision import Decision, decide, detectable_difference, holm, p_value
from probe.calibration.envelope import Envelope, envelope, holding_levels
from probe.calibration.fnmr import (
    fnmr_by_subject,
    paired_population_fnmr_interval,
    paired_threshold_variance,
    population_fnmr_interval,
    threshold_variance,
)
from probe.calibration.gap import Gap
from probe.calibration.intervals import (
    NO_INTERVAL,
    auc_interval,
    fnmr_interval,
    mean_interval,
    mean_retention_interval,
    nonmated_interval,
    retention_interval,
)
from probe.calibration.paired import (
    paired_fnmr_interval,
    paired_mean_interval,
    paired_retention_interval,
)
from probe.calibration.pictures import (
    CONDITIONAL,
    PictureScores,
    picture_fnmr_interval,
    picture_mean_interval,
    picture_retention_interval,
)
from probe.calibration.planner import (
    Plan,
    fnmr_width,
    mean_width,
    plan,
    rate_deviation,
    strangers_needed,
    subjects_needed,
)
from probe.calibration.rates import (
    Rate,
    auc,
    auc_by_subject,
    d_prime,
    eer,
    false_matches,
    false_non_matches,
    log10_fmr,
    retention,
)
from probe.calibration.strangers import StrangerScores, split_people, strangers_from
from probe.calibration.threshold import (
    FEWEST_FALSE_MATCHES,
    Threshold,
    people_needed,
    shortage,
    threshold_at,
)

__all__ = [
    "COMFORTABLE_SUBJECTS",
    "CONDITIONAL",
    "FEWEST_FALSE_MATCHES",
    "FEWEST_SUBJECTS",
    "NO_INTERVAL",
    "Decision",
    "Envelope",
    "Errors",
    "Gap",
    "Interval",
    "PictureScores",
    "Plan",
    "Rate",
    "StrangerScores",
    "Threshold",
    "auc",
    "auc_by_subject",
    "auc_interval",
    "d_prime",
    "decide",
    "detectable_difference",
    "eer",
    "envelope",
    "false_matches",
    "false_non_matches",
    "fnmr_by_subject",
    "fnmr_interval",
    "fnmr_width",
    "holding_levels",
    "holm",
    "log10_fmr",
    "mean_interval",
    "mean_retention_interval",
    "mean_width",
    "nonmated_interval",
    "p_value",
    "paired_fnmr_interval",
    "paired_mean_interval",
    "paired_population_fnmr_interval",
    "paired_response_bias_interval",
    "paired_retention_interval",
    "paired_threshold_variance",
    "people_needed",
    "picture_fnmr_interval",
    "picture_mean_interval",
    "picture_retention_interval",
    "plan",
    "population_fnmr_interval",
    "rarest_kind",
    "rate_deviation",
    "response_bias",
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
