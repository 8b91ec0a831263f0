"""What evidence maps say: shares of regions, what a change is charged to, tests of the maps."""

import numpy as np
import pytest

from probe.reports.sections.looks.sentences import change_of, facts_of, sentence_of, trial_of

PLANTED = {
    "kind": "exact",
    "condition": 1,
    "cosine": [0.5, 0.7],
    "first": [np.full((2, 2), 0.1)],
    "constant_first": [0.1],
    "additivity_error": [3e-8, 2e-7],
    "changes": [],
}
SHARES = {"head": 0.1, "body": 0.5, "background": 0.1, "border": 0.1, "constant": 9.0}


def sentence(chapter, **shares):
    return sentence_of(chapter.source, "mapped", {**PLANTED, "shares": {**SHARES, **shares}})


def test_shares_are_of_what_lies_in_regions_the_border_with_the_background(chapter):
    text = sentence(chapter)
    assert "75\u00a0%" in text  # 0.6 of 0.8 on the person; the constant belongs to no place
    assert "25\u00a0%" in text
    assert "2 people" in text
    assert "63\u00a0%" in text  # of the body alone
    assert "13\u00a0%" in text  # of the head


def test_what_is_carried_is_named_from_its_share_on(chapter):
    assert "carried" not in sentence(chapter, carried=0.001)
    assert "carried" in sentence(chapter, carried=0.2)


def test_no_share_is_stated_of_regions_that_speak_against_each_other(chapter):
    assert "no share is stated" in sentence(chapter, body=-0.5)
    assert "no share is stated" in sentence(chapter, head=0, body=0, background=0, border=0.001)
    unmasked = sentence_of(chapter.source, "mapped", {**PLANTED, "shares": None})
    assert unmasked not in (sentence(chapter), "")


def change(chapter, *parts, after, condition=1):
    names = ["person", "background", "carried"][: len(parts)]
    record = {"names": names, "parts": list(parts), "before": 0.9, "after": after}
    return change_of(
        chapter.source, chapter.axis, {**PLANTED, "condition": condition, "changes": [record]}
    )


def test_a_change_is_charged_to_the_regions_that_made_it(chapter):
    text = change(chapter, -0.1, -0.3, after=0.5)
    assert "goes from .90 to .50" in text
    assert "75\u00a0%" in text
    assert "background" in text
    assert "−.300" in text
    assert "−.100" in text


def test_one_region_may_be_charged_with_all_of_it_or_more(chapter):
    assert "The whole change is charged to the background: −.400" in change(
        chapter, 0.0, -0.4, after=0.5
    )
    beyond = change(chapter, 0.2, -0.6, after=0.5)
    assert "−.600" in beyond
    assert "+.200" in beyond


def test_trifles_are_not_named_and_hardly_a_change_is_not_shared_out(chapter):
    assert "carried" not in change(chapter, -0.1, -0.3, -0.005, after=0.495)
    text = change(chapter, -0.002, -0.001, after=0.897)
    assert "−.002" not in text
    assert text


def test_the_standard_condition_has_not_changed(chapter):
    assert change(chapter, -0.1, -0.3, after=0.5, condition=chapter.axis.standard) == ""
    assert change_of(chapter.source, chapter.axis, PLANTED) == ""


def facts(chapter, before=None, survey=None, **changes):
    evidence = {**PLANTED, "shares": SHARES, **changes}
    return dict(facts_of(chapter.source, evidence, before, {"top": 0.25, **(survey or {})}))


def test_facts_add_up_to_the_cosine_where_maps_are_exact(chapter):
    printed = facts(chapter)
    assert (printed["Cosine"], printed["from the map"]) == (".50", ".40")
    assert printed["belongs to no place"] == ".10"
    assert printed["brightest place adds"] == ".250"
    assert printed["error of the sum"] == "<\u00a010⁻⁶"


def test_occlusion_need_not_add_up(chapter):
    printed = facts(chapter, kind="occlusion")
    assert "from the map" not in printed
    assert "10⁻" not in printed["error of the sum"]


def test_the_backgrounds_part_of_the_change_is_against_the_standard(chapter):
    before = {**PLANTED, "shares": {**SHARES, "background": 0.3}}
    (leaky,) = [text for name, text in facts(chapter, before).items() if "by the maps" in name]
    assert leaky == "−.200"


def test_reliance_is_printed_with_its_interval(chapter):
    index = {"estimate": 0.25, "low": 0.1, "high": 0.4}
    printed = facts(chapter, survey={"reliance": {"index": index}})
    assert ".25 (.10 to\u00a0.40)" in printed.values()


def test_how_maps_stood_the_test_has_every_figure_of_it(chapter):
    figures = {"deletion": 0.11, "deletion_random": 0.22, "insertion": 0.33}
    test = {"pairs": 3, **figures, "insertion_random": 0.44}
    text = trial_of(chapter.source, {"faithfulness": test})
    assert all(figure in text for figure in ("3 pairs", ".11", ".22", ".33", ".44"))
    scrambled = trial_of(chapter.source, {"faithfulness": {**test, "scrambled": 0.07}})
    assert scrambled.startswith(text)
    assert ".07" in scrambled
    assert trial_of(chapter.source, {}) == ""


@pytest.mark.parametrize(
    ("error", "printed"), [(0.0, "0"), (1e-3, "<\u00a010⁻³"), (0.5, "<\u00a010⁰")]
)
def test_an_error_is_printed_as_the_power_above_it(chapter, error, printed):
    assert facts(chapter, additivity_error=[error])["error of the sum"] == printed
