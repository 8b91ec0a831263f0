"""How much of a similarity is charged to the person, to what they carry, to the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.evidence.grids import cell_cover, fitted_cover
from probe.pictures.fitting import Fitting

Floats = NDArray[np.float64]

BACKGROUND = "background"
BORDER = "border"
"""The fill around a picture that was fitted with its aspect ratio kept."""

LEAKAGE = (
    "A cell of a feature map has seen pixels well beyond itself, so feature-space shares leak "
    "between neighbouring regions; the image-space figures beside them do not."
)


@dataclass(frozen=True, eq=False)
class Regions:
    """A picture's regions in the frame a network sees.

    Attributes:
        names: of the regions, `background` and `border` last.
        cover: `(k, h, w)`, share 0..1 of each pixel of the frame that belongs to each region;
            the regions of a pixel sum to 1.
    """

    names: tuple[str, ...]
    cover: Floats

    def on_grid(self, grid: tuple[int, int]) -> Floats:
        """`(k, rows, columns)`: share of each cell of a map that belongs to each region."""
        return np.stack([cell_cover(region, grid) for region in self.cover])


@dataclass(frozen=True, eq=False)
class Shares:
    """What the regions add to n similarities.

    Attributes:
        names: of the regions; the last is `constant`: what belongs to no place.
        parts: `(n, k + 1)`, in units of similarity; each row sums to the cosine.
        cosine: `(n,)`.
    """

    names: tuple[str, ...]
    parts: Floats
    cosine: Floats

    def mean(self) -> Mapping[str, float]:
        """Mean part of each region over the pairs."""
        return dict(zip(self.names, map(float, self.parts.mean(0)), strict=True))

    def change(self, before: Shares) -> Mapping[str, float]:
        """What each region adds to the change of the mean similarity since `before`."""
        if self.names != before.names:
            raise MaskError("shares of different regions cannot be compared")
        change = self.parts.mean(0) - before.parts.mean(0)
        return dict(zip(self.names, map(float, change), strict=True))


def regions_of(masks: Mapping[str, NDArray[np.bool_]], fitting: Fitting) -> Regions:
    """Regions from masks of the original crop.

    Args:
        masks: name -> `bool (h, w)`, such as `person` and `carried`; a pixel in several belongs to
            the first. What is in none is `background`.
        fitting: how the picture is brought to the network.

    Raises:
        MaskError: no masks, or masks of different sizes.
    """
    shapes = {mask.shape for mask in masks.values()}
    if len(shapes) != 1:
        raise MaskError(f"the regions of a picture have {len(shapes)} different sizes")
    free = np.ones(next(iter(shapes)), bool)
    covers = []
    for mask in masks.values():
        covers.append(fitted_cover(mask & free, fitting))
        free &= ~mask
    covers.append(fitted_cover(free, fitting))
    covers.append(np.clip(1 - np.sum(covers, axis=0), 0, 1))
    return Regions((*masks, BACKGROUND, BORDER), np.stack(covers))


def shares(maps: Floats, constant: Floats, cosine: Floats, regions: Sequence[Regions]) -> Shares:
    """Shares of n similarities from n maps of one side of the pairs.

    Args:
        maps: `(n, rows, columns)`.
        constant: `(n,)`, what belongs to no place.
        cosine: `(n,)`.
        regions: of the n pictures the maps are over.

    Raises:
        MaskError: not as many regions as maps, or regions of different names.
    """
    names = {picture.names for picture in regions}
    if len(regions) != len(maps) or len(names) != 1:
        raise MaskError(f"{len(maps)} maps but {len(regions)} sets of regions ({len(names)} kinds)")
    rows, columns = maps.shape[1:]
    parts = [
        (picture.on_grid((rows, columns)) * evidence).sum((1, 2))
        for picture, evidence in zip(regions, maps, strict=True)
    ]
    table = np.concatenate([np.stack(parts), constant[:, None]], axis=1)
    return Shares((*next(iter(names)), "constant"), table, cosine)
