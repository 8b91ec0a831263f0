"""Sizes that the page and the paper share."""

from probe.reports.album import Picture
from probe.reports.layout import NO_PICTURES, frame_of, plots_in_row


def picture(width: int, height: int) -> Picture:
    return Picture("p", width, height, b"")


def test_the_frame_is_the_median_shape_within_bounds() -> None:
    assert frame_of([picture(100, 200), picture(100, 250), picture(100, 290)]) == 250
    assert frame_of([picture(100, 900)]) == 300
    assert frame_of([picture(900, 100)]) == 100
    assert frame_of([]) == NO_PICTURES


def test_fewer_plots_stand_in_a_row_where_labels_are_long() -> None:
    assert plots_in_row(2) == 2
    assert plots_in_row(9) == 4
    assert plots_in_row(9, upright=True) == 3
