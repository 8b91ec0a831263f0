"""Heat maps: contours part printed values, and stand only where colour tells little."""

from probe.reports.axis import Axis, Block
from probe.reports.figure import Figure
from probe.reports.matrix import cell_text, contour_of, matrix_of
from probe.wording.numbers import Numbers


def test_contours_only_where_colour_tells_little() -> None:
    assert contour_of([0.9, 0.97]) == 0.05
    assert contour_of([0.2, 0.97]) == 0
    assert contour_of([None]) == 0


def test_contours_part_different_bands_only(document_of) -> None:
    for chapter in document_of("five").chapters:
        for group in chapter.data("matrices").groups:
            for matrix in group.matrices:
                for texts, marks in zip(matrix.texts, matrix.right, strict=True):
                    for k in range(len(texts) - 1):
                        assert not (marks[k] and texts[k] == texts[k + 1])


def test_a_contour_separates_printed_values() -> None:
    """0.145 is a binary fraction just below the tie that it prints as."""
    axis = Axis(("a", "b"), ("a", "b"), ("a", "b"), (Block("", 0, 2),), 0, upright=False)
    figures = {(0, 0): 0.145, (0, 1): 0.15, (1, 1): 0.144}
    printed = {place: Figure(Numbers().unit(value), value) for place, value in figures.items()}
    matrix = matrix_of("mean", printed, axis, (0, 1), contour=0.05)
    assert matrix.texts == ((".15", ".15"), (".15", ".14"))
    assert matrix.right == ((False, False), (True, False))
    assert matrix.below == ((False, True), (False, False))


def test_narrow_cells_have_no_leading_zero_in_any_language() -> None:
    printed = ["0.87", ">0.99", "−0.02", "+0.10", "1.00", "10.5", "–"]
    figures = [Figure(text, 0.5) for text in printed]
    assert [cell_text("mean", figure) for figure in figures] == printed
    dense = [cell_text("mean", figure, dense=True) for figure in figures]
    assert dense == [".87", ">.99", "−.02", "+.10", "1.00", "10.5", "–"]


def test_a_cell_of_misses_has_no_per_cent_sign_in_any_language() -> None:
    for text, printed in (("15\u00a0%", "15"), ("15%", "15"), ("<\u00a01%", "<1")):
        assert cell_text("fnmr", Figure(text, 0.15)) == printed
