"""What removing the background changes, gated by the paired change."""

import math

from probe.conclusions.findings import Facts, find
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from tests.probe.conclusions.planted import in_words
from tests.probe.conclusions.planted_pairs import DISTANCE, findings_of, row, table


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


def with_auc(masked_auc):
    """Planted cells whose mean rises with the background removed, and AUC of both variants."""
    cells = table("a", variants=("unmasked", "scene"))
    auc = cells["variant"].map({"unmasked": 0.881, "scene": masked_auc})
    return cells.assign(auc=auc.where(cells["kind"] == "mated"))


def first_sentence(masked_auc):
    facts = Facts(("a",), (), subjects=9, pictures=99, variants=("unmasked", "scene"))
    protocol = protocol_of(parse_yaml(DISTANCE, "test.yaml"))
    findings = find({"distance": protocol}, with_auc(masked_auc), facts)
    (finding,) = (one for one in findings if one.key == "masked")
    return in_words(finding).split(". ")[0]


def test_a_rise_that_strangers_share_is_the_first_thing_said():
    assert first_sentence(0.84) == (
        "Removing the background raises the cosine of the same person but does not tell people "
        "apart better (means against the standard): .85 becomes .93 with a, and AUC .881 becomes "
        ".840"
    )
    assert first_sentence(0.9).startswith("With the background removed the lowest cosine")
