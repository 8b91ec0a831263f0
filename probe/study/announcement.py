"""What a run says it will compare, before it begins."""

from __future__ import annotations

from collections.abc import Sequence

from probe.pictures.image_set import ImageSet
from probe.wording import Message, Value


def what_is_compared(sets: Sequence[ImageSet], models: int) -> Message:
    """People, conditions, pictures and models, and who counts as a stranger.

    Args:
        sets: usable pictures of each protocol.
        models: how many take part.
    """
    people = {subject for images in sets for subject in images.subjects}
    records = [record for images in sets for record in images.records]
    strangers = {r.subject for r in records if r.role == "stranger"} - people
    places: list[str] = [
        "session" if images.source == "scene" else images.across for images in sets if images.across
    ]
    values: dict[str, Value] = {
        "people": len(people),
        "more": len(strangers),
        "conditions": sum(len(images.protocol.conditions) for images in sets),
        "pictures": len({record.image_id for record in records}),
        "models": models,
        "across": places[0] if places else None,
    }
    return Message("progress-compares", values)
