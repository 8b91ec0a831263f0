"""Which model is better: no more is said than the paired decisions carry."""

import pytest

from probe.conclusions.findings.facts import Cells
from tests.probe.conclusions.planted import in_words
from tests.probe.conclusions.planted_pairs import findings_of, row

NAN = float("nan")


def versus(*rows, names=("a", "b")):
    return in_words(findings_of(names, differences=rows)["versus", ""])


def advice(*rows, names=("a", "b")):
    return in_words(findings_of(names, differences=rows)["advice", "The models in short"])


def alike(figure, **changes):
    return row(figure, 0.01, -0.02, 0.08, differs=False, **changes)


@pytest.mark.parametrize(("sign", "better", "worse"), [(1, "b", "a"), (-1, "a", "b")])
def test_the_better_model_is_named_with_its_interval(sign, better, worse):
    low, high = sorted((0.05 * sign, 0.15 * sign))
    text = versus(row("auc", difference=0.1 * sign, low=low, high=high))
    assert text == (
        f"{better} tells people apart better than {worse}. "
        f"The AUC of {better} is .10 higher than that of {worse} (95\u00a0% .05 to\u00a0.15)."
    )


def test_more_misses_are_worse():
    text = versus(row("fnmr", 0.25, 0.1, 0.4))
    assert text.endswith(
        "a misses 25\u00a0points fewer than b at equal false match rates (95\u00a0% 10 to\u00a040)."
    )


def test_who_keeps_more_of_little_is_not_preferred():
    """A model that is bad everywhere has nothing to lose."""
    rows = (row("fnmr", 0.37, 0.15, 0.52), alike("auc"), row("retention", 0.2, 0.1, 0.3))
    assert versus(*rows).startswith("a tells people apart better than b.")
    assert "b keeps .20 more of its margin" in versus(*rows)
    assert advice(*rows).startswith(
        "On the same people a tells people apart better than b under distance. "
    )


def test_what_is_not_shown_is_not_said():
    text = versus(*map(alike, ("auc", "dprime", "fnmr", "retention")))
    assert text.startswith("Taking all comparisons together, a and b are not shown to differ")
    assert "AUC 95\u00a0% −.02 to\u00a0.08" in text
    assert "no difference in the margin they keep is shown (95\u00a0% −.02 to\u00a0.08)" in text
    assert "would have been seen" not in text
    assert "better than" not in text


def test_what_is_shown_only_alone_is_named_beside_what_all_together_leave_open():
    """Three intervals without 0, none of which holds once all comparisons are decided together."""
    rows = (
        row("auc", -0.07, -0.12, -0.01, differs=False),
        row("dprime", -0.49, -0.86, -0.13, differs=False),
        row("fnmr", 0.37, 0.02, 0.68, differs=False),
        row("retention", -0.1, -0.18, -0.01, differs=False),
    )
    text = versus(*rows)
    assert text.startswith("Taking all comparisons together, a and b are not shown to differ")
    assert text.count("taken alone 95\u00a0%") == 4
    assert "Taking all comparisons together, between a and b no difference in the margin" in text
    assert advice(*rows).startswith(
        "On the same people no difference between a and b is shown, taking all comparisons"
        " together; taken alone AUC, d′ and misses speak for a. "
    )
    mixed = (rows[0], row("dprime", 0.5, 0.1, 0.9, differs=False), alike("fnmr"))
    assert "taken alone AUC speaks for a and d′ speaks for b. " in advice(*mixed)


@pytest.mark.parametrize("figure", ["auc", "dprime", "fnmr", "retention"])
def test_no_difference_is_said_only_where_no_figure_differs(figure):
    rows = [alike(name) for name in ("auc", "dprime", "fnmr", "retention") if name != figure]
    assert "no difference between" in advice(alike(figure), *rows)
    assert "no difference" not in advice(row(figure), *rows)


def test_without_an_interval_nothing_is_decided():
    unknown = row("auc", low=NAN, high=NAN, differs=False)
    assert versus(unknown) == (
        "Which of a and b tells people apart better is not decided"
        " (4 subjects: at least 5 are needed)."
    )
    assert "cannot be decided" in advice(unknown)


def test_figures_that_disagree_are_said_to():
    rows = (row("auc", 0.1), row("fnmr", 0.2, 0.1, 0.3))
    assert "not all figures speak for the same one" in versus(*rows)
    assert "not all figures speak for the same model under distance" in advice(*rows)


def test_raw_cosines_of_two_models_are_never_compared():
    assert ("versus", "") not in findings_of(differences=(row("mean", 0.5, 0.4, 0.6),))


def test_advice_on_one_run_without_a_comparison():
    assert "takes a paired comparison, which is not made here." in in_words(
        findings_of()["advice", "The models in short"]
    )


def test_many_models_are_told_in_numbers():
    names = tuple("abcde")
    pairs = [(x, y) for k, x in enumerate(names) for y in names[k + 1 :]]
    rows = [row("auc", backbone_a=x, backbone_b=y, differs=y == "e") for x, y in pairs]
    text = versus(*rows, names=names)
    assert text.startswith("Of 10 pairs of models 4 are shown to differ in how well they tell")
    assert "The widest: The AUC of e is .10 higher" in text
    leader = "e is shown to tell people apart better in 4 of 4 paired comparisons"
    assert leader in advice(*rows, names=names)
    same = [alike("auc", backbone_a=x, backbone_b=y) for x, y in pairs]
    assert "no model is shown to tell people apart better" in advice(*same, names=names)


@pytest.mark.parametrize("failing", [(), ("a",), ("b",)])
def test_a_margin_that_fails_already_is_not_compared(failing, monkeypatch):
    monkeypatch.setattr(Cells, "keeps_margin", lambda _, protocol, name: name not in failing)
    rows = (row("auc"), row("retention", 0.2, 0.1, 0.3))
    assert ("of its margin" in versus(*rows)) == (not failing)
