"""Every module has its test file at the mirrored path: `probe/room/thing.py` is tested in
`tests/probe/room/test_thing.py`. Packages (`__init__`) are tested with what they offer.

`data/modules_without_test.txt` lists the modules that have none yet. It may only shrink: nothing is
added to it, and who writes a missing test takes its line out. To take out all lines that are done:

    python tests/test_mirror.py
"""

from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[1]
LISTED = ROOT / "tests" / "data" / "modules_without_test.txt"
MOST = 8
"""Lines of the list; lower it with every line that goes. It is raised by nobody."""


def modules():
    """Paths of all modules, below the checkout; links inside `probe` name folders beside it."""
    for folder in ("probe", "backbones", "reports"):
        for path in (ROOT / folder).rglob("*.py"):
            module = path.relative_to(ROOT)
            linked = any((ROOT / parent).is_symlink() for parent in module.parents)
            if not linked and not path.name.startswith("__"):
                yield module


def test_of(module):
    """Where a module is tested; a leading underscore of its name is left out."""
    return ROOT / "tests" / module.parent / f"test_{module.stem.lstrip('_')}.py"


test_of.__test__ = False


def untested():
    return {module.as_posix() for module in modules() if not test_of(module).is_file()}


def listed():
    return LISTED.read_text("utf-8").split()


def test_every_module_has_its_test_file():
    new = untested() - set(listed())
    assert not new, f"write the test files of {sorted(new)} (see the docstring of this file)"


def test_the_list_of_those_without_only_shrinks():
    done = set(listed()) - untested()
    assert not done, f"take {sorted(done)} out of {LISTED.name}: python tests/test_mirror.py"
    assert len(listed()) == len(set(listed())) <= MOST


if __name__ == "__main__":
    kept = [name for name in listed() if name in untested()]
    LISTED.write_text("".join(f"{name}\n" for name in kept), "utf-8")
