"""Any data set in the form of Market-1501 that has no published counts of its own."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout
from probe.pictures.layouts._market import looks_like_market, read_market

spec = Layout(
    summary="any data set with bounding_box_train, query, bounding_box_test (PersonX, ...)",
    read=partial(read_market, name="market_form"),
    recognises=looks_like_market,
)
