"""Where a backbone looks: evidence maps, whether they are faithful, and what they say of regions.

Everything here works on arrays and on the `embed` of a backbone; nothing touches the disk.
"""

from probe.evidence.conditions import MeanMap, keypoint_box, mask_box, mean_map
from probe.evidence.faithfulness import Faithfulness, agreement, faithfulness
from probe.evidence.grids import Box, box_in_frame, fitted_cover
from probe.evidence.maps import PairMaps, PointMaps, pair_maps, part_maps, point_maps
from probe.evidence.occlusion import occlusion_maps
from probe.evidence.reliance import (
    BackgroundReliance,
    background_reliance,
    measure_reliance,
)
from probe.evidence.shapley import ChangeShares, change_shares, exact_shapley, mean_shares
from probe.evidence.shares import LEAKAGE, Regions, Shares, regions_of, shares
from probe.evidence.survey import (
    ConditionEvidence,
    SurveyTask,
    survey,
)
from probe.evidence.survey_file import parts_bytes, points_bytes, survey_bytes

__all__ = [
    "LEAKAGE",
    "BackgroundReliance",
    "Box",
    "ChangeShares",
    "ConditionEvidence",
    "Faithfulness",
    "MeanMap",
    "PairMaps",
    "PointMaps",
    "Regions",
    "Shares",
    "SurveyTask",
    "agreement",
    "background_reliance",
    "box_in_frame",
    "change_shares",
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
    "part_maps",
    "parts_bytes",
    "point_maps",
    "points_bytes",
    "regions_of",
    "shares",
    "survey",
    "survey_bytes",
]
