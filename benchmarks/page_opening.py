"""How long a browser takes to open a report, and the memory that its page holds.

    PYTHONPATH=. python benchmarks/page_opening.py report.html ...

Headless Chromium, each page opened five times; the fastest counts, since other programs only add to
it. Times in ms after the navigation began: first paint, first contents, loaded. Memory in MB of the
page's scripts (the heap of JavaScript).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.reports.chromium import Page, find_chromium

TIMES = """JSON.stringify({
  paint: performance.getEntriesByName('first-paint')[0]?.startTime,
  contents: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  loaded: performance.getEntriesByType('navigation')[0].loadEventEnd,
  heap: performance.memory.usedJSHeapSize / 1e6,
})"""

PAINTED = """new Promise(done => {
  const again = () => performance.getEntriesByName('first-contentful-paint').length
    ? done(1) : setTimeout(again, 20);
  again();
})"""


def opened(path: Path, repeats: int = 5) -> dict[str, float] | None:
    """The figures of a page; None without a browser."""
    binary = find_chromium()
    if binary is None:
        return None
    browser = Page(binary)
    try:
        found = []
        for _ in range(repeats):
            browser.open(path)
            browser.js(PAINTED)
            found.append(json.loads(browser.js(TIMES)))
    finally:
        browser.close()
    return {name: min(each[name] for each in found) for name in found[0]}


def told(found: dict[str, float]) -> str:
    """The figures in one line."""
    painted = f"first paint {found['paint']:.0f} ms, first contents {found['contents']:.0f} ms"
    return f"{painted}, loaded {found['loaded']:.0f} ms, scripts hold {found['heap']:.0f} MB"


def main() -> None:
    """Measure pages and print."""
    for name in sys.argv[1:]:
        found = opened(Path(name))
        print(f"{name}: {told(found) if found else 'there is no Chromium here'}", flush=True)


if __name__ == "__main__":
    main()
