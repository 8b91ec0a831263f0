"""Where the models look: evidence maps of a pair, what they add up to, and what made it change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.protocol import Protocol
from probe.store import UNMASKED
from probe.wording import amount, decimal, listed, percent, span, unit
from reports import overlay
from reports.document import Axis
from reports.pictures import Album
from reports.points import Points, points_of
from reports.source import Source

HEIGHT = 300
"""Height of a picture with its map, in pixels."""

HARDLY = 0.005
"""A change of similarity below this is not shared out."""

CLEARLY = 0.01
"""A smaller change of the mean similarity is not drawn as a map: it would show noise."""

FEW_LEVELS = 4
"""Up to so many other levels are shown beside the pair."""

TRIFLE = 0.02
"""Regions charged with less than this share of a change are not named."""

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
        test: how the maps stood the test, empty where they were not tested.
        points: point to point, None where the model cannot tell.
        further: the other levels under their maps on the same scale, where there are few; each
            label ends in the cosine.
    """

    model: int
    standard: Seen
    level: Seen
    sentence: str
    change: str
    facts: tuple[tuple[str, str], ...]
    mean: str
    mean_top: str
    test: str
    points: Points | None
    further: tuple[Seen, ...] = ()


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
    pictures = _seen_pair(source, axis, album, found, f"{protocol.name} {name} {variant}")
    if pictures is None:
        return None
    level, standard = pictures
    mean, mean_top = _mean(source, album, found, before, f"{protocol.name} {name} {variant}")
    return Look(
        model=model,
        standard=standard,
        level=level,
        sentence=_sentence(source, name, found),
        change=_change(source, axis, found),
        facts=tuple(_facts(source, found, before, told)),
        mean=mean,
        mean_top=mean_top,
        test=_test(source, told),
        points=points_of(source, protocol.name, name, found),
        further=_further(source, axis, album, (found, evidence), f"{protocol.name} {name}"),
    )


def _further(
    source: Source, axis: Axis, album: Album, told: tuple[Told, Sequence[Told]], name: str
) -> tuple[Seen, ...]:
    """The other levels, each first picture under its map on the scale of the pair shown."""
    found, evidence = told
    others = [e for e in evidence if e["condition"] not in (found["condition"], axis.standard)]
    if source.variant != UNMASKED or len(others) > FEW_LEVELS:
        return ()
    top = float(max(found["first"][0].max(), found["second"][0].max()))
    seen = []
    for each in others:
        image = each["ids_first"][0]
        label = f"{axis.full[each['condition']]}: {unit(float(each['cosine'][0]))}"
        one = _seen(
            source, album, image, (label, each["first"][0], each["places"][0][0]), top, name
        )
        if one:
            seen.append(one)
    return tuple(seen)


def _seen_pair(
    source: Source, axis: Axis, album: Album, found: Told, name: str
) -> tuple[Seen, Seen] | None:
    top = float(max(found["first"][0].max(), found["second"][0].max()))
    ids = (found["ids_first"][0], found["ids_second"][0])
    labels = (axis.full[found["condition"]], axis.full[axis.standard])
    seen = []
    for image, *shown in zip(
        ids, labels, (found["first"][0], found["second"][0]), found["places"][0], strict=True
    ):
        one = _seen(source, album, image, (shown[0], shown[1], shown[2]), top, name)
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
    data = album.rendition(image)
    if data is None:
        return None
    picture = overlay.scaled_to(overlay.opened(data), HEIGHT)
    if source.variant == UNMASKED:
        return picture
    masks = source.masks
    mask = masks.mask(image)
    return picture if mask is None else overlay.background_filled(picture, mask, masks.fill)


def _mean(
    source: Source, album: Album, found: Told, before: Told | None, name: str
) -> tuple[str, str]:
    """The mean map of the level minus that of the standard condition, over the first picture."""
    if before is None or before is found or _moved(found, before) < CLEARLY:
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


