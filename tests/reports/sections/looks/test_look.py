"""One model on one pair of pictures: which pair, on which scale, beside which other levels."""

from dataclasses import replace

import numpy as np
import pytest

from probe.reports.sections.looks import look as module
from probe.reports.sections.looks.look import look_of

MAPPED = 1


def evidence_of(run, variant="unmasked"):
    records = run.evidence("mapped", "wall", variant)
    return {record["condition"]: record for record in records}


def test_the_level_is_that_of_the_survey_beside_the_standard(run, chapter):
    look = look_of(chapter, chapter.source, MAPPED)
    shown = run.looks("mapped", "wall")["shown"]
    assert look.level.label == chapter.axis.full[shown]
    assert look.standard.label == chapter.axis.full[chapter.axis.standard]
    others = [k for k in range(3) if k not in (shown, chapter.axis.standard)]
    assert [level.seen.label.split(":")[0] for level in look.further] == [
        chapter.axis.full[k] for k in others
    ]


def test_maps_that_stand_together_have_one_scale(run, chapter):
    look, records = look_of(chapter, chapter.source, MAPPED), evidence_of(run)
    shown = run.looks("mapped", "wall")["shown"]
    first = [records[k]["first"][0] for k in records if k != chapter.axis.standard]
    strongest = max(float(one.max()) for one in (records[shown]["second"][0], *first))
    printed = chapter.words.numbers.unit(strongest, 3)
    assert dict(look.facts)["brightest place adds"] == printed


def test_the_change_of_the_mean_map_is_scaled_to_its_strongest_place(run, chapter):
    look, records = look_of(chapter, chapter.source, MAPPED), evidence_of(run)
    shown = run.looks("mapped", "wall")["shown"]
    change = records[shown]["mean"].astype(float) - records[chapter.axis.standard]["mean"]
    assert look.mean_top == chapter.words.numbers.unit(float(np.abs(change).max()), 4)
    assert look.mean_top in look.mean_text
    assert "box of the person" in look.laid


def test_many_levels_and_masked_variants_show_the_pair_alone(chapter, monkeypatch):
    masked = replace(chapter.source, variant="files")
    assert look_of(chapter, masked, MAPPED).further == ()
    monkeypatch.setattr(module, "FEW_LEVELS", 0)
    assert look_of(chapter, chapter.source, MAPPED).further == ()


@pytest.mark.parametrize("stored", [{}, {"shown": 7}])
def test_without_maps_of_the_level_there_is_none(run, chapter, monkeypatch, stored):
    monkeypatch.setattr(run, "looks", lambda *_: stored)
    assert look_of(chapter, chapter.source, MAPPED) is None
