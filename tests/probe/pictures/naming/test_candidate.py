"""What a candidate says of every picture, and what speaks for it."""

from probe.pictures.naming.candidate import NOBODY, Candidate
from probe.pictures.naming.columns import splits_of
from probe.pictures.naming.evidence import evidence_of
from probe.pictures.naming.words import known_words

PATHS = [
    f"{s}/{c}/{v} {t}.jpg"
    for s in ("anna", "ben")
    for c in ("coat", "suit")
    for v in ("front", "back")
    for t in (1, 2)
]


def candidate(paths, person, *chosen, columns):
    split = next(s for s in splits_of(paths) if len(s.columns) == columns)
    evidence = [evidence_of(column, len(paths), known_words()) for column in split.columns]
    return Candidate(split, evidence, person, chosen, len(paths))


def test_fields_pattern_and_repeats():
    one = candidate(PATHS, 0, 2, columns=4)
    assert one.pattern == "{subject}/{clothing}/{level} {take}.jpg"
    assert (one.repeat, one.reads) == (("clothing",), True)
    assert one.fields_at(0) == {
        "subject": "anna",
        "clothing": "coat",
        "level": "front",
        "take": "1",
    }
    assert one.doubtful, "clothing varies within a condition"
    both = candidate(PATHS, 0, 1, 2, columns=4)
    assert both.pattern == "{subject}/{clothing}/{orientation} {take}.jpg"
    assert not both.doubtful
    assert both.points > one.points


def test_the_share_of_combinations():
    assert candidate(PATHS, 0, 1, 2, columns=4).share_crossed == 1
    assert candidate(PATHS[:12], 0, 1, 2, columns=4).share_crossed == 6 / 8
    assert candidate(PATHS, NOBODY, 1, columns=4).share_crossed == 1


def test_equal_meanings_of_other_names():
    assert candidate(PATHS, 0, 2, columns=4).meaning != candidate(PATHS, 0, 1, columns=4).meaning
    renamed = [path.replace("anna", "x").replace("front", "left") for path in PATHS]
    assert candidate(PATHS, 0, 2, columns=4).meaning == candidate(renamed, 0, 2, columns=4).meaning


def test_a_pattern_that_reads_otherwise_is_none():
    """`anna_maria` and `ben`: the shortest first field would be `anna` alone."""
    paths = [f"{s}_{v}.jpg" for s in ("an_na", "be_n") for v in ("front", "back")]
    assert candidate(paths, 0, 2, columns=3).pattern == "{subject}_{take}_{level}.jpg"
    odd = [f"{s}{{{v}.jpg" for s in ("a", "b") for v in ("front", "back")]
    split = [s for s in splits_of(odd) if len(s.columns) == 1]
    assert split, "a brace parts nothing"
