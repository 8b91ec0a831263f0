"""Writes docs/options.md from the declared options: python tools/options.py."""

from pathlib import Path

from probe.options.documented import options_page

if __name__ == "__main__":
    page = Path(__file__).parents[1] / "docs" / "options.md"
    page.write_text(options_page(), "utf-8")
    print(f"written {page}")
