"""The contrastive loss and its queue equal MoCo's."""

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones._training.losses.contrast import KeyQueue, info_nce

GOLD = np.load(Path(__file__).parents[3] / "data" / "losses.seed1.npz")


def gold(name):
    return torch.from_numpy(np.asarray(GOLD[name]))


def leaf(name):
    return gold(name).clone().requires_grad_()


def close(found, name, tolerance=1e-9):
    torch.testing.assert_close(
        found.detach(), gold(name).to(found.dtype), rtol=tolerance, atol=tolerance
    )


@pytest.mark.parametrize("temperature", [0.07, 0.1, 0.2])
def test_info_nce_equals_moco(temperature):
    queries = leaf("moco.q")
    found = info_nce(queries, gold("moco.k"), gold("moco.queue"), temperature)
    found.loss.backward()
    close(found.logits, f"moco.T{temperature}.logits")
    close(found.loss, f"moco.T{temperature}.loss")
    close(queries.grad, f"moco.T{temperature}.grad_q")


def test_queue_after_a_batch_equals_moco():
    queue = KeyQueue(16, 64).double()
    queue.keys.copy_(gold("moco.queue"))
    queue.at.fill_(int(GOLD["moco.ptr_before"]))
    queue.put(gold("moco.k"))
    close(queue.keys, "moco.queue_after")
    assert int(queue.at) == int(GOLD["moco.ptr_after"])


@settings(deadline=None, max_examples=40)
@given(size=st.integers(1, 12), batches=st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_queue_keeps_the_newest_keys(size, batches):
    queue, all_keys = KeyQueue(3, size), []
    for number, count in enumerate(batches):
        keys = torch.nn.functional.normalize(
            torch.randn(count, 3, generator=torch.Generator().manual_seed(number))
        )
        queue.put(keys)
        all_keys.extend(keys)
    kept = {tuple(column.tolist()) for column in queue.keys.T}
    newest = {tuple(torch.nn.functional.normalize(k[None])[0].tolist()) for k in all_keys[-size:]}
    assert newest <= kept
    assert int(queue.at) == sum(batches) % size
