"""A colour-and-texture stripe descriptor: what a person looks like without anything learned.

The picture is averaged over 2x2 pixels, its exposure is evened out, and for each of twelve
overlapping horizontal stripes two histograms are taken: colour (hue by brightness for coloured
pixels, brightness for grey ones) and texture (how strong edges are, by orientation). Pixels count
more the nearer they are to the vertical middle line, where the person is. Histograms are compared
by the Bhattacharyya coefficient: each is made to sum to 1 and its square root is taken, so that the
plain cosine of two descriptors is the mean of these coefficients over stripes and histograms.

Related: Gray and Tao, ECCV 2008 (stripes of colour and texture); Liao et al., CVPR 2015, LOMO
(stripes, evened illumination); Arandjelovic and Zisserman, CVPR 2012 (square roots).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Pictures, VectorPart, Vectors

# The numbers of this file are ours; LOMO and Gray and Tao have others.
HEIGHT, WIDTH = 128, 64
"""Of the pictures: as wide as high in the same share as the 256x128 of most networks."""

STRIPES = 12

HUES, BRIGHTNESSES, GREYS = 8, 2, 5
"""Bins of the colour histogram: hue by brightness for coloured pixels, brightness for grey ones."""

ORIENTATIONS = 6
"""Bins of the texture histogram, beside the one for flat parts."""

FILL = 128
"""Letterboxing and masking fill with RGB (128, 128, 128): such pixels are no part of the person."""

_ROWS, _COLUMNS = HEIGHT // 2, WIDTH // 2

_LEVELS = 16
"""Levels of a channel in the table of colours, which then has 4096 rows and one for fill."""

_FILL_CODE = _LEVELS**3

_MIDDLE_WIDTH = 0.15
"""Standard deviation, in widths of the picture, of the bell that weighs pixels by their column."""

_BRIGHT = 230.0
"""Brightness, of 255, that the mean brightness of a picture is brought to."""

_FLAT = 8.0
"""Grey levels over two pixels at which an edge votes as much as flatness does."""

_TEXTURE_WEIGHT = 0.5
"""Of texture beside colour: its share of the cosine is a fifth (1/4 of 1 + 1/4)."""

_CHUNK = 32
"""Pictures at a time; it changes no descriptor."""

Array = NDArray[np.float32]

STRIPE_LENGTH = HUES * BRIGHTNESSES + GREYS + ORIENTATIONS + 1
"""Values of a stripe: colour, then texture."""

DIMENSION = STRIPES * STRIPE_LENGTH
"""Length of a descriptor."""


def stripe_parts() -> tuple[VectorPart, ...]:
    """The stripes as parts of a descriptor, from the top of the picture down."""
    return tuple(
        VectorPart(f"stripe {k + 1}", STRIPE_LENGTH, top=k / STRIPES, bottom=(k + 1) / STRIPES)
        for k in range(STRIPES)
    )


class StripeDescriptor:
    """Computes descriptors; holds the tables that do not depend on the pictures."""

    def __init__(self) -> None:
        self._colours = colour_table()
        self._weights = stripe_weights()

    def __call__(self, images: Pictures) -> Vectors:
        """Descriptors `float32 (n, DIMENSION)` of `uint8 (n, 128, 64, 3)` RGB pictures.

        All values are at least 0; the squares of a stripe sum to 1.25, or to 0 where the stripe
        holds nothing but fill.
        """
        starts = range(0, len(images), _CHUNK)
        parts = [self._describe(images[i : i + _CHUNK]) for i in starts]
        return np.concatenate(parts) if parts else np.empty((0, DIMENSION), np.float32)

    def _describe(self, images: Pictures) -> Vectors:
        small, fill = reduced(images)
        small = evened(small, fill)
        colour = self._histograms(self._colours[colour_codes(small, fill)])
        texture = self._histograms(edge_energy(small, fill))
        both = np.concatenate([colour, _TEXTURE_WEIGHT * texture], axis=2)
        return both.reshape(len(images), DIMENSION)

    def _histograms(self, votes: Array) -> Array:
        """Square roots of the stripes' histograms, from votes `(n, rows * columns, bins)`."""
        sums = self._weights @ votes
        total = sums.sum(axis=2, keepdims=True)
        shares: Array = np.divide(sums, total, out=np.zeros_like(sums), where=total > 0)
        return np.sqrt(shares)


def reduced(images: Pictures) -> tuple[Array, NDArray[np.bool_]]:
    """Means of 2x2 pixels `(n, 64, 32, 3)` in 0..255, and which of them are fill.

    A picture that is fill all over counts as content, so that its descriptor is not empty.
    """
    tiles = images.reshape(len(images), _ROWS, 2, _COLUMNS, 2, 3)
    rows = tiles[:, :, 0].astype(np.uint16)
    rows += tiles[:, :, 1]
    sums = rows[:, :, :, 0] + rows[:, :, :, 1]
    red, green, blue = (sums[..., channel] == 4 * FILL for channel in range(3))
    fill = red & green & blue
    small = sums * np.float32(0.25)
    fill &= ~fill.all(axis=(1, 2), keepdims=True)
    return small, fill


