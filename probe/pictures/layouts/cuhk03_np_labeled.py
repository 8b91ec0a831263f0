"""CUHK03 under the new protocol (Zhong et al., CVPR 2017), labeled boxes."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout, PublishedCounts
from probe.pictures.layouts._cuhk03 import has_protocol, read_cuhk03

spec = Layout(
    summary="CUHK03-NP, labeled boxes: cuhk03_new_protocol_config_labeled.mat beside pictures",
    read=partial(read_cuhk03, boxes="labeled"),
    recognises=partial(has_protocol, boxes="labeled"),
    published=PublishedCounts(7_368, 1_400, 5_328, 767, 700),
)
