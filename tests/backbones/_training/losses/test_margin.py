"""The margins equal insightface's and the study's equation."""

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._training.losses.margin import CombinedMargin, MarginHead, insightface_margin
from probe.errors import UsageError

GOLD = np.load(Path(__file__).parents[3] / "data" / "losses.seed1.npz")

ARCFACE, COSFACE = (1.0, 0.5, 0.0), (1.0, 0.0, 0.4)


def gold(name):
    return torch.from_numpy(np.asarray(GOLD[name]))


def leaf(name):
    return gold(name).clone().requires_grad_()


def close(found, name, tolerance=1e-9):
    torch.testing.assert_close(
        found.detach(), gold(name).to(found.dtype), rtol=tolerance, atol=tolerance
    )


@pytest.mark.parametrize(("kind", "margins"), [("arcface", ARCFACE), ("cosface", COSFACE)])
@pytest.mark.parametrize("rows", ["", "_negrows"])
def test_margin_equals_insightface(kind, margins, rows):
    labels = gold("margin.labels_with_negatives" if rows else "margin.labels")
    cosines = leaf("margin.cosine")
    logits = insightface_margin(64.0, *margins)(cosines, labels)
    close(logits, f"margin.{kind}{rows}.logits")
    (logits * gold("margin.cotangent")).sum().backward()
    close(cosines.grad, f"margin.{kind}{rows}.grad_of_cotangent")


@pytest.mark.parametrize(("kind", "margins"), [("arcface", ARCFACE), ("cosface", COSFACE)])
@pytest.mark.parametrize("single", [False, True])
def test_cross_entropy_of_the_margin_equals_insightface(kind, margins, single):
    cosines = gold("margin.cosine").to(torch.float32 if single else torch.float64).requires_grad_()
    loss = torch.nn.functional.cross_entropy(
        insightface_margin(64.0, *margins)(cosines, gold("margin.labels")), gold("margin.labels")
    )
    loss.backward()
    end, tolerance = ("@f32", 1e-5) if single else ("", 1e-9)
    close(loss, f"margin.{kind}.ce{end}", tolerance)
    close(cosines.grad, f"margin.{kind}.grad_ce{end}", tolerance)


def test_exact_gradient_is_the_derivative():
    cosines = leaf("margin.cosine")
    logits = CombinedMargin(64.0, *ARCFACE, "exact")(cosines, gold("margin.labels"))
    close(logits, "margin.arcface.logits")
    (logits * gold("margin.cotangent")).sum().backward()
    close(cosines.grad, "margin.arcface.grad_of_cotangent_exact_closed_form")


@settings(deadline=None, max_examples=30)
@given(m1=st.floats(0.7, 1.5), m2=st.floats(0.0, 0.6), m3=st.floats(0.0, 0.4))
def test_combined_margin_is_equation_1(m1, m2, m3):
    labels, values = GOLD["margin.labels"], GOLD["margin.cosine"]
    want = 64.0 * values.copy()
    rows = np.arange(len(labels))
    want[rows, labels] = 64.0 * (np.cos(m1 * np.arccos(values[rows, labels]) + m2) - m3)
    for gradient in ("exact", "insightface"):
        found = CombinedMargin(64.0, m1, m2, m3, gradient)(
            gold("margin.cosine"), gold("margin.labels")
        )
        np.testing.assert_allclose(found.numpy(), want, rtol=1e-9, atol=1e-7)


def test_exact_gradient_of_all_three_margins_against_differences():
    generator = torch.Generator().manual_seed(3)
    cosines = (
        torch.rand(6, 5, generator=generator, dtype=torch.float64) * 1.8 - 0.9
    ).requires_grad_()
    labels = torch.tensor([0, 1, 2, 3, 4, -1])
    margin = CombinedMargin(8.0, 1.2, 0.3, 0.2, "exact")
    assert torch.autograd.gradcheck(lambda c: margin(c, labels), cosines)


def test_straight_through_gradient_does_not_see_the_margin():
    cosines = leaf("margin.cosine")
    CombinedMargin(64.0, 1.3, 0.5, 0.2, "insightface")(
        cosines, gold("margin.labels")
    ).sum().backward()
    torch.testing.assert_close(cosines.grad, torch.full_like(cosines, 64.0))


def test_margins_insightface_cannot_compute_are_refused():
    with pytest.raises(UsageError, match=r"m1 = 1\.2"):
        insightface_margin(64.0, 1.2, 0.5, 0.0)
    with pytest.raises(UsageError, match="scale > 0"):
        CombinedMargin(0.0, 1.0, 0.0, 0.0)


def test_margin_head_survives_features_on_a_centre():
    head = MarginHead(4, 3, CombinedMargin(64.0, *ARCFACE, "exact"))
    features = (7 * head.weight.detach()[:2]).requires_grad_()
    loss = head(features, torch.tensor([0, 1]))
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(features.grad).all()
