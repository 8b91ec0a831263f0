"""Where the models look: evidence maps of a pair, what they add up to, and what made it change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.protocol.model import Protocol
from probe.reports import overlay
from probe.reports.document import Axis
from probe.reports.evidence import change_of, facts_of, sentence_of, trial_of
from probe.reports.pictures import Album
from probe.reports.points import Points, points_of
from probe.reports.source import Source
from probe.runs.store import UNMASKED
from probe.wording.numbers import decimal, unit

HEIGHT = 300
"""Height of a picture with its map, in pixels."""

GROUND, SILHOUETTE = 90, 150
"""Grey of a picture that was not kept, and of the person in it."""

CLEARLY = 0.01
"""A smaller change of the mean similarity is not drawn as a map: it would show noise."""

FEW_LEVELS = 4
"""Up to so many other levels are shown beside the pair."""

Told = Mapping[str, Any]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Seen:
    """A picture under its map.

    Attributes:
        label: its condition.
        picture, plain: keys of the picture with and without the map.
        width, height: of both, in pixels.
        place: where the picture lies in the frame the network saw: top, left, bottom, right as
            shares of it.
    """

    label: str
    picture: str
    plain: str
    width: int
    height: int
    place: tuple[float, ...]


@dataclass(frozen=True)
class Further:
    """Another level, beside the pair that is shown large.

    Attributes:
        seen: its first picture under its map, on the scale of the pair; the label ends in the
            cosine.
        mean, mean_top: as in `Look`.
        change: what made the similarity change, empty where that is not known.
    """

    seen: Seen
    mean: str
    mean_top: str
    change: str


@dataclass(frozen=True)
class Look:
    """One model on one pair of pictures.

    Attributes:
        model: its index.
        standard, level: the two pictures.
        sentence: what lies on the person, in plain words.
        change: what made the similarity change, empty where that is not known.
        facts: figures, as (name, text).
        mean: picture of the change of the mean map, empty without one.
        mean_top: its scale.
        laid: how the mean maps were laid over each other.
        test: how the maps stood the test, empty where they were not tested.
        points: point to point, None where the model cannot tell.
        further: the other levels, where there are few.
    """

    model: int
    standard: Seen
    level: Seen
    sentence: str
    change: str
    facts: tuple[tuple[str, str], ...]
    mean: str
    mean_top: str
    laid: str
    test: str
    points: Points | None
    further: tuple[Further, ...] = ()


@dataclass(frozen=True)
class Looks:
    """The maps of a chapter in one mask variant.

    Attributes:
        variant: its name.
        head, caption: heading and how to read it.
        models: those that have maps.
    """

    variant: str
    head: str
    caption: str
    models: tuple[Look, ...]


def looks_of(source: Source, protocol: Protocol, axis: Axis, album: Album) -> tuple[Looks, ...]:
    """The maps of every variant that has any, with pictures that were kept."""
    found = []
    for variant in source.run.manifest.variants:
        own = replace(source, variant=variant)
        looks = [_look(own, protocol, axis, album, k) for k in range(len(source.run.backbones))]
        known = tuple(look for look in looks if look)
        if not known:
            continue
        words = source.words
        masked = variant != UNMASKED
        head = words["looks_head_masked"].format(name=variant) if masked else words["looks_head"]
        caption = words["looks_caption_masked"] if masked else words["looks_caption"]
        if not album.holds_any:
            caption = f"{caption} {words['looks_no_pictures']}"
        found.append(Looks(variant, head, caption, known))
    return tuple(found)


def _look(source: Source, protocol: Protocol, axis: Axis, album: Album, model: int) -> Look | None:
    name, variant = source.run.backbones[model], source.variant
    evidence = source.run.evidence(protocol.name, name, variant)
    told = source.run.looks(protocol.name, name, variant)
    found = next((e for e in evidence if e["condition"] == told.get("shown")), None)
    if found is None:
        return None
    before = next((e for e in evidence if e["condition"] == axis.standard), None)
    others = [e for e in evidence if e["condition"] not in (found["condition"], axis.standard)]
    few = others if variant == UNMASKED and len(others) <= FEW_LEVELS else []
    shown = (found, _top(found, few))
    pictures = _seen_pair(source, axis, album, shown, f"{protocol.name} {name} {variant}")
    if pictures is None:
        return None
    level, standard = pictures
    mean, mean_top = _mean(source, album, found, before, f"{protocol.name} {name} {variant}")
    return Look(
        model=model,
        standard=standard,
        level=level,
        sentence=sentence_of(source, name, found),
        change=change_of(source, axis, found),
        facts=tuple(facts_of(source, found, before, {**told, "top": shown[1]})),
        mean=mean,
        mean_top=mean_top,
        laid=source.words[f"laid_{found.get('registered', '')}"] if mean else "",
        test=trial_of(source, told),
        points=points_of(source, protocol.name, name, found),
        further=_further(source, axis, album, (shown[1], before, few), f"{protocol.name} {name}"),
    )


def _further(
    source: Source,
    axis: Axis,
    album: Album,
    told: tuple[float, Told | None, Sequence[Told]],
    name: str,
) -> tuple[Further, ...]:
    """Other levels; `told` is the end of the scale, the standard condition, and the levels."""
    top, before, levels = told
    seen = []
    for each in levels:
        image = each["ids_first"][0]
        label = f"{axis.full[each['condition']]}: {unit(float(each['cosine'][0]))}"
        one = _seen(
            source, album, image, (label, each["first"][0], each["places"][0][0]), top, name
        )
        if one:
            mean = _mean(source, album, each, before, f"{name} {each['condition']}")
            seen.append(Further(one, *mean, change_of(source, axis, each)))
    return tuple(seen)


def _top(found: Told, others: Sequence[Told]) -> float:
    """The end of the scale: the strongest place of all maps that stand together."""
    maps = [found["second"][0], *(each["first"][0] for each in (found, *others))]
    return max(float(each.max()) for each in maps)


def _seen_pair(
    source: Source, axis: Axis, album: Album, shown: tuple[Told, float], name: str
) -> tuple[Seen, Seen] | None:
    """The pair shown large; `shown` is its level and the end of the scale."""
    found, top = shown
    ids = (found["ids_first"][0], found["ids_second"][0])
    labels = (axis.full[found["condition"]], axis.full[axis.standard])
    seen = []
    for image, *told in zip(
        ids, labels, (found["first"][0], found["second"][0]), found["places"][0], strict=True
    ):
        one = _seen(source, album, image, (told[0], told[1], told[2]), top, name)
        if one is None:
            return None
        seen.append(one)
    return seen[0], seen[1]


def _seen(
    source: Source,
    album: Album,
    image: str,
    shown: tuple[str, Floats, Sequence[float]],
    top: float,
    name: str,
) -> Seen | None:
    """A picture under its map; `shown` is its label, the map, and its place in the frame."""
    label, evidence, place = shown
    plain = _plain(source, album, image)
    if plain is None:
        return None
    drawn = overlay.with_map(plain, evidence, place, top)
    height, width = plain.shape[:2]
    size = (width, height)
    return Seen(
        label,
        album.put(f"map {name} {label} {image}", overlay.webp(drawn), size),
        album.put(f"plain {source.variant} {image}", overlay.webp(plain), size),
        width,
        height,
        tuple(round(float(p), 4) for p in place),
    )


def _plain(source: Source, album: Album, image: str) -> NDArray[np.uint8] | None:
    """The picture as the network saw it, its background filled in a mask variant."""
    data = album.rendition(image, source.variant)
    if data is not None:
        return overlay.scaled_to(overlay.opened(data), HEIGHT)
    return _ground(source, image)


def _ground(source: Source, image: str) -> NDArray[np.uint8] | None:
    """An even ground of a picture's shape, the person as a silhouette where there is a mask."""
    size = source.run.size(image)
    if size is None:
        return None
    ground = np.full((*size, 3), GROUND, np.uint8)
    for variant in source.run.manifest.variants:
        mask = source.run.masks(variant).mask(image) if variant != UNMASKED else None
        if mask is not None:
            ground = np.where(mask[..., None], np.uint8(SILHOUETTE), ground)
            break
    return overlay.scaled_to(ground, HEIGHT)


def _mean(
    source: Source, album: Album, found: Told, before: Told | None, name: str
) -> tuple[str, str]:
    """The mean map of the level minus that of the standard condition, over the first picture."""
    if before is None or before is found or _moved(found, before) < CLEARLY:
        return "", ""
    if found.get("registered") != before.get("registered"):
        return "", ""
    image, place = found["ids_first"][0], found["places"][0][0]
    plain = _plain(source, album, image)
    if plain is None:
        return "", ""
    change = found["mean"].astype(float) - before["mean"].astype(float)
    top = float(np.abs(change).max())
    part, kept = overlay.cut(plain, place, found["boxes"][0])
    inside = overlay.part_of(change, kept, part.shape[:2])
    drawn = overlay.with_change(part, inside, top)
    key = album.put(f"mean {name} {image}", overlay.webp(drawn), drawn.shape[1::-1])
    return key, decimal(top, 4).removeprefix("0")


def _moved(found: Told, before: Told) -> float:
    """How far the mean similarity of the pairs is from the standard condition's."""
    return abs(float(np.mean(found["cosine"])) - float(np.mean(before["cosine"])))
