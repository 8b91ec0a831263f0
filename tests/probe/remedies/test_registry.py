"""Remedies are found by being there, and listed in the order of their rank."""

from pathlib import Path

import pytest

from probe.errors import ComparisonError
from probe.remedies import shipped
from probe.remedies.registry import REMEDIES, remedies_in_order


def test_every_file_is_a_remedy_named_after_it():
    files = Path(shipped.__file__).parent.glob("[a-z]*.py")
    assert set(remedies_in_order()) == {path.stem.replace("_", "-") for path in files}


def test_they_are_applied_by_rank():
    ranks = [remedy.rank for remedy in remedies_in_order().values()]
    assert ranks == sorted(ranks)
    assert list(remedies_in_order())[:2] == ["flip-average", "left-right"]


def test_a_name_that_is_none_gets_the_nearest():
    with pytest.raises(ComparisonError, match="flip-averag") as caught:
        REMEDIES.get("flip-averag")
    assert "flip-average" in caught.value.hint
