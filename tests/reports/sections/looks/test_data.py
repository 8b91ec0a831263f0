"""Where the models look: the maps of a chapter in a variant, in JSON and on the page."""

import time

from probe.reports.sections.looks.data import build, looks_in, looks_json, points_script


def test_a_variant_has_its_maps_under_its_own_heading(chapter):
    plain, masked = build(chapter), looks_in(chapter, "files")
    assert [look.model for look in plain.models] == [look.model for look in masked.models] == [0, 1]
    assert (plain.variant, masked.variant) == ("unmasked", "files")
    assert "files" in masked.head
    assert plain.head != masked.head
    assert plain.caption != masked.caption


def test_a_chapter_without_maps_has_none(chapter, run, monkeypatch):
    monkeypatch.setattr(run, "evidence", lambda *_: [])
    assert build(chapter) is None


def test_json_has_everything_said_of_the_maps_and_no_picture(chapter, run):
    looks = build(chapter)
    stored = looks_json(looks, run.backbones)
    assert [model["model"] for model in stored["models"]] == run.backbones
    for look, model in zip(looks.models, stored["models"], strict=True):
        assert (model["sentence"], model["change"], model["test"]) == (
            look.sentence,
            look.change,
            look.test,
        )
        assert model["facts"] == [list(fact) for fact in look.facts]
        assert model["level"] == look.level.label
        assert model["further_changes"] == [level.change for level in look.further]
        assert not {"mean", "points"} & set(model)


def test_the_page_gets_points_of_the_models_that_can_tell_them(chapter):
    variants = (build(chapter), looks_in(chapter, "files"))
    points = points_script(variants)["points"]
    assert [(each["variant"], each["model"]) for each in points] == [("unmasked", 1), ("files", 1)]
    assert points[0]["data"] == variants[0].models[1].points.data


def test_a_place_shows_where_the_other_answers(files, browser):
    browser.problems.clear()
    browser.open(files["html"], 1280)
    first = "document.querySelectorAll('.seen svg[data-place]')[0]"
    other = "document.querySelectorAll('.seen svg[data-place]')[1]"
    browser.js(f"{first}.focus()")
    browser.press("Enter")
    time.sleep(0.1)
    assert browser.js(f"{first}.querySelectorAll('rect.mark').length") == 2
    assert browser.js(f"{other}.querySelectorAll('rect').length") > 0
    row = browser.js(f"+{first}.dataset.row")
    browser.press("ArrowDown")
    assert browser.js(f"+{first}.dataset.row") == row + 1
    browser.press("Escape")
    assert browser.js("document.querySelectorAll('.seen rect').length") == 0
    assert browser.problems == []
