"""Score counts as shapes on an axis."""

import numpy as np

from probe.reports.curves import ScoreAxis


def test_shapes_keep_their_peak_and_place() -> None:
    axis = ScoreAxis(0.0, 1.0)
    edges = np.linspace(-1, 1, 401)
    counts = np.zeros(400, dtype=np.int64)
    counts[np.searchsorted(edges, 0.6) - 1] = 50
    shape = axis.shape(counts, edges)
    assert max(shape) == 1
    assert abs(np.argmax(shape) / (len(shape) - 1) - 0.6) < 0.01
    assert axis.shape(np.zeros(400, dtype=np.int64), edges) == ()
