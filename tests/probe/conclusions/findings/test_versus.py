"""Which model is better: no more is said than the paired decisions carry."""

import pytest

from tests.probe.conclusions.planted import in_words
from tests.probe.conclusions.planted_pairs import findings_of, row


def versus(*rows):
    return in_words(findings_of(differences=rows)["versus", ""])


@pytest.mark.parametrize(("sign", "better", "worse"), [(1, "b", "a"), (-1, "a", "b")])
def test_the_better_model_is_named_with_its_interval(sign, better, worse):
    low, high = sorted((0.05 * sign, 0.15 * sign))
    text = versus(row(difference=0.1 * sign, low=low, high=high))
    margin = "more of its margin over strangers"
    assert text == f"{better} keeps .10 {margin} than {worse} (95\u00a0% .05 to\u00a0.15)."


def test_more_misses_are_worse():
    text = versus(row("fnmr", 0.25, 0.1, 0.4))
    assert text == "a misses 25\u00a0points fewer than b (95\u00a0% 10 to\u00a040)."


def test_what_is_not_shown_is_not_said():
    text = versus(row(difference=0.03, low=-0.02, high=0.08, differs=False))
    assert "no difference in the margin they keep is shown (95\u00a0% −.02 to\u00a0.08)" in text
    assert "one of .07 would have been seen" in text
    assert "keeps" not in text


def test_without_an_interval_nothing_is_decided():
    nan = float("nan")
    unknown = row(low=nan, high=nan, differs=False)
    assert versus(unknown) == (
        "a and b: margin over strangers not decided (4 subjects: at least 5 are needed)."
    )
    assert "cannot be decided" in in_words(
        findings_of(differences=(unknown,))["advice", "Which model"]
    )


def test_raw_cosines_of_two_models_are_never_compared():
    assert ("versus", "") not in findings_of(differences=(row("mean", 0.5, 0.4, 0.6),))


def test_advice_follows_the_decision():
    better = in_words(findings_of(differences=(row(),))["advice", "Which model"])
    assert better.endswith("On the same people b keeps more than a under distance.")
    same = in_words(findings_of(differences=(row(differs=False),))["advice", "Which model"])
    assert same.endswith("On the same people no difference between a and b is shown.")
    none = in_words(findings_of()["advice", "Which model"])
    assert none.endswith("takes a paired comparison, which is not made here.")


def test_many_models_are_told_in_numbers():
    names = tuple("abcde")
    pairs = [(x, y) for k, x in enumerate(names) for y in names[k + 1 :]]
    rows = tuple(row(backbone_a=x, backbone_b=y, differs=y == "e") for x, y in pairs)
    findings = findings_of(names, differences=rows)
    assert in_words(findings["versus", ""]).startswith("Of 10 pairs of models 4 differ")
    advice = in_words(findings["advice", "Which model"])
    assert "e is shown to keep more in 4 of 4 paired comparisons" in advice