def _sentence(source: Source, name: str, found: Told) -> str:
    """What lies on the person, in words that need no key."""
    words, model = source.words, source.shorts[name]
    shares = found["shares"]
    level = amount(len(found["cosine"]), "person", "people")
    if not shares:
        return words["looks_no_regions"].format(model=model)
    parts = {k: v for k, v in shares.items() if k != "constant"}
    parts["background"] += parts.pop("border", 0.0)
    total = sum(parts.values())
    if total <= HARDLY or min(parts.values()) < -0.1 * total:
        return words["looks_mixed"].format(model=model)
    told = {k: percent(max(v, 0.0) / total) for k, v in parts.items()}
    carried = parts.get("carried", 0.0) / total >= 0.01
    key = "looks_covering" if found["kind"] == "occlusion" else "looks_sentence"
    return words[key].format(
        model=model,
        person=told["person"],
        background=told["background"],
        around=words["looks_around" if source.variant == UNMASKED else "looks_around_masked"],
        carried=words["looks_carried"].format(share=told["carried"]) if carried else "",
        people=level,
    )


def _change(source: Source, axis: Axis, found: Told) -> str:
    """What made the similarity change since the standard condition, by exchanging regions."""
    changes = found["changes"]
    if not changes or found["condition"] == axis.standard:
        return ""
    words = source.words
    parts = np.mean([c["parts"] for c in changes], axis=0)
    before, after = (float(np.mean([c[k] for c in changes])) for k in ("before", "after"))
    level = axis.full[found["condition"]]
    if abs(after - before) < HARDLY:
        return words["looks_hardly"].format(level=level, before=unit(before), after=unit(after))
    total = float(parts.sum())
    ranked = sorted(zip(changes[0]["names"], parts, strict=True), key=lambda each: -abs(each[1]))
    told = [
        f"{words[f'region_{name}']} {_change_of(float(part))}"
        for name, part in ranked
        if abs(part) >= max(0.0005, TRIFLE * abs(total))
    ]
    share = float(ranked[0][1]) / total
    lead = words["looks_share"].format(share=percent(share), region=words[f"region_{ranked[0][0]}"])
    return words["looks_change"].format(
        level=level,
        before=unit(before),
        after=unit(after),
        people=amount(len(changes), "person", "people"),
        parts=listed(told),
        lead=lead if 0 < share <= 1 else words["looks_charged"],
    )


def _change_of(value: float) -> str:
    text = _thousandths(value)
    return text if text.startswith("−") else f"+{text}"


def _thousandths(value: float) -> str:
    text = decimal(value, 3)
    return text.replace("0.", ".", 1) if text.startswith(("0.", "−0.")) else text


def _facts(source: Source, found: Told, before: Told | None, told: Told) -> list[tuple[str, str]]:
    words = source.words
    cosine = float(found["cosine"][0])
    constant = float(found["constant_first"][0])
    exact = found["kind"] != "occlusion"
    facts = [(words["fact_cosine"], unit(cosine))]
    if exact:
        facts += [
            (words["fact_map"], unit(float(found["first"][0].sum()))),
            (words["fact_constant"], unit(constant)),
        ]
    top = max(float(found[side][0].max()) for side in ("first", "second"))
    facts.append((words["fact_top"], _thousandths(top)))
    facts.append((words["fact_kind"], words[f"kind_{found['kind']}"]))
    worst = max(found["additivity_error"])
    facts.append((words["fact_error"], _power(worst) if exact else words["kind_no_sum"]))
    pair = [each["shares"] for each in (found, before) if each]
    if exact and before is not found and len(pair) == 2 and all(pair):
        fall = pair[0]["background"] - pair[1]["background"]
        facts.append((words["fact_leaky"], _change_of(fall)))
    if index := (told.get("reliance") or {}).get("index"):
        facts.append((words["fact_reliance"], _with_ends(index)))
    return facts


def _with_ends(index: Told) -> str:
    text = unit(index["estimate"])
    if index["low"] is None or index["high"] is None:
        return text
    return f"{text} ({span(unit(index['low']), unit(index['high']))})"


def _power(value: float) -> str:
    """`10⁻⁷`: the power of ten above a small error."""
    if value <= 0:
        return "0"
    power = int(np.ceil(np.log10(value)))
    return f"<\u00a010{str(power).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _test(source: Source, told: Told) -> str:
    """How the maps stood deletion, insertion and the scrambled network."""
    found = told.get("faithfulness")
    if not found:
        return ""
    words = source.words
    names = ("deletion", "deletion_random", "insertion", "insertion_random")
    figures = {name: unit(found[name]) for name in names}
    text = words["looks_test"].format(pairs=amount(found["pairs"], "pair"), **figures)
    if found.get("scrambled") is not None:
        text += " " + words["looks_scrambled"].format(likeness=unit(found["scrambled"]))
    return text
