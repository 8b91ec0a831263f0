"""Words mean the same in every case, width and language; a list of one's own comes first."""

import pytest

from probe.errors import ProbeError
from probe.pictures.naming.words import folded, known_words


@pytest.mark.parametrize(
    ("text", "factor", "level"),
    [
        ("Front", "orientation", "front"),
        ("BACK_LEFT", "orientation", "back-left"),
        ("後ろ", "orientation", "back"),
        ("左斜め前", "orientation", "front-left"),
        ("背面", "orientation", "back"),
        ("Rückseite", "orientation", "back"),
        ("ｆｒｏｎｔ", "orientation", "front"),
        ("リュックあり", "carrying", "backpack"),
        ("ohne Rucksack", "carrying", "nothing"),
        ("Warnweste", "clothing", "vest"),
        ("走廊", "background", "corridor"),
        ("遠い", "distance", "far"),
    ],
)
def test_words_of_four_languages(text, factor, level):
    meaning = known_words().meaning(text, factor)
    assert meaning is not None
    assert meaning.level == level


def test_no_word_stands_for_two_levels_of_a_factor():
    for word, meanings in known_words().meanings.items():
        factors = [meaning.factor for meaning in meanings]
        assert len(factors) == len(set(factors)), (word, meanings)


def test_the_first_level_of_a_factor_ranks_first():
    words = known_words()
    assert words.meaning("vorne", "orientation").rank == 0
    assert words.meaning("手ぶら", "carrying").rank == 0


def test_folding():
    assert folded("Front - Left") == folded("ＦＲＯＮＴ＿left") == "frontleft"
    assert folded("straße") == folded("STRASSE")


def test_a_list_of_ones_own(tmp_path):
    path = tmp_path / "mine.yaml"
    text = 'headwear:\n  none: [bare]\n  hat: [hat, "帽子"]\nclothing:\n  back: [back]\n'
    path.write_text(text, "utf-8")
    words = known_words().with_words(path)
    assert words.meaning("帽子", "headwear").level == "hat"
    assert words.factors("back") == ("clothing", "orientation")
    assert words.meaning("front", "orientation").level == "front"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- front\n", "listed by factor and level"),
        ("Orientation:\n  front: [f]\n", "no name of a factor"),
        ("orientation:\n  front: f\n", "mine.yaml:2.*no list of texts"),
        ("orientation:\n  front: [1]\n", "no list of texts"),
        ("orientation: 3\n", "listed by factor and level"),
        ("orientation: {front: [a", "mine.yaml"),
    ],
)
def test_lists_that_are_none(tmp_path, text, told):
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ProbeError, match=told):
        known_words().with_words(path)