def evened(small: Array, fill: NDArray[np.bool_]) -> Array:
    """Pictures scaled to the same brightness of their bright parts, in 0..255.

    Brightness is the Minkowski mean of order 6 of the content (Finlayson and Trezzi, 2004), the
    same for all channels, so that colours keep their tint.
    """
    weight = np.where(fill, 0, _towards_middle(_COLUMNS))
    power = _grey(small)
    power *= power * power
    power *= power
    mean = (power * weight).sum(axis=(1, 2)) / weight.sum(axis=(1, 2))
    gain = _BRIGHT / np.maximum(mean, 1.0) ** (1 / 6)
    even: Array = small * gain.astype(np.float32)[:, None, None, None]
    return np.minimum(even, np.float32(255))


def _grey(small: Array) -> Array:
    return (small[..., 0] + small[..., 1] + small[..., 2]) * np.float32(1 / 3)


def colour_codes(small: Array, fill: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Rows of `colour_table` `(n, rows * columns)`: 16 levels a channel; the last row for fill."""
    level = (small * (_LEVELS / 256)).astype(np.intp)
    codes = (level[..., 0] * _LEVELS + level[..., 1]) * _LEVELS + level[..., 2]
    codes[fill] = _FILL_CODE
    return codes.reshape(len(small), -1)


def colour_table() -> Array:
    """Votes of every colour for the bins of the colour histogram, `(16**3 + 1, 21)`.

    A colour votes for two neighbouring hues and two neighbouring brightnesses with the share that
    is chromatic, and for two neighbouring greys with the rest; fill votes for nothing.
    """
    axis = (np.arange(_LEVELS) + 0.5) / _LEVELS
    colours = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), -1).reshape(-1, 3)
    hue, saturation, brightness = _hsv(colours)
    # Ours: fully chromatic from a saturation of 0.63 on, later the darker the colour is.
    chromatic = np.minimum(1.6 * saturation * np.sqrt(brightness), 1)[:, None]
    hues = _shared_between_bins(hue * HUES - 0.5, HUES, circular=True)
    levels = _shared_between_bins(brightness * (BRIGHTNESSES - 1), BRIGHTNESSES)
    greys = _shared_between_bins(brightness * (GREYS - 1), GREYS)
    coloured = (hues[:, :, None] * levels[:, None, :]).reshape(len(colours), -1)
    votes = np.hstack([coloured * chromatic, greys * (1 - chromatic)])
    return np.vstack([votes, np.zeros_like(votes[:1])]).astype(np.float32)


def _hsv(colours: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Hue in 0..1, saturation and brightness (HSV) of RGB colours `(n, 3)` in 0..1."""
    red, green, blue = colours.T
    high, low = colours.max(axis=1), colours.min(axis=1)
    spread = np.where(high > low, high - low, 1)
    sector = np.select(
        [high == red, high == green],
        [(green - blue) / spread % 6, (blue - red) / spread + 2],
        (red - green) / spread + 4,
    )
    return sector / 6, (high - low) / high, high


def _shared_between_bins(
    position: NDArray[np.float64], bins: int, *, circular: bool = False
) -> NDArray[np.float64]:
    """Votes `(n, bins)` of positions in units of bins, shared between the two nearest."""
    distance = np.abs(position[:, None] - np.arange(bins))
    if circular:
        distance = np.minimum(distance, bins - distance)
    votes: NDArray[np.float64] = np.maximum(1 - distance, 0)
    return votes


def edge_energy(small: Array, fill: NDArray[np.bool_]) -> Array:
    """Votes `(n, rows * columns, 7)` of brightness edges for six orientations and for "flat".

    Edges between content and fill do not count: they tell the shape of the crop.
    """
    grey = _grey(small)
    right, down = np.zeros_like(grey), np.zeros_like(grey)
    right[:, :, 1:-1] = grey[:, :, 2:] - grey[:, :, :-2]
    down[:, 1:-1] = grey[:, 2:] - grey[:, :-2]
    length = np.hypot(right, down)
    content = ~_beside(fill)
    scale = content / np.maximum(length, 1e-6)
    doubled = np.stack([(right**2 - down**2) * scale, 2 * right * down * scale], axis=3)
    angles = np.arange(ORIENTATIONS) * (2 * np.pi / ORIENTATIONS)
    directions = np.stack([np.cos(angles), np.sin(angles)]).astype(np.float32)
    flat = (content * np.float32(_FLAT))[..., None]
    votes = np.concatenate([np.maximum(doubled @ directions, 0), flat], axis=3)
    return votes.reshape(len(small), -1, ORIENTATIONS + 1).astype(np.float32, copy=False)


def _beside(fill: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Fill, and pixels with fill above, below, left or right."""
    grown = fill.copy()
    grown[:, :, 1:] |= fill[:, :, :-1]
    grown[:, :, :-1] |= fill[:, :, 1:]
    grown[:, 1:] |= fill[:, :-1]
    grown[:, :-1] |= fill[:, 1:]
    return grown


def stripe_weights() -> Array:
    """Weights `(stripes, rows * columns)`: a triangle over rows times a bell over columns."""
    row = (np.arange(_ROWS) + 0.5) / _ROWS
    centre = (np.arange(STRIPES) + 0.5) / STRIPES
    over_rows = np.maximum(1 - np.abs(row - centre[:, None]) * STRIPES, 0)
    weights = over_rows[:, :, None] * _towards_middle(_COLUMNS)
    table: Array = weights.reshape(STRIPES, -1).astype(np.float32)
    return table


def _towards_middle(columns: int) -> NDArray[np.float64]:
    offset = (np.arange(columns) + 0.5) / columns - 0.5
    bell: NDArray[np.float64] = np.exp(-0.5 * (offset / _MIDDLE_WIDTH) ** 2)
    return bell
