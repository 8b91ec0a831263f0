"""What is packed comes out again."""

import base64

import numpy as np
import pytest

from probe.reports import columns
from probe.reports.columns import coded, steps


def unpacked(column):
    kind = {2: "<u2", 4: "<u4"}[column["bytes"]]
    codes = np.frombuffer(base64.b64decode(column["codes"]), kind)
    return [column["texts"][k] for k in codes]


@pytest.mark.parametrize("short", [1 << 16, 2])
def test_texts_come_back_and_stand_once(short, monkeypatch) -> None:
    monkeypatch.setattr(columns, "SHORT", short)
    texts = [".5 (.4 to .6)", "", ".5 (.4 to .6)", "…", "", ".7"]
    column = coded(texts)
    assert unpacked(column) == texts
    assert column["texts"] == [".5 (.4 to .6)", "", "…", ".7"]
    assert column["bytes"] == (2 if short > 2 else 4)
    assert unpacked(coded([])) == []


def test_steps_are_a_byte_each_and_0_stands_for_none() -> None:
    assert list(base64.b64decode(steps([-1, 0, 50]))) == [0, 1, 51]
