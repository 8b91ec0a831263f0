"""Which model: paired differences, or nothing where there is one model."""

from probe.reports.document import build


def test_one_model_is_compared_with_none(run_of) -> None:
    assert build(run_of("one_model")).data("versus") is None


def test_differences_are_the_stored_ones_over_all_levels(run) -> None:
    versus = build(run).data("versus")
    (row,) = versus.rows
    stored = run.differences[
        (run.differences["variant"] == "unmasked") & (run.differences["condition"] == "")
    ].set_index("figure")
    for figure, name in zip(row.figures, ("retention", "fnmr"), strict=True):
        assert figure.differs == bool(stored.loc[name, "differs"])
    value = stored.loc["retention", "difference"]
    assert float(row.figures[0].text.replace("−", "-")) == round(value, 2) or abs(value) < 0.005
