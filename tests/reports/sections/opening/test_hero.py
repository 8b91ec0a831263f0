"""The pictures beside the headline: who was enrolled, who was met, and what the models said."""

import pytest

from probe.reports.sections.opening import hero
from probe.reports.sections.opening.hero import hero_of
from probe.reports.source import Source
from probe.reports.study import study_of


def test_the_pictures_are_the_enrolled_the_same_person_and_someone_else(document_of) -> None:
    document = document_of("five")
    heroes = document.data("opening").hero
    assert [hero.head for hero in heroes] == [
        "Enrolled",
        "Same person, worst case",
        "Someone else",
    ]
    assert len({hero.picture for hero in heroes}) == 3
    assert all(hero.picture in document.pictures for hero in heroes)


def test_the_standard_condition_is_no_worst_case(run, monkeypatch) -> None:
    """Where it fails itself, the headline and its picture tell of it: most levels miss more."""
    study = study_of(Source(run))
    (chapter,) = study.chapters
    standard = hero.WorstCase(chapter, chapter.axis.standard, 0)
    monkeypatch.setattr(hero, "_of_headline", lambda _: standard)
    assert hero_of(study)[1].head == "Same person, before anything changes"


def test_where_a_fall_is_wanted_a_missed_pair_is_no_fault(run_of, monkeypatch) -> None:
    study = study_of(Source(run_of("five")))
    wanted = next(chapter for chapter in study.chapters if chapter.fall_wanted)
    changed = next(k for k in range(len(wanted.axis.full)) if k != wanted.axis.standard)
    places = [hero.WorstCase(wanted, at, 0) for at in (changed, wanted.axis.standard)]
    made = {}
    for place in places:
        monkeypatch.setattr(hero, "_of_headline", lambda _, place=place: place)
        monkeypatch.setattr(hero, "_missing", lambda source, scores: list(source.run.backbones))
        made[place.other] = hero_of(study)[1]
    assert made[changed].head == "Same person, most changed"
    assert "of such pairs are missed" in made[changed].text
    assert not made[changed].bad
    assert made[wanted.axis.standard].bad


def test_without_pictures_there_is_no_row_of_them(document_of) -> None:
    assert document_of("single_picture").data("opening").hero == ()


@pytest.mark.parametrize("name", ["five", "one_model"])
def test_the_pair_is_of_the_cell_that_the_headline_tells_of(run_of, name) -> None:
    run = run_of(name)
    study = study_of(Source(run))
    headline = next(finding for finding in run.findings if finding.key == "headline")
    chapters = {chapter.key: chapter for chapter in study.chapters}
    told = [
        (chapters[cell["protocol"]], run.backbones.index(cell["backbone"]), cell["i"], cell["j"])
        for cell in headline.cells
        if cell["figure"] == "fnmr"
    ]
    assert told
    chapter, model, i, j = max(told, key=lambda cell: cell[0].cell(*cell[1:]).fnmr.value)
    _, same, _ = hero_of(study)
    assert same.text.startswith(f"{chapter.axis.full[i]}: ")
    share = chapter.cell(model, i, j).fnmr.text
    assert share.removesuffix("\u00a0%") in same.text.partition(" of such pairs are missed")[0]
    assert same.bad == (chapter.cell(model, i, j).fnmr.value > 0)


def test_the_scores_are_those_of_the_two_pictures(run) -> None:
    source = Source(run)
    study = study_of(source)
    worst = hero._of_headline(study) or hero._costliest(study.chapters)
    pair = hero._pair_of(source, worst, study.subject)
    pairs = run.pairs[run.pairs["variant"] == "unmasked"]
    ends = {pair.standard, pair.other}
    both = pairs[pairs["image_a"].isin(ends) & pairs["image_b"].isin(ends)]
    scores = both.set_index("backbone")["score"]
    assert pair.scores == tuple(float(scores[name]) for name in run.backbones)
    conditions = run.images.set_index("image_id")["condition"]
    assert conditions[pair.standard] == worst.chapter.axis.standard
    assert conditions[pair.other] == worst.other
    printed = [source.printer.unit(score) for score in pair.scores]
    assert f"scores {printed[0]} and {printed[1]}" in hero_of(study)[1].text


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
