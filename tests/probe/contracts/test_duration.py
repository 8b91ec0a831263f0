"""Times are said in the unit that a person would take."""

import pytest

from probe.contracts.duration import duration
from probe.wording import wording_of


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1 s"), (0.2, "1 s"), (1.2, "2 s"), (119, "119 s"), (120, "2 min"), (7199, "120 min"),
        (7200, "2.0 h"), (360_000, "100.0 h"),
    ],
)  # fmt: skip
def test_a_time_has_the_unit_that_fits_it(seconds, text):
    assert wording_of()(duration(seconds)).replace("\xa0", " ") == text
