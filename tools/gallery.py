"""Writes the pictures of docs/gallery.md, in docs/pictures/gallery: python tools/gallery.py RUN.

RUN is a finished `probe run protocols/orientation.yaml` of rendered people; nobody real is shown.
Its report is made anew in every language, looked at in Chromium and as PDF, and a capture sheet
beside it. Chromium is needed, and fonts for Japanese and Chinese.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from pathlib import Path

import pymupdf
from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from probe import reports  # noqa: E402
from probe.protocol.finding import load_protocol  # noqa: E402
from probe.reports.capture_sheet import write_sheet  # noqa: E402
from probe.runs.reading import Run  # noqa: E402
from tests.reports.chromium import Page, find_chromium  # noqa: E402

OUT = ROOT / "docs" / "pictures" / "gallery"
LANGUAGES = ("en", "ja", "zh")
DESKTOP, PHONE = (1180, 980), (390, 844)
"""Width and height of the windows, in pixels."""

SHOWN = 720
"""Width of a picture of a desktop page or of paper, in pixels."""

DOTS = 96
"""Of a PDF's page, an inch."""


def save(picture: Image.Image, name: str, width: int = SHOWN) -> Path:
    """Write a picture as WebP, no wider than `width` pixels."""
    if picture.width > width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    path = OUT / f"{name}.webp"
    picture.save(path, quality=72, method=6)
    return path


def seen(page: Page, report: Path, size: tuple[int, int], *, dark: bool = False) -> Image.Image:
    """The first screen of a report in a window of a size."""
    page.open(report, width=size[0], dark=dark)
    page.resize(*size)
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "page.png"
        page.picture(shot, whole=False)
        return Image.open(io.BytesIO(shot.read_bytes())).convert("RGB")


def printed(file: Path, number: int) -> Image.Image:
    """A page of a PDF, from 0."""
    with pymupdf.open(file) as document:
        drawn = document[number].get_pixmap(dpi=DOTS)
        return Image.open(io.BytesIO(drawn.tobytes("png"))).convert("RGB")


def in_every_language(run: Run, folder: Path) -> list[Path]:
    """The first screen and the first page of paper of the report, and a capture sheet."""
    page, written = _browser(), []
    try:
        for language in LANGUAGES:
            files = reports.write(run, folder / language, ("html", "pdf"), language=language)
            written.append(save(seen(page, files["html"], DESKTOP), f"report.{language}"))
            written.append(save(printed(files["pdf"], 0), f"paper.{language}"))
            sheet = folder / f"sheet.{language}.pdf"
            write_sheet(load_protocol("orientation"), 2, 5, sheet, language)
            written.append(save(printed(sheet, 0), f"sheet.{language}"))
        english = folder / "en" / "report.html"
        written.append(save(seen(page, english, PHONE), "phone", PHONE[0]))
        written.append(save(seen(page, english, PHONE, dark=True), "phone_dark", PHONE[0]))
    finally:
        page.close()
    return written


def _browser() -> Page:
    binary = find_chromium()
    if binary is None:
        sys.exit("Chromium is needed to take pictures of a page")
    page = Page(binary)
    page.patience(300)
    return page


def main() -> None:
    """Take the pictures of the run that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="the run's directory")
    run = Run(parser.parse_args().run)
    if any(protocol.source != "scene" for protocol in run.manifest.protocols):
        sys.exit("pictures of this page are of rendered people only")
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in in_every_language(run, Path(folder)):
            print(f"written {path} ({path.stat().st_size / 1000:.0f} kB)")


if __name__ == "__main__":
    main()
