"""The verification head with one logit equals the official one."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.verifier import Verifier


@pytest.mark.parametrize("mode", ["eval", "train"])
def test_verification_classifier(mode, parity):
    """One logit with binary cross-entropy; the formula that document 0 prints is negative."""
    data = parity("fdgan_verification")
    head = Verifier(16, 1).double()
    state = {f"bn.{key}": f"bn_{key}" for key in ("weight", "bias")}
    state |= {f"bn.running_{key}": f"bn_{key}" for key in ("mean", "var")}
    state |= {f"classifier.{key}": key for key in ("weight", "bias")}
    tensors = {ours: torch.from_numpy(data[theirs]) for ours, theirs in state.items()}
    head.load_state_dict({**tensors, "bn.num_batches_tracked": torch.tensor(0)})
    head.train(mode == "train")
    first, second = (torch.from_numpy(data[name]) for name in ("x1", "x2"))
    first.requires_grad_()
    logit = head.same(first, second)
    np.testing.assert_allclose(logit.detach(), data[f"{mode}.logit"], rtol=1e-12)
    same = torch.from_numpy(data["same"])
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logit, same)
    np.testing.assert_allclose(loss.item(), data[f"{mode}.bce"], rtol=1e-12)
    loss.backward()
    np.testing.assert_allclose(first.grad, data[f"{mode}.grad_x1"], atol=1e-12)
    np.testing.assert_allclose(head.classifier.weight.grad, data[f"{mode}.grad_weight"], atol=1e-12)
    p = logit.detach().sigmoid()
    printed = (-same * p.log() - (1 - same) * (1 - p.log())).mean()
    np.testing.assert_allclose(printed.item(), data[f"{mode}.printed_formula"], rtol=1e-9)
    assert printed < 0
