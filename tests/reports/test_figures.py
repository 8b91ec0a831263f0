"""Heat maps as Matplotlib figures."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from probe.errors import UsageError
from probe.reports import figures
from probe.reports.colours import scale, step
from probe.reports.source import Source
from probe.wording.numbers import Numbers


def test_heatmap_is_drawn_in_the_report_s_colours(run_of) -> None:
    run = run_of("five")
    figure = figures.heatmap(run, run.backbones[0], "distance")
    axes = figure.axes[0]
    values = run.matrix(run.backbones[0], "distance")
    axes.collections[0].update_scalarmappable()
    drawn = axes.collections[0].get_facecolors()
    for k, value in enumerate(values.ravel()):
        wanted = scale("similarity")[step(value)]
        rgb = [int(wanted[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        assert np.abs(drawn[k][:3] - rgb).max() < 1e-6
    assert [t.get_text() for t in axes.texts] == [Numbers().unit(v) for v in values.ravel()]
    assert axes.get_yticklabels()[1].get_fontweight() == "bold"


@pytest.mark.parametrize("figure", ["retention", "fnmr", "log10_fmr"])
def test_other_figures_draw_too(run_of, figure: str, tmp_path) -> None:
    run = run_of("hostile")
    drawn = figures.heatmap(run, run.backbones[1], "hostile", figure)
    drawn.savefig(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").stat().st_size > 1000


def test_unknown_names_are_refused_with_the_nearest(run_of) -> None:
    run = run_of("five")
    with pytest.raises(UsageError, match="distance"):
        figures.heatmap(run, run.backbones[0], "distanse")
    with pytest.raises(UsageError, match="mated cells"):
        figures.heatmap(run, run.backbones[0], "distance", "retention", kind="at_large")
    with pytest.raises(UsageError, match="no retention"):
        figures.heatmap(run_of("one_person"), run.backbones[0], "distance", "retention")


def test_heat_maps_stand_side_by_side_in_axes_that_are_given(run_of) -> None:
    run = run_of("five")
    whole = Figure()
    axes = whole.subplots(1, 2)
    for ax, name in zip(axes, ("mean", "retention"), strict=True):
        assert figures.heatmap(run, run.backbones[0], "distance", name, ax=ax) is whole
        values = run.matrix(run.backbones[0], "distance", name)
        assert len(ax.texts) == np.isfinite(values).sum()
    assert len(whole.axes) == 4, "two maps, each with its scale"
    for several in (axes, whole):
        with pytest.raises(UsageError, match=r"axes of matplotlib(.|\n)*axes\[0\]"):
            figures.heatmap(run, run.backbones[0], "distance", ax=several)


def test_retention_is_not_drawn_where_the_standard_condition_fails(run_of, monkeypatch) -> None:
    run = run_of("one_model")
    monkeypatch.setattr(Source, "failing", lambda *_: 0.4)
    with pytest.raises(UsageError, match="in the standard condition itself 40\u00a0% of pairs"):
        figures.heatmap(run, run.backbones[0], "distance", "retention")
    assert figures.heatmap(run, run.backbones[0], "distance", "fnmr")
