"""What a column may mean: by units, letters, words, dates and how many values it has."""

import pytest

from probe.pictures.naming.columns import Column
from probe.pictures.naming.evidence import evidence_of, strays_of
from probe.pictures.naming.words import known_words


def shown(values, pictures=100, **column):
    return evidence_of(Column(tuple(values), **column), pictures, known_words())


@pytest.mark.parametrize(
    ("values", "column", "factor", "keys"),
    [
        (("0", "045"), {"after": "deg"}, "orientation", {"0": "0", "045": "45"}),
        (("3m", "4,5 m"), {}, "distance", {"3m": "3", "4,5 m": "4.5"}),
        (("１２０", "250"), {"after": "ｃｍ"}, "camera_height", {"１２０": "120", "250": "250"}),
        (("1", "2"), {"before": "o"}, "orientation", {"1": "1", "2": "2"}),
        (("front1", "Back 2"), {}, "orientation", {"front1": "front", "Back 2": "Back"}),
        (
            ("Coat", "coat", "suit"),
            {},
            "clothing",
            {"Coat": "coat", "coat": "coat", "suit": "suit"},
        ),
    ],
)
def test_signs_of_a_factor(values, column, factor, keys):
    evidence = shown(values, **column)
    assert evidence.strong
    assert (evidence.factor, dict(evidence.keys)) == (factor, keys)
    assert evidence.level > evidence.person


def test_degrees_without_a_sign_are_likely_and_not_certain():
    evidence = shown(("0", "90", "180"))
    assert (evidence.factor, evidence.strong) == ("orientation", False)
    assert shown(("1", "2", "3")).factor == "level"
    assert shown(("0", "15", "30")).factor == "level", "none is 90 or more"


def test_dates_are_days():
    assert shown(("20240131", "2024-02-01")).factor == "day"
    assert shown(("20241331", "20240201")).factor == "level"


def test_a_number_of_every_picture_is_a_take():
    evidence = shown([str(k) for k in range(100)])
    assert evidence.take > 0 > max(evidence.person, evidence.level)


def test_folders_are_people_rather_than_file_names():
    names = ("anna", "ben", "carla")
    assert shown(names, folder=True, whole=True).person > shown(names).person > 0


def test_letters_before_a_column():
    assert shown(("1", "2"), before="p").person > 3
    assert shown(("1", "2"), before="cam").factor == "camera"
    assert shown(("1", "2"), before="IMG").take > 3


def test_strays_are_the_few_that_no_word_explains():
    def strays(*values):
        return strays_of(Column(values), known_words())

    known = ("front", "Back2") * 10
    assert strays(*known, "kaputt") == ("kaputt",)
    assert strays(*known) == ()
    assert strays(*known, "kaputt", "defekt") == (), "more than one picture in twenty"
    assert strays(*["front"] * 30, "kaputt") == (), "one level is none"
