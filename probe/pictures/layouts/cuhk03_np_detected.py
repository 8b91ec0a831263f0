"""CUHK03 under the new protocol (Zhong et al., CVPR 2017), detected boxes."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout, PublishedCounts
from probe.pictures.layouts._cuhk03 import has_protocol, read_cuhk03

spec = Layout(
    summary="CUHK03-NP, detected boxes: cuhk03_new_protocol_config_detected.mat beside pictures",
    read=partial(read_cuhk03, boxes="detected"),
    recognises=partial(has_protocol, boxes="detected"),
    published=PublishedCounts(7_365, 1_400, 5_332, 767, 700),
)
