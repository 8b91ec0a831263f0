"""What each part of the vectors adds to the similarity of the pair, and from which places."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from probe.reports.sections.looks.views import Seen, Views
from probe.runs.records import EvidenceRecord


def part_maps_of(views: Views, backbone: str, level: EvidenceRecord) -> tuple[Seen, ...]:
    """The level's picture under the map of every part, on one scale; empty without such maps.

    Args:
        views: of the model and variant.
        backbone: name of the model.
        level: the evidence of the level shown.
    """
    source, chapter = views.source, views.chapter
    image = level["ids_first"][0]
    maps = source.run.part_maps(backbone, chapter.key, source.variant)
    if not maps or maps[0].ids != (image, level["ids_second"][0]):
        return ()
    top = max(float(one.first.max()) for one in maps)
    place = level["places"][0][0]
    seen = []
    for k, one in enumerate(maps):
        label = source.words.text("report-looks-part-map", part=one.part, cosine=one.cosine)
        drawn = replace(views, name=f"{views.name} part {k}", top=top)
        seen.append(drawn.seen(image, label, one.first.astype(np.float64), place))
    return tuple(picture for picture in seen if picture)
