"""Draw where a backbone looks when it compares two photographs.

    python examples/where_it_looks.py BACKBONE[=WEIGHTS] FIRST.jpg SECOND.jpg [OUT.png]

Draws both pictures with their evidence maps. Bright places speak for the same person, and all
places together with a constant give the similarity.
"""

from __future__ import annotations

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap, Normalize

from probe.contracts import Backbone, Pictures, Runtime
from probe.embedding.registry import find
from probe.errors import ProbeError, UsageError
from probe.evidence import PairMaps, pair_maps
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture
from probe.reports.colours import EVIDENCE, scale
from probe.reports.sections.looks.overlay import with_map


def evidence(given: str, files: list[Path]) -> tuple[Pictures, PairMaps]:
    """The fitted pictures `(2, h, w, 3)` and their maps."""
    model = find(given).load(Runtime())
    if not isinstance(model, Backbone):
        raise UsageError(f"{given} compares pictures without vectors: it has no maps")
    fitting = Fitting.for_card("letterbox", model.card)
    pictures = np.stack([fit_picture(read_picture(file), fitting) for file in files])
    return pictures, pair_maps(model, pictures[:1], pictures[1:])


def draw(pictures: Pictures, maps: PairMaps, path: Path) -> None:
    """Pictures and maps side by side, one colour scale for both; what speaks against is grey."""
    figure, axes = plt.subplots(1, 4, figsize=(9, 4.5), layout="constrained")
    both = (maps.maps_first[0], maps.maps_second[0])
    top = max(float(each.max()) for each in both)
    for k, evidence_map in enumerate(both):
        axes[2 * k].imshow(pictures[k])
        axes[2 * k + 1].imshow(with_map(pictures[k], evidence_map, (0, 0, 1, 1), top))
    for axis in axes:
        axis.axis("off")
    drawn = ScalarMappable(Normalize(0, top), ListedColormap(scale(EVIDENCE)))
    figure.colorbar(drawn, ax=axes, label="similarity added by a place", shrink=0.8)
    error = float(maps.additivity_error[0])
    figure.suptitle(f"similarity {maps.cosine[0]:.2f}, {maps.kind} (off by {error:.0e})")
    figure.savefig(path, dpi=110)


def main() -> None:
    """Read the command line, draw the picture."""
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    out = Path(sys.argv[4]) if len(sys.argv) == 5 else Path("where_it_looks.png")
    try:
        draw(*evidence(sys.argv[1], [Path(sys.argv[2]), Path(sys.argv[3])]), out)
    except ProbeError as error:
        sys.exit(str(error))
    print(f"written: {out}")


if __name__ == "__main__":
    main()
