"""The pictures beside the headline: who was enrolled, who was met, and what the models said."""

from probe.reports.cells import against_standard
from probe.reports.document import build
from probe.reports.sections.opening import hero
from probe.reports.sections.opening.hero import hero_of
from probe.reports.source import Source
from probe.reports.study import study_of


def test_the_pictures_are_the_enrolled_the_same_person_and_someone_else(run_of) -> None:
    document = build(run_of("five"))
    heroes = document.data("opening").hero
    assert [hero.head for hero in heroes] == ["Enrolled", "Same person", "Someone else"]
    assert len({hero.picture for hero in heroes}) == 3
    assert all(hero.picture in document.pictures for hero in heroes)


def test_without_pictures_there_is_no_row_of_them(run_of) -> None:
    assert build(run_of("single_picture")).data("opening").hero == ()


def test_the_same_person_is_shown_where_most_is_lost_with_the_score_of_these_two(run) -> None:
    study = study_of(Source(run))
    (chapter,) = study.chapters
    _, same, _ = hero_of(study)
    against = against_standard(chapter.cells[0], 0, with_standard=False)
    worst = min(against, key=lambda cell: cell.retention.value)
    level = chapter.axis.full[max(worst.i, worst.j)]
    firsts = [chapter.shown.subject[k][0] for k in (0, max(worst.i, worst.j))]
    pairs = run.pairs[run.pairs["image_a"].isin(firsts) & run.pairs["image_b"].isin(firsts)]
    scores = pairs[pairs["variant"] == "unmasked"].set_index("backbone")["score"]
    printed = [chapter.source.printer.unit(float(scores[name])) for name in run.backbones]
    assert same.text.startswith(f"{level}: scores {printed[0]} and {printed[1]}")


def test_a_model_to_which_they_are_two_people_is_named(run) -> None:
    source = Source(run)
    _, same, _ = hero_of(study_of(source))
    assert same.bad
    assert "a stranger to mapped" in same.text
    assert "stripes" not in same.text


def test_of_many_models_the_range_of_thresholds_is_said(run, monkeypatch) -> None:
    monkeypatch.setattr(hero, "FEW", 1)
    source = Source(run)
    enrolled, *_ = hero_of(study_of(source))
    unit, cuts = source.printer.unit, [source.cut(name) for name in run.backbones]
    assert f"{unit(min(cuts))} to\u00a0{unit(max(cuts))}" in enrolled.text
