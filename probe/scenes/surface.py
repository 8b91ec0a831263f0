"""What a surface looks like close up: patterns, seams, faces, hair; called for every sample.

Texture coordinates are those of `Piece`; a material is a row of `piece.material`. Colours are
linear albedo. Everything here is compiled into the shading loop. Places, widths and strengths are
our choice, by eye.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import inlined
from probe.scenes.noise import noise

Row = NDArray[np.float32]
Out = NDArray[np.float32]


@inlined
def _blend(out: Out, r: float, g: float, b: float, share: float) -> None:
    out[0] += (r - out[0]) * share
    out[1] += (g - out[1]) * share
    out[2] += (b - out[2]) * share


@inlined
def _dim(out: Out, share: float) -> None:
    out[0] *= 1 - share
    out[1] *= 1 - share
    out[2] *= 1 - share


@inlined
def _soft(low: float, high: float, x: float) -> float:
    t = min(max((x - low) / (high - low), 0.0), 1.0)
    return t * t * (3 - 2 * t)


@inlined
def _line(x: float, width: float) -> float:
    return math.exp(-((x / width) ** 2))


@inlined
def _printed(x: float, z: float, seed: int) -> bool:
    """Whether a place of a print (units of scale, from its middle) carries ink."""
    kind = seed % 5
    if kind == 0:
        r = math.hypot(x, z)
        return r < 0.082 and not (0.048 < r < 0.060)
    if kind == 1:
        row = math.floor((z + 0.09) / 0.045)
        long = 0.06 + 0.035 * math.sin(row * 2.7 + seed)
        return abs(z) < 0.09 and (z + 0.09) % 0.045 < 0.028 and abs(x) < long
    if kind == 2:
        return noise(x * 26, z * 26, 0.5, seed) > -0.12 and abs(x) < 0.095 and abs(z) < 0.10
    if kind == 3:
        letter = (x * 13 + 40.0) % 0.5 < 0.36 and noise(x * 70, z * 45, 3.5, seed) > -0.3
        return abs(z - 0.03) < 0.032 and abs(x) < 0.11 and letter
    return abs(x) < 0.085 and abs(z) < 0.085 and (abs(x) + abs(z) < 0.055 or abs(x) > 0.07)


@inlined
def _pattern(kind: int, x: float, y: float, z: float, m: Row, out: Out) -> None:
    period, seed = m[8], int(m[9])
    if kind == 1:
        _blend(out, m[4], m[5], m[6], _soft(-0.12, 0.12, math.sin(z * 6.2832 / period) - 0.1))
    elif kind == 2:
        around = 0.13 * math.atan2(x, abs(y)) if abs(x) < 0.24 else x
        _blend(out, m[4], m[5], m[6], 0.8 * _soft(0.55, 0.8, math.cos(around * 6.2832 / period)))
    elif kind == 3:
        around = 0.13 * math.atan2(x, abs(y)) if abs(x) < 0.24 else x
        share = 0.42 * _soft(-0.1, 0.1, math.sin(z * 6.2832 / period) - 0.2)
        share += 0.42 * _soft(-0.1, 0.1, math.sin(around * 6.2832 / period) - 0.2)
        _blend(out, m[4], m[5], m[6], share)
    elif kind == 4:
        _blend(out, m[4], m[5], m[6], _soft(0.296, 0.300, z))
    elif kind in (5, 6):
        side = 1.0 if kind == 5 else -1.0
        if side * y > 0.02 and abs(x) < 0.2 and _printed(0.62 * x * side, 0.62 * (z - 0.26), seed):
            light = 0.35 if m[1] + m[2] + m[3] < 0.9 else 0.0
            _blend(out, 0.5 * m[4] + light, 0.5 * m[5] + light, 0.5 * m[6] + light, 0.92)


@inlined
def cloth(kind: int, x: float, y: float, z: float, m: Row, out: Out) -> None:
    """Knit and woven cloth with its pattern, ribs, zip or buttons, pockets and seams."""
    _pattern(kind, x, y, z, m, out)
    seed = int(m[9])
    body = abs(x) < 0.24
    if m[10] > 0 and body and y > 0.02 and z < 0.55:
        if m[10] == 1:
            _dim(out, 0.55 * _line(x, 0.005))
        else:
            _dim(out, 0.22 * _line(abs(x) - 0.017, 0.0025))
            button = math.hypot(x, (z + 4.03) % 0.085 - 0.042)
            _dim(out, 0.5 * _soft(0.0075, 0.0055, button))
    if m[11] > -5 and body and z < m[11]:
        around = math.atan2(x, y)
        _dim(out, 0.12 + 0.10 * math.sin(around * 150) + 0.15 * _line(z - m[11], 0.003))
    if m[12] == 1 and y > 0.03:
        edge = max(abs(x) - 0.115 - 0.25 * (z - 0.07), abs(z - 0.065) - 0.07)
        _dim(out, 0.30 * _line(edge, 0.0035))
    elif m[12] == 2 and y > 0.03:
        edge = max(abs(x - 0.082) - 0.042, abs(z - 0.315) - 0.05)
        _dim(out, 0.18 * _line(edge, 0.0025))
    if body and m[13] > -5:
        _dim(out, 0.18 * _line(z - m[13] - 0.022, 0.0025) + 0.12 * _line(y + 0.01, 0.002))
    grain = 0.035 * noise(x * 190, y * 190, z * 190, seed) + 0.03 * noise(x * 55, y * 55, z * 55, 7)
    _dim(out, -grain)


@inlined
def denim(x: float, y: float, z: float, m: Row, out: Out) -> None:
    """Denim: faded thighs, side seams, pockets, and a twill grain."""
    worn = math.exp(-(((z + 0.22) / 0.16) ** 2)) * (1.0 if y > 0 else 0.35)
    knee = 0.5 * math.exp(-(((z + 0.45) / 0.07) ** 2)) * (1.0 if y > 0 else 0.0)
    fade = (worn + knee) * math.exp(-(((abs(x) - 0.088) / 0.05) ** 2))
    fade *= 0.8 + 0.4 * noise(x * 40, y * 40, z * 22, int(m[9]))
    _dim(out, -0.9 * fade)
    if abs(x) > 0.10:
        _dim(out, 0.35 * _line(y, 0.004))
    if y < 0:
        edge = max(abs(abs(x) - 0.085) - 0.055, abs(z + 0.07) - 0.065)
        _dim(out, 0.35 * _line(edge, 0.003))
    _dim(out, 0.4 * _line(x, 0.003) * (1.0 if abs(z) < 0.12 else 0.0))
    _dim(out, -0.07 * noise(x * 260, y * 260, z * 160, 3) - 0.05 * noise(x * 40, y * 40, z * 40, 5))


@inlined
def skin(x: float, y: float, z: float, out: Out) -> None:
    """Bare skin with slight mottling; redder where it is thin."""
    tone = 0.05 * noise(x * 60, y * 60, z * 60, 11)
    out[0] *= 1 + tone
    out[1] *= 1 + 1.5 * tone
    out[2] *= 1 + 1.5 * tone


@inlined
def _eye(ax: float, z: float, m: Row, out: Out) -> None:
    u, v = (ax - 0.0315) / 0.0132, (z - 0.0028) / 0.0056
    lens = u * u + v * v * (1.0 + 0.5 * u * u)
    if lens < 1.25:
        white = 0.16 + 0.34 * min(1.6 * m[1], 1.0)
        _blend(out, white, 0.95 * white, 0.89 * white, _soft(1.1, 0.8, lens))
        iris = math.hypot(ax - 0.0313, z - 0.0030)
        tint = int(m[15])
        red, green, blue = 0.05, 0.028, 0.014
        if tint == 1:
            red, green, blue = 0.07, 0.075, 0.05
        elif tint == 2:
            red, green, blue = 0.10, 0.055, 0.025
        inner = _soft(1.05, 0.8, lens)
        _blend(out, red, green, blue, _soft(0.0064, 0.0056, iris) * inner)
        _blend(out, 0.008, 0.007, 0.007, _soft(0.0034, 0.0026, iris) * inner)
        _blend(
            out, 0.75, 0.75, 0.75, 0.8 * _soft(0.0018, 0.0010, math.hypot(ax - 0.0290, z - 0.0052))
        )
    lid = (z - 0.0028) - 0.0056 * math.sqrt(max(1 - u * u, 0.0))
    if abs(u) < 1.1:
        _dim(out, 0.72 * _line(lid, 0.0016) * _soft(1.15, 0.85, abs(u)))
        _dim(out, 0.16 * _line(lid - 0.0045, 0.0022))
        _dim(out, 0.22 * _line(z + 0.0042, 0.0016) * _soft(1.1, 0.6, abs(u)))


@inlined
def _mouth(ax: float, z: float, m: Row, out: Out) -> None:
    line = -0.0719 + 1.8 * ax * ax
    bow = 0.0052 - 0.0016 * _line(ax, 0.004) - 9.0 * ax * ax
    low = -0.0068 + 11.0 * ax * ax
    above = z - line
    if ax < 0.024:
        inside = _soft(bow + 0.0012, bow - 0.0008, above) * _soft(low - 0.0014, low + 0.0008, above)
        inside *= _soft(0.0235, 0.0195, ax)
        rosy = m[12] * inside
        out[0] *= 1 - 0.10 * rosy
        out[1] *= 1 - 0.42 * rosy
        out[2] *= 1 - 0.34 * rosy
        _dim(out, 0.60 * _line(above, 0.0011) * _soft(0.0235, 0.017, ax))
    _dim(out, 0.10 * _line(z + 0.086, 0.004) * _line(ax, 0.014))


@inlined
def face(x: float, y: float, z: float, m: Row, out: Out) -> None:
    """A face: brows, eyes, nose, lips, cheeks, beard, shaved or covered scalp."""
    ax, seed = abs(x), int(m[14])
    tone = 0.04 * noise(x * 90, y * 90, z * 90, seed)
    out[0] *= 1 + tone
    out[1] *= 1 + 1.5 * tone
    out[2] *= 1 + 1.5 * tone
    flush = _line(ax - 0.042, 0.018) * _line(z + 0.030, 0.018) * _soft(0.03, 0.06, y)
    flush += 0.7 * _line(x, 0.012) * _line(z + 0.032, 0.010) * _soft(0.09, 0.105, y)
    flush += 0.6 * _soft(0.068, 0.078, ax) * _line(z, 0.03)
    out[1] *= 1 - 0.26 * m[13] * flush
    out[2] *= 1 - 0.24 * m[13] * flush
    if y > 0.05:
        arch = 0.0245 + m[11] - 1.6 * (ax - 0.036) ** 2 * 10 + 0.05 * (ax - 0.036)
        thick = m[10] * (1.15 - 9.0 * abs(ax - 0.028))
        brow = _soft(1.0, 0.45, abs(z - arch) / max(thick, 0.001)) * _soft(0.013, 0.018, ax)
        brow *= _soft(0.056, 0.048, ax) * (0.8 + 0.25 * noise(x * 500, z * 300, 0.0, seed))
        _blend(out, 0.9 * m[4], 0.9 * m[5], 0.9 * m[6], 0.80 * brow)
        _eye(ax, z, m, out)
        _mouth(ax, z, m, out)
        nostril = math.hypot((ax - 0.0065) / 0.0040, (z + 0.0405) / 0.0022)
        _dim(out, 0.65 * _soft(1.3, 0.6, nostril) * _soft(0.088, 0.094, y))
        _dim(out, 0.10 * _line(ax - 0.026 + 0.25 * (z + 0.05), 0.004) * _line(z + 0.055, 0.012))
    if m[8] > 0:
        chin = _soft(-0.046, -0.062, z - 0.35 * max(ax - 0.03, 0.0)) * _soft(-0.01, 0.03, y)
        chin = max(chin, _soft(0.030, 0.022, ax) * _line(z + 0.056, 0.006) * _soft(0.06, 0.07, y))
        chin *= _soft(-0.128, -0.112, z)
        if ax < 0.024 and -0.081 < z < -0.063:
            chin *= 0.15
        rough = 0.85 + 0.3 * noise(x * 420, y * 420, z * 420, 5)
        _blend(out, m[4] + 0.01, m[5] + 0.008, m[6] + 0.006, 0.78 * m[8] * chin * rough)
    line = 0.058 * _soft(-0.03, 0.065, y) + 0.010 - 0.055 * _soft(0.0, -0.06, y)
    scalp = _soft(
        0.0, 0.012, z - line + 0.5 * max(ax - 0.05, 0.0) + 0.005 * noise(x * 70, y * 70, z * 70, 9)
    )
    scalp *= _soft(0.083, 0.078, ax)
    _blend(out, m[4], m[5], m[6], scalp * (0.85 if m[9] == 1 else m[9] * 1.7))


@inlined
def hair(x: float, y: float, z: float, m: Row, out: Out) -> None:
    """Strands that run down from the crown, or the mottle of curls."""
    seed = int(m[9])
    if m[8] > 0:
        _dim(out, -0.5 * noise(x * 110, y * 110, z * 110, seed))
        return
    around = math.atan2(x, 0.02 - y)
    tone = 0.42 * noise(around * 34, z * 14, y * 16, seed)
    tone += 0.26 * noise(around * 85, z * 20, y * 26, seed + 1)
    _dim(out, -tone)


@inlined
def shoe(x: float, y: float, z: float, m: Row, out: Out) -> None:
    """Upper, sole with an edge, toe cap and laces."""
    if z < 0.024:
        _blend(out, m[4], m[5], m[6], 1.0)
        _dim(out, 0.25 * _line(z - 0.013, 0.0018))
        return
    _dim(out, 0.4 * _line(z - 0.025, 0.002))
    _dim(out, 0.25 * _line(y - 0.125, 0.003))
    if abs(x) < 0.021 and 0.03 < y < 0.105 and z > 0.045:
        lace = _line((y + 1.0) % 0.019 - 0.0095, 0.004)
        _blend(out, 0.6 * m[4] + 0.05, 0.6 * m[5] + 0.05, 0.6 * m[6] + 0.05, 0.8 * lace)
    _dim(out, -0.06 * noise(x * 90, y * 90, z * 90, 4))


@inlined
def bag(x: float, y: float, z: float, m: Row, out: Out) -> None:
    """Woven cloth with zips, and a label on a backpack's pocket."""
    if m[8] == 1 and y < -0.03:
        _dim(out, 0.6 * _line(z - 0.055, 0.004) + 0.5 * _line(z - 0.125 + 0.9 * x * x, 0.004))
        if abs(x) < 0.028 and abs(z + 0.03) < 0.016 and y < -0.1:
            _blend(out, 0.42, 0.42, 0.40, 0.9)
    elif m[8] == 0:
        _dim(out, 0.4 * _line(z - 0.035, 0.003))
    _dim(out, -0.10 * noise(x * 130, y * 130, z * 130, int(m[9])))
