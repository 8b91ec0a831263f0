"""A small protocol, as text."""

import pytest

BASE = """\
name: turn
title: Turning
question: Still the same?
factors:
  - name: orientation
    kind: circular
    unit: "°"
    levels: [0, 90, 180]
    standard: 180
scene:
  orientation: $level
"""


@pytest.fixture
def turn_yaml():
    """The text of a protocol of three orientations."""
    return BASE
