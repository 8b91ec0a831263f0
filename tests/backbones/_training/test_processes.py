"""Two processes on one machine: one training, keys in their own order, one writer."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

KEYS = """
import torch
from torch import distributed
from probe.backbones._training.processes import gathered, join, shuffled_together
from probe.backbones._training.losses.contrast import KeyQueue
join()
rank = distributed.get_rank()
everything = torch.arange(24.0).reshape(12, 2)
own = everything[6 * rank : 6 * rank + 6]
seen = []
def encoder(pictures):
    seen.append(pictures.clone())
    return pictures * 10
torch.manual_seed(rank)
found = shuffled_together(own, encoder)
assert torch.equal(found, own * 10), found
assert not torch.equal(seen[0], own), "the batch was not mixed"
mixed = gathered(seen[0])
assert torch.equal(mixed.sort(0).values, everything)
queue = KeyQueue(2, 5)
queue.put(gathered(found))
both = gathered(queue.keys[None])
assert torch.equal(both[0, :, :2], both[1, :, :2])
print("fine", flush=True)
"""

TRAINING = """
import sys
from pathlib import Path
import torch
from probe.backbones._training.machine import Machine
from probe.backbones._training.processes import first
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import train
from probe.contracts import Reporter
recipe, people, out = sys.argv[1:]
result = train(load_recipe(recipe), Path(out), Reporter(), Machine("cpu", threads=1),
               data=(f"identity_folders={people}",))
sys.stdout.write(f"fine {result.sha256}\\n")  # in one piece: two processes share the pipe
sys.stdout.flush()
"""


def started(script, *arguments):
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2",
               "--standalone", str(script), *map(str, arguments)]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)


@pytest.mark.slow
def test_keys_are_mixed_and_come_back_in_order(tmp_path):
    script = tmp_path / "keys.py"
    script.write_text(KEYS)
    done = started(script)
    assert done.stdout.count("fine") == 2, done.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["margin", "contrast"])
def test_two_processes_train_one_network(kind, tiny, people, tmp_path):
    from probe.backbones._training.log import read_lines
    from probe.backbones._training.training import recipe_text

    script, recipe = tmp_path / "training.py", tmp_path / "recipe.yaml"
    script.write_text(TRAINING)
    recipe.write_text(recipe_text(tiny(kind, epochs=2)))
    done = started(script, recipe, people, tmp_path / "out")
    said = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("fine")]
    assert len(said) == 2, done.stderr[-2000:]
    assert said[0] == said[1]
    assert [line.epoch for line in read_lines(tmp_path / "out")] == [1, 2]
