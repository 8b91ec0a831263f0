from probe.protocol.levels_together import together


def test_a_single_label_stands_as_it_is():
    assert together(["180°"], "en") == "180°"
    assert together([], "ja") == ""


def test_labels_are_set_as_the_language_does():
    assert together(["180°", "with backpack"], "en") == "180°, with backpack"
    assert together(["180°", "リュックあり"], "ja") == "180°・リュックあり"


def test_a_language_without_words_has_the_english_sign():
    assert together(["180°", "mit Rucksack"], "xx") == "180°, mit Rucksack"
