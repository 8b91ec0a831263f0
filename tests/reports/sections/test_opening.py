"""The opening: headline, deck, and three pictures of who was enrolled and who was met."""

from probe.reports.document import build


def test_the_pictures_are_the_enrolled_the_same_person_and_someone_else(run_of) -> None:
    document = build(run_of("five"))
    heroes = document.data("opening").hero
    assert [hero.head for hero in heroes] == ["Enrolled", "Same person", "Someone else"]
    assert len({hero.picture for hero in heroes}) == 3
    assert all(hero.picture in document.pictures for hero in heroes)


def test_the_headline_is_that_of_the_run(run_of) -> None:
    document = build(run_of("one_model"))
    assert document.data("opening").headline == document.headline
    assert document.data("opening").deck.startswith("8 people, 11 conditions, 1 model.")


def test_without_pictures_there_is_no_row_of_them(run_of) -> None:
    assert build(run_of("single_picture")).data("opening").hero == ()
