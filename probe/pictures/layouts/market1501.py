"""Market-1501 (Zheng et al., ICCV 2015)."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout, PublishedCounts
from probe.pictures.layouts._market import read_market

spec = Layout(
    summary="Market-1501: bounding_box_train, query, bounding_box_test",
    read=partial(read_market, name="market1501"),
    # 15,913 gallery pictures: the 19,732 of the archive less the 3,819 of junk (person -1).
    published=PublishedCounts(12_936, 3_368, 15_913, 751, 750),
)
