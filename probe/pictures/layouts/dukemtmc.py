"""DukeMTMC-reID (Zheng et al., ICCV 2017), in the form of Market-1501."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout, PublishedCounts
from probe.pictures.layouts._market import read_market

spec = Layout(
    summary="DukeMTMC-reID: bounding_box_train, query, bounding_box_test",
    read=partial(read_market, name="dukemtmc"),
    published=PublishedCounts(16_522, 2_228, 17_661, 702, 702),
)
