"""What `probe scenes` exports: rendered people in the form of Market-1501."""

from __future__ import annotations

from functools import partial

from probe.pictures.layout import Layout
from probe.pictures.layouts._market import read_market

spec = Layout(
    summary="an export of `probe scenes`: bounding_box_train, query, bounding_box_test",
    read=partial(read_market, name="scenes"),
)
