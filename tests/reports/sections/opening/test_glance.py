"""Models by factors at a glance: the figures of the summary."""

import pytest


@pytest.mark.parametrize("name", ["five", "one_person"])
def test_the_grid_holds_the_worst_level_of_every_model_and_factor(document_of, name: str) -> None:
    document = document_of(name)
    glance, summary = document.data("opening").glance, document.data("summary")
    assert [key for key, *_ in glance.factors] == [row.key for row in summary.rows]
    assert [model for model, _, _ in glance.rows] == [model.short for model in document.models]
    for k, (_, _, cells) in enumerate(glance.rows):
        for cell, row in zip(cells, summary.rows, strict=True):
            worst = row.worst[k]
            assert (cell.text, cell.level, cell.step) == (
                worst.figure.text,
                worst.level,
                worst.step,
            )


def test_an_interval_stands_beside_the_figure_as_in_the_sentence(document_of) -> None:
    document = document_of("five")
    spans = [
        (cell.span, row.worst[k].limits)
        for k, (_, _, cells) in enumerate(document.data("opening").glance.rows)
        for cell, row in zip(cells, document.data("summary").rows, strict=True)
    ]
    assert any(span for span, _ in spans)
    assert all(span in limits for span, limits in spans if limits)


def test_misses_where_a_fall_is_wanted_have_a_colour_of_their_own(document_of) -> None:
    glance = document_of("five").data("opening").glance
    scales = {key: scale for key, _, _, scale in glance.factors}
    assert scales.pop("clothing") == "wanted"
    assert set(scales.values()) == {"missed"}
    assert {ramp.scale: ramp.high for ramp in glance.ramps} == {
        "missed": "all missed",
        "wanted": "all missed: wanted here",
    }
