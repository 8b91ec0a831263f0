"""The steps written out are torch's LSTM; independent parts do not see each other."""

import torch

from probe.backbones.lstm.sequence import IndependentParts, PartSequence


def test_written_out_steps_are_torchs_lstm():
    torch.manual_seed(2)
    sequence = PartSequence(7, 5).double()
    parts = torch.randn(4, 3, 7, dtype=torch.float64, requires_grad=True)
    found, (expected, _) = sequence(parts), sequence.lstm(parts)
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-15)
    (first,) = torch.autograd.grad(found.square().sum(), parts)
    (second,) = torch.autograd.grad(expected.square().sum(), parts)
    torch.testing.assert_close(first, second, rtol=0, atol=1e-14)


def test_the_lstm_carries_from_part_to_part_and_independent_layers_do_not():
    torch.manual_seed(2)
    parts = torch.randn(4, 3, 7)
    changed = parts.clone()
    changed[:, 0] += 1
    sequence, alone = PartSequence(7, 5).eval(), IndependentParts(7, 10).eval()
    assert (sequence(parts) - sequence(changed)).abs().amax((0, 2)).min() > 1e-4
    same = (alone(parts) - alone(changed)).abs().amax((0, 2))
    assert same[0] > 1e-4
    assert same[1:].max() == 0
    assert sequence(parts).shape == alone(parts).shape
