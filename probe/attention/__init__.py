"""Where a backbone looks: evidence maps, whether they are faithful, and what they say of regions.

Everything here works on arrays and on the `embed` of a backbone; nothing touches the disk.
"""

from probe.attention.conditions import MeanMap, keypoint_box, mask_box, mean_map
from probe.attention.faithfulness import Faithfulness, agreement, faithfulness
from probe.attention.grids import Box, box_in_frame, fitted_cover
from probe.attention.ladder import Rung, climb, recommendation
from probe.attention.ladder_case import REMEDIES, LadderCase, View
from probe.attention.maps import PairMaps, PointMaps, pair_maps, point_maps
from probe.attention.occlusion import occlusion_maps
from probe.attention.reliance import BackgroundReliance, background_reliance, measure_reliance
from probe.attention.shapley import ChangeShares, change_shares, exact_shapley, mean_shares
from probe.attention.shares import LEAKAGE, Regions, Shares, regions_of, shares
from probe.attention.survey import (
    ConditionEvidence,
    SurveyTask,
    points_bytes,
    read_survey,
    survey,
    survey_bytes,
)

__all__ = [
    "LEAKAGE",
    "REMEDIES",
    "BackgroundReliance",
    "Box",
    "ChangeShares",
    "ConditionEvidence",
    "Faithfulness",
    "LadderCase",
    "MeanMap",
    "PairMaps",
    "PointMaps",
    "Regions",
    "Rung",
    "Shares",
    "SurveyTask",
    "View",
    "agreement",
    "background_reliance",
    "box_in_frame",
    "change_shares",
    "climb",
    "exact_shapley",
    "faithfulness",
    "fitted_cover",
    "keypoint_box",
    "mask_box",
    "mean_map",
    "mean_shares",
    "measure_reliance",
    "occlusion_maps",
    "pair_maps",
    "point_maps",
    "points_bytes",
    "read_survey",
    "recommendation",
    "regions_of",
    "shares",
    "survey",
    "survey_bytes",
]
