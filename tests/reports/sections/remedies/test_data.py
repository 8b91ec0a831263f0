"""What helps: the stored remedies, as printed."""

import pytest

from probe.reports.sections.remedies.data import build, to_json


def test_remedies_are_the_stored_ones(run, told):
    from probe.wording.numbers import Numbers

    unit = Numbers().unit

    chapter = told["chapters"][0]
    assert [each["model"] for each in chapter["remedies"]] == run.backbones
    for each, backbone in zip(chapter["remedies"], run.backbones, strict=True):
        stored = run.remedies(backbone, "wall")["rungs"]
        assert [rung["figures"][0] for rung in each["rungs"]] == [
            unit(rung["retention"]) for rung in stored
        ]
        assert each["rungs"][0]["name"] == "nothing"


def test_every_rung_is_printed_with_its_change_its_misses_and_its_price(run, chapter) -> None:
    printer = chapter.source.printer
    for ladder in build(chapter):
        stored = run.remedies(run.backbones[ladder.model], "wall")
        assert ladder.level == chapter.axis.full[stored["condition"]]
        assert ladder.sentence == printer.note(stored["recommendation"])
        for rung, row in zip(ladder.rungs, stored["rungs"], strict=True):
            change, low, high = row["retention_change"] or (None, None, None)
            assert rung.figures == (
                printer.unit(row["retention"]),
                printer.change_in_units(change),
                printer.percent(row["fnmr"]),
                printer.percent(row["passing"]),
                printer.decimal(row["milliseconds"]),
            )
            ends = [printer.end_in_units(end) for end in (low, high)]
            assert rung.interval == ("" if low is None else printer.span(*ends))
            assert rung.note == printer.note(row["note"])


def test_what_could_not_be_tried_says_why(chapter) -> None:
    (stripes, _) = build(chapter)
    (mask,) = [rung for rung in stripes.rungs if rung.name == "background removed"]
    assert mask.figures == ("–",) * 5
    assert mask.note == "not every picture has a mask"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("mask", "background removed"),
        ("mask + views-3", "all of these together"),
        ("theirs", "theirs"),
    ],
)
def test_remedies_of_older_runs_are_called_by_their_names(
    run, chapter, monkeypatch, name, printed
) -> None:
    stored = run.remedies("stripes", "wall")
    later = {"label", "passing"}
    rung = {key: value for key, value in stored["rungs"][1].items() if key not in later}
    older = {
        **stored,
        "recommendation": f"{name}: it helps",
        "rungs": [{**rung, "name": name, "note": ""}],
    }
    monkeypatch.setattr(run, "remedies", lambda *_: older)
    ladder, _ = build(chapter)
    assert ladder.rungs[0].name == printed
    assert ladder.rungs[0].figures[3] == "–"
    assert ladder.sentence.lower() == f"{printed}: it helps"


def test_a_run_without_remedies_has_none(chapter, run, monkeypatch) -> None:
    monkeypatch.setattr(run, "remedies", lambda *_: None)
    assert build(chapter) is None
    assert to_json(None, ()) == {"remedies": []}


def test_where_the_standard_condition_fails_no_remedy_is_held_against_it(failing_chapter) -> None:
    for ladder in build(failing_chapter):
        assert ladder.sentence.startswith("No remedy is recommended: in the standard condition")
        assert {rung.figures[:2] for rung in ladder.rungs} == {("–", "–")}
        assert {rung.interval for rung in ladder.rungs} == {""}
        assert any(rung.figures[2] != "–" for rung in ladder.rungs)
