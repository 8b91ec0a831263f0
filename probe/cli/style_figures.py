"""What a judge sees in styled pictures: is it still the person, and is it the camera."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import numpy as np
from numpy.typing import NDArray

from probe.errors import UsageError
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones._training.table import TrainingRecord
    from probe.backbones.stargan.styled_set import StyledPicture
    from probe.cli.judge import Judge

ALL = "all"
"""The row of all styles together."""


class StyleFigures(TypedDict):
    """Means over styled pictures; cosines are the judge's.

    `source` is with the picture it was made of, `other` with pictures of other people, `nearer` the
    share of (styled, other person) in which the source is nearer; `small` is of the source at the
    size of the generator with the source itself: what size alone costs.
    """

    source: float
    other: float
    nearer: float
    small: float


@dataclass(frozen=True, eq=False)
class JudgedStyles:
    """Sources that a judge sees, and their styled copies.

    Attributes:
        sources: files of the sources.
        people: `(n,)` person of each.
        copies: files of styled pictures.
        of_source: `(m,)` the source of each copy.
        cameras: `(m,)` its style.
    """

    sources: tuple[Path, ...]
    people: NDArray[np.int64]
    copies: tuple[Path, ...]
    of_source: NDArray[np.int64]
    cameras: NDArray[np.int64]


def judged_styles(
    records: Sequence[TrainingRecord],
    rows: Sequence[StyledPicture],
    folder: Path,
    count: int,
    seed: int,
) -> JudgedStyles:
    """Some sources of people who are known, drawn with a seed, with all of their copies.

    Args:
        records: pictures of the data set.
        rows: of the styled set.
        folder: of the styled set.
        count: sources at most.
        seed: of the draw.

    Raises:
        UsageError: fewer than two people are known.
    """
    known = known_people(records)
    order = np.random.default_rng(seed).permutation(len(known))[:count]
    chosen = [known[int(place)] for place in sorted(order)]
    places = {record.name: place for place, record in enumerate(chosen)}
    taken = [row for row in rows if row.source in places]
    return JudgedStyles(
        sources=tuple(record.path for record in chosen),
        people=np.array([record.person for record in chosen], np.int64),
        copies=tuple(folder / row.path for row in taken),
        of_source=np.array([places[row.source] for row in taken], np.int64),
        cameras=np.array([row.camera for row in taken], np.int64),
    )


def known_people(records: Sequence[TrainingRecord]) -> list[TrainingRecord]:
    """The pictures of people whose numbers are known.

    Raises:
        UsageError: they are fewer than two.
    """
    known = [record for record in records if record.person >= 0]
    if len({record.person for record in known}) < 2:
        raise refusal(
            UsageError, Message("command-judge-people"), hint=Message("command-judge-people-step")
        )
    return known


def figures_by_style(
    styled: JudgedStyles, judge: Judge, size: tuple[int, int]
) -> dict[str, StyleFigures]:
    """Camera -> figures of its style, and those of all styles.

    Args:
        styled: what is judged.
        judge: gives unit vectors.
        size: of the generator's pictures.
    """
    from probe.backbones._training.fitted_file import fitted_file
    from probe.pictures.decoding import read_picture

    sources = _vectors(judge, [read_picture(path) for path in styled.sources])
    small = _vectors(judge, [fitted_file(path, size) for path in styled.sources])
    copies = _vectors(judge, [read_picture(path) for path in styled.copies])
    shrunk = (sources * small).sum(1)[styled.of_source]
    cosines = copies @ sources.T
    columns = _columns(styled, cosines) | {"small": shrunk}
    figures = {
        str(camera): _means(columns, styled.cameras == camera)
        for camera in np.unique(styled.cameras)
    }
    return {**figures, ALL: _means(columns, np.ones(len(copies), np.bool_))}


def _columns(styled: JudgedStyles, cosines: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    own = cosines[np.arange(len(cosines)), styled.of_source]
    others = styled.people[styled.of_source][:, None] != styled.people[None]
    counts = others.sum(1)
    return {
        "source": own,
        "other": (cosines * others).sum(1) / counts,
        "nearer": ((cosines < own[:, None]) & others).sum(1) / counts,
    }


def _means(columns: Mapping[str, NDArray[np.float32]], chosen: NDArray[np.bool_]) -> StyleFigures:
    means = {name: float(np.nanmean(values[chosen])) for name, values in columns.items()}
    return StyleFigures(
        source=means["source"], other=means["other"], nearer=means["nearer"], small=means["small"]
    )


def _vectors(judge: Judge, pictures: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """Unit vectors of pictures of any sizes, some at a time."""
    from probe.contracts import BATCH

    return np.concatenate(
        [judge.vectors(pictures[at : at + BATCH]) for at in range(0, len(pictures), BATCH)]
    )
