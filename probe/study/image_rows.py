"""The pictures of a study as the rows of `images.parquet`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.model import Condition
from probe.runs.rows import ImagePlace, ImageSource, factor_column, group_column

if TYPE_CHECKING:
    import pandas as pd


def images_table(sets: Sequence[ImageSet]) -> pd.DataFrame:
    """One row a picture of a protocol, failures to acquire included (see `ImageRow`)."""
    import pandas as pd

    rows = [row for images in sets for row in _picture_rows(images)]
    rows += [row for images in sets for row in _failure_rows(images)]
    return pd.DataFrame(rows)


def _picture_rows(images: ImageSet) -> Iterator[Mapping[str, object]]:
    columns = [factor_column(factor.name) for factor in images.protocol.factors]
    groups = [group_column(name) for name in images.protocol.groups]
    for record in images.records:
        condition = images.protocol.conditions[record.condition]
        levels = dict(zip(columns, condition.levels, strict=True))
        grouped = dict(zip(groups, record.groups, strict=True))
        yield {**_place(record, condition), **levels, **grouped, **_source(record)}


def _place(record: ImageRecord, condition: Condition) -> ImagePlace:
    return {
        "image_id": record.image_id,
        "protocol": record.protocol,
        "subject": record.subject,
        "outfit": record.outfit,
        "role": record.role,
        "condition": record.condition,
        "series": condition.series,
        "level": condition.level,
    }


def _source(record: ImageRecord) -> ImageSource:
    return {
        "camera": record.camera,
        "day": record.day,
        "take": record.take,
        "source": record.source,
        "sha256": record.image_id,
        "width": record.width,
        "height": record.height,
        "status": "ok",
    }


def _failure_rows(images: ImageSet) -> Iterator[Mapping[str, object]]:
    """A failure has a condition but no picture: no id, no outfit, no size, no columns of factors
    and groups.
    """
    conditions = {condition.key: condition for condition in images.protocol.conditions}
    for failure in images.failures:
        condition = conditions[failure.condition]
        place: ImagePlace = {
            "image_id": "",
            "protocol": images.protocol.name,
            "subject": failure.subject,
            "outfit": "",
            "role": "",
            "condition": condition.index,
            "series": condition.series,
            "level": condition.level,
        }
        source: ImageSource = {
            "camera": "",
            "day": "",
            "take": "",
            "source": failure.picture,
            "sha256": "",
            "width": 0,
            "height": 0,
            "status": failure.reason,
        }
        yield {**place, **source}
