"""Domain connectivity: one triplet over the union, counted once, as HHL computes it."""

import pytest
import torch

from probe.backbones.lstm.domain import connected_triplet, identities
from probe.errors import UsageError


def arrays(parity):
    gold = parity("lstm_domain_loss")
    points = torch.from_numpy(gold["features"]).requires_grad_()
    return gold, points, torch.from_numpy(gold["ids"])


@pytest.mark.parametrize("margin", [0.5, 0.3])
def test_the_union_is_one_triplet(parity, margin):
    gold, points, people = arrays(parity)
    loss = connected_triplet([points], [people], margin)
    (gradient,) = torch.autograd.grad(loss, points)
    assert float(loss.detach()) == pytest.approx(float(gold[f"m{margin}.L_D"]), abs=1e-12)
    torch.testing.assert_close(
        gradient, torch.from_numpy(gold[f"m{margin}.grad"]), rtol=0, atol=1e-12
    )


def test_two_triplets_apart_are_another_loss(parity):
    gold, points, people = arrays(parity)
    parts = [points[:8], points[8:]], [people[:8], people[8:]]
    apart = float(connected_triplet(*parts, 0.5).detach())
    expected = float(gold["two_separate_triplets_instead_of_one_union"])
    assert apart == pytest.approx(expected, abs=1e-12)
    assert apart == pytest.approx(0.349, abs=5e-4)
    assert float(gold["m0.5.L_D"]) == pytest.approx(0.505, abs=5e-4)


def test_the_whole_loss_is_the_documents(parity):
    gold, points, people = arrays(parity)
    classes = torch.nn.functional.cross_entropy(
        torch.from_numpy(gold["logits"]), torch.from_numpy(gold["labels"])
    )
    loss = classes + 0.3 * connected_triplet([points], [people], 0.5)
    assert float(loss.detach()) == pytest.approx(float(gold["loss_theta03"]), abs=1e-7)


def test_target_pictures_are_people_of_their_own_and_never_collide(domains):
    batch = domains(source=(0, 0, 3, 3), rows=(0, 2, 3))
    source, target = (identities(batch[role], 4).tolist() for role in ("source", "target"))
    assert source == [0, 0, 3, 3]
    assert target == [4] * 3 + [6] * 3 + [7] * 3
    assert not set(source) & set(target)


def test_a_group_of_one_identity_is_refused():
    points = [torch.randn(2, 4), torch.randn(3, 4)]
    people = [torch.tensor([0, 1]), torch.tensor([9, 9, 9])]
    with pytest.raises(UsageError, match="one identity only"):
        connected_triplet(points, people, 0.5)
    assert float(connected_triplet([torch.cat(points)], [torch.cat(people)], 0.5)) >= 0
