"""Pictures that are one picture: by their pixels, whatever the file, or nearly.

A take saved again in another format, a gallery that is the query: such pairs score 1 and say
nothing of a model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.wording import Message

GRID = 8
"""A picture is compared by the mean colours of so many rows and columns."""

NEAR = 1.0
"""Root mean square difference of these colours, of 255, under which two pictures are nearly the
same (ours: what saving as JPEG again changes; the next frame of a video differs by more)."""

MOST = 20_000
"""Pictures up to which all pairs are compared for being nearly the same (ours: some seconds)."""

_BLOCK = 1024


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """What a picture is known by.

    Attributes:
        pixels: hex sha256 of its pixels and size.
        colours: `float32 (GRID * GRID * 3,)`, mean colours.
    """

    pixels: str
    colours: NDArray[np.float32]


def fingerprint(picture: NDArray[np.uint8]) -> Fingerprint:
    """The fingerprint of a picture `uint8 (h, w, 3)`."""
    rows, columns = (_means(side) for side in picture.shape[:2])
    colours = np.einsum("rh,hwc,kw->rkc", rows, picture.astype(np.float32), columns)
    return Fingerprint(pixel_digest(picture), colours.astype(np.float32).ravel())


def pixel_digest(picture: NDArray[np.uint8]) -> str:
    """Hex sha256 of the pixels of a picture `uint8 (h, w, 3)` and its size, whatever its file."""
    digest = hashlib.sha256(f"{picture.shape} ".encode())
    digest.update(np.ascontiguousarray(picture).tobytes())
    return digest.hexdigest()


def nearly_same(prints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of pictures that are nearly the same, identical ones left out.

    Nothing is compared beyond `MOST` pictures.
    """
    if not 1 < len(prints) <= MOST:
        return []
    colours = np.stack([one.colours for one in prints]).astype(np.float64)
    squares = (colours**2).sum(axis=1)
    limit = NEAR**2 * colours.shape[1]
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(colours), _BLOCK):
        block = slice(start, start + _BLOCK)
        apart = squares[block, None] + squares - 2 * colours[block] @ colours.T
        first, second = np.nonzero(apart < limit)
        pairs += [(int(i) + start, int(j)) for i, j in zip(first, second, strict=True)]
    return [(i, j) for i, j in pairs if i < j and prints[i].pixels != prints[j].pixels]


def _means(side: int) -> NDArray[np.float32]:
    """`(GRID, side)`: how much each pixel counts in the mean of each part; parts share pixels."""
    edges = np.linspace(0, side, GRID + 1)
    places = np.arange(side)
    covered = np.minimum(edges[1:, None], places + 1) - np.maximum(edges[:-1, None], places)
    weights: NDArray[np.float32] = (np.clip(covered, 0, None) * GRID / side).astype(np.float32)
    return weights


def two_people_note(pictures: Iterable[tuple[str, str, str]]) -> tuple[Message, ...]:
    """A note on pictures that stand under two people; empty where there are none.

    Args:
        pictures: digest of the pixels, path and person of each.
    """
    first: dict[str, tuple[str, str]] = {}
    double: list[tuple[str, str]] = []
    for pixels, path, person in pictures:
        earlier = first.setdefault(pixels, (path, person))
        if earlier[1] != person:
            double.append((earlier[0], path))
    if not double:
        return ()
    names = {"first": double[0][0], "second": double[0][1]}
    return (Message("data-same-two-people", {"count": len(double), **names}),)


def files_in_both(trained: Sequence[Path], tested: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Files of the test part that lie in the training part as well, byte for byte.

    Sizes are compared first, so that few files are read; one that was saved again is not seen.

    Args:
        trained: files of the training part.
        tested: files of the test part.

    Returns:
        Each such file of the test part, behind the first of the training part that it equals.
    """
    sizes: dict[int, list[Path]] = {}
    for path in trained:
        if (size := _size(path)) is not None:
            sizes.setdefault(size, []).append(path)
    digests: dict[int, dict[str, Path]] = {}
    both: list[tuple[Path, Path]] = []
    for path in tested:
        size = _size(path)
        if size is None or size not in sizes:
            continue
        if size not in digests:
            digests[size] = {_content_digest(file): file for file in reversed(sizes[size])}
        if (same := digests[size].get(_content_digest(path))) is not None:
            both.append((same, path))
    return both


def pixels_in_both(
    trained: Iterable[tuple[str, str]], tested: Iterable[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Pictures of the test part that are in the training part as well, whatever their files.

    Args:
        trained: digest of the pixels (empty where there are none) and path of each.
        tested: likewise.

    Returns:
        Paths: the first of the training part that it equals, and it.
    """
    first: dict[str, str] = {}
    for pixels, path in trained:
        first.setdefault(pixels, path)
    first.pop("", None)
    return [(first[pixels], path) for pixels, path in tested if pixels in first]


def _size(path: Path) -> int | None:
    """Bytes of a file; None where it cannot be looked at: it is named where it is opened."""
    try:
        return path.stat().st_size
    except OSError:
        return None


def _content_digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return str(path)
