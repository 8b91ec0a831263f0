"""Every module has its test file at the mirrored path: `probe/room/thing.py` is tested in
`tests/probe/room/test_thing.py`. Packages (`__init__`) are tested with what they offer.
"""

from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[1]


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


def test_every_module_has_its_test_file():
    assert len(list(modules())) > 400
    untested = [module.as_posix() for module in modules() if not test_of(module).is_file()]
    assert not untested, f"write the test files of {sorted(untested)} (see the docstring here)"
