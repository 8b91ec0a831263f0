"""What removing the background changes, gated by the paired change."""

import math

from tests.probe.conclusions.planted import in_words
from tests.probe.conclusions.planted_pairs import findings_of, row


def masked(**changes):
    difference = row(variant="scene", **changes)
    change = {**difference, "backbone": difference.pop("backbone_a")}
    findings = findings_of(("a",), ("unmasked", "scene"), changes=(change,))
    return findings["masked", "scene"]


def test_the_masked_sentence_is_gated_by_the_paired_change():
    finding = masked()
    assert in_words(finding).startswith(
        "With the background removed the lowest cosine against the standard goes from .80 to .92 "
        "with a, which keeps .10 more of its margin over strangers (95\u00a0% .05 to\u00a0.15)."
    )
    text = "then score .60 instead of .50 with a (margin .37 instead of .47)."
    assert text in in_words(finding)
    assert {cell["variant"] for cell in finding.cells} == {"unmasked", "scene"}
    assert "not shown to change" in in_words(masked(differs=False))
    assert "margin" not in in_words(masked(low=math.nan, high=math.nan)).split(".")[1]


def test_a_loss_is_called_a_loss():
    text = in_words(masked(difference=-0.1, low=-0.15, high=-0.05))
    assert "keeps .10 less of its margin over strangers (95\u00a0% .05 to\u00a0.15)" in text
