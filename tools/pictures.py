"""Writes the pictures of a report in docs/pictures: python tools/pictures.py RUN.

RUN is a finished `probe run protocols/orientation.yaml` of rendered people; nobody real is shown.
Its report must be there, and Chromium.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from probe.runs.reading import Run  # noqa: E402
from tests.reports.chromium import Page, find_chromium  # noqa: E402

OUT = ROOT / "docs" / "pictures"
WIDTH = 1180
"""Of the window, in pixels: the page's own widest form."""

PARTS = {
    "report": ("body", 980),
    "worst": ("figure.score", 640),
    "before": ("#before", 760),
    "orientation": ("#f-orientation", 900),
    "heatmaps": ("figure.matrices", 860),
}
"""Name of a picture -> what it begins with, as a CSS selector, and its height in pixels."""


def pictures_of(report: Path, out: Path) -> list[Path]:
    """The parts of a report as WebP.

    Args:
        report: a `report.html`.
        out: the folder to write them into.

    Raises:
        RuntimeError: there is no Chromium.
    """
    binary = find_chromium()
    if binary is None:
        raise RuntimeError("Chromium is needed to take pictures of a page")
    page = Page(binary)
    try:
        page.open(report, width=WIDTH)
        tops = {name: page_top(page, selector) for name, (selector, _) in PARTS.items()}
        with tempfile.TemporaryDirectory() as folder:
            shot = Path(folder) / "page.png"
            page.picture(shot)
            whole = Image.open(io.BytesIO(shot.read_bytes())).convert("RGB")
    finally:
        page.close()
    written = []
    for name, (_, height) in PARTS.items():
        part = whole.crop((0, tops[name], whole.width, min(tops[name] + height, whole.height)))
        path = out / f"{name}.webp"
        part.save(path, quality=80, method=6)
        written.append(path)
    return written


def page_top(page: Page, selector: str) -> int:
    """Where an element begins, in pixels from the top of the page."""
    return int(page.js(f"document.querySelector('{selector}').getBoundingClientRect().top"))


def main() -> None:
    """Take the pictures of the run that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="the run's directory")
    run = Run(parser.parse_args().run)
    if any(protocol.source != "scene" for protocol in run.manifest.protocols):
        sys.exit("pictures of this page are of rendered people only")
    OUT.mkdir(exist_ok=True)
    for path in pictures_of(run.path / "report.html", OUT):
        print(f"written {path} ({path.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
