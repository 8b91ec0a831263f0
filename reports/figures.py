"""Heat maps as Matplotlib figures, in the colours of the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.errors import UsageError
from probe.reports.axis import Axis, axis_of
from probe.reports.colours import STEPS, ink_on, scale, step
from probe.reports.source import Source
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.wording import Message, nearest, refusal, wording_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SCALES = {
    "mean": ("similarity", 0.0, 1.0),
    "retention": ("retention", 0.0, 1.0),
    "fnmr": ("missed", 0.0, 1.0),
    "log10_fmr": ("tail", 0.0, -4.0),
}
"""Colour scale and fixed ends of every figure that can be drawn: those of the report."""


def heatmap(
    run: Run,
    backbone: str,
    protocol: str,
    figure: str = "mean",
    kind: str = "mated",
    variant: str = UNMASKED,
    ax: Axes | None = None,
) -> Figure:
    """One heat map, drawn with seaborn on the report's fixed scale.

    Args:
        run: a finished run.
        backbone: name of the backbone.
        protocol: name of the protocol.
        figure: `mean`, `retention`, `fnmr` or `log10_fmr`.
        kind: `mated`, `at_large` or `alike` (the last two have a `mean` only).
        variant: mask variant.
        ax: the axes to draw into; None for a figure of its own.

    Returns:
        The figure that it stands in.

    Raises:
        UsageError: there is no such protocol, backbone or figure, or it has no values; retention
            where the model fails in the standard condition itself.
    """
    _check_axes(ax)
    _check_name("protocol", protocol, run.protocols)
    _check_name("backbone", backbone, run.backbones)
    _check_name("figure", figure, SCALES)
    _check_name("kind", kind, ("mated", "at_large", "alike"))
    if kind != "mated" and figure != "mean":
        raise refusal(
            UsageError,
            Message("drawn-of-mated", {"figure": repr(figure)}),
            hint=Message("drawn-use-mean"),
        )
    if figure == "retention":
        _check_margin(run, backbone, protocol, variant)
    values = run.matrix(backbone, protocol, figure, kind=kind, variant=variant)
    if not np.isfinite(values).any():
        raise refusal(
            UsageError,
            Message(
                "drawn-no-figure",
                {
                    "protocol": protocol,
                    "figure": figure,
                    "kind": kind,
                    "model": backbone,
                    "variant": variant,
                },
            ),
            place=run.path,
            hint=Message("drawn-no-figure-step"),
        )
    axis = axis_of(run.protocols[protocol], "en")
    axes = own_axes(len(axis.full)) if ax is None else ax
    _draw(values, axis, figure, backbone, axes)
    whole = axes.get_figure(root=True)
    assert whole is not None
    return whole


def own_axes(n: int) -> Axes:
    """Axes in a new figure, of a size for n conditions."""
    import matplotlib.figure

    side = 1.6 + 0.42 * max(n, 4)
    return matplotlib.figure.Figure(figsize=(side + 1.1, side), layout="constrained").subplots()


def _check_margin(run: Run, backbone: str, protocol: str, variant: str) -> None:
    rate = Source(run, variant=variant).failing(protocol, backbone)
    if rate is not None:
        raise refusal(
            UsageError,
            Message("drawn-no-retention", {"model": backbone, "protocol": protocol, "rate": rate}),
            place=run.path,
            hint=Message("drawn-no-retention-step"),
        )


def _check_axes(ax: object) -> None:
    import matplotlib.axes

    if ax is not None and not isinstance(ax, matplotlib.axes.Axes):
        raise refusal(
            UsageError,
            Message("drawn-no-axes", {"kind": type(ax).__name__}),
            hint=Message("drawn-no-axes-step"),
        )


def _check_name(what: str, name: str, valid: Iterable[str]) -> None:
    names = list(valid)
    if name not in names:
        raise refusal(
            UsageError,
            Message(
                "drawn-no-name", {"noun": Message("run-noun", {"noun": what}), "name": repr(name)}
            ),
            hint=nearest(name, names),
        )


def _draw(values: NDArray[np.float64], axis: Axis, figure: str, title: str, axes: Axes) -> None:
    import seaborn as sns
    from matplotlib.colors import ListedColormap

    name, low, high = SCALES[figure]
    n = len(axis.full)
    steps = np.array([[step(float(v), low, high) for v in row] for row in values], dtype=float)
    sns.heatmap(
        np.where(steps < 0, np.nan, steps),
        ax=axes,
        vmin=-0.5,
        vmax=STEPS + 0.5,
        cmap=ListedColormap(list(scale(name))),
        square=True,
        linewidths=0.3,
        linecolor="#fdfdfc",
        xticklabels=[_plain(label) for label in axis.full],
        yticklabels=[_plain(label) for label in axis.full],
        cbar_kws={"shrink": 0.6, "ticks": [0, STEPS / 2, STEPS]},
    )
    _write_cells(axes, values, figure, n)
    bar = axes.collections[-1].colorbar
    assert bar is not None
    bar.set_ticklabels([wording_of().numbers.plain(low + k * (high - low)) for k in (0, 0.5, 1)])
    axes.set_title(_plain(title), loc="left", fontsize=10, fontweight="bold")
    axes.tick_params(labelsize=8, length=0)
    for ticks in (axes.get_xticklabels(), axes.get_yticklabels()):
        ticks[axis.standard].set_fontweight("bold")


def _plain(text: str) -> str:
    # Matplotlib reads a pair of dollar signs as mathematics.
    return text.replace("$", r"\$")


def _write_cells(axes: Axes, values: NDArray[np.float64], figure: str, n: int) -> None:
    name, low, high = SCALES[figure]
    numbers = wording_of().numbers
    printers = {"fnmr": numbers.points, "log10_fmr": numbers.decimal}
    print_number = printers.get(figure, numbers.unit)
    for i in range(n):
        for j in range(n):
            k = step(float(values[i, j]), low, high)
            if k >= 0:
                text = print_number(float(values[i, j]))
                ink = ink_on(scale(name)[k])
                axes.text(j + 0.5, i + 0.5, text, ha="center", va="center", fontsize=7, color=ink)
