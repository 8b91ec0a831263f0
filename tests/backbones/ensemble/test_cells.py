"""Cells of a branch are those of the reference, and torch's adaptive pooling."""

import numpy as np
import torch

from probe.backbones.ensemble.cells import cell_means, rows_of


def test_cells_are_those_of_the_reference(parity):
    data = parity("ensemble_parts")
    sizes = sorted({name.split(".")[0] for name in data if name.endswith(".map")})
    assert sizes
    for size in sizes:
        found = torch.from_numpy(data[f"{size}.map"])
        for count in range(1, 9):
            for cells in ("adaptive", "disjoint"):
                key = f"{size}.k{count}.{cells}"
                if key not in data:
                    continue
                assert rows_of(found.shape[2], count, cells) == [
                    tuple(rows) for rows in data[f"{key}_rows"].tolist()
                ]
                means = torch.stack(cell_means(found, count, cells), dim=2)
                np.testing.assert_allclose(means, data[key], rtol=0, atol=1e-12)


def test_cells_are_torchs_adaptive_pooling():
    found = torch.randn(2, 3, 7, 4, dtype=torch.float64)
    pooled = torch.nn.functional.adaptive_avg_pool2d(found, (3, 1))[..., 0]
    torch.testing.assert_close(torch.stack(cell_means(found, 3, "adaptive"), 2), pooled)
