"""Fonts of PDFs: those that come along, and those of packages."""

from pathlib import Path

import matplotlib
import pytest

from probe.reports import fonts

OWN = Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@pytest.fixture
def no_other_fonts(monkeypatch):
    """A machine without fonts but Matplotlib's."""
    monkeypatch.setattr("matplotlib.font_manager.findSystemFonts", list)
    monkeypatch.setattr(fonts, "PACKAGES", ())


def test_each_language_asks_its_own_fonts_first_and_then_the_others():
    japanese, chinese, english = (fonts.families(code) for code in ("ja", "zh", "en"))
    assert japanese[:2] == chinese[:2] == ["Libertinus Serif", "DejaVu Sans"]
    assert set(japanese) == set(chinese)
    assert japanese.index("Noto Serif CJK JP") < japanese.index("Noto Serif CJK SC")
    assert chinese.index("Noto Serif CJK SC") < chinese.index("Noto Serif CJK JP")
    assert english == japanese
    assert len(set(japanese)) == len(japanese)


def test_a_package_of_fonts_gives_its_folder_and_is_not_imported(tmp_path, monkeypatch):
    package = tmp_path / "fonts_of_somebody"
    (package / "fonts").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('imported')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(fonts, "PACKAGES", ("fonts_of_somebody", "fonts_of_nobody"))
    assert fonts.font_folders() == [OWN, package / "fonts"]


def test_latin_needs_no_further_font_and_chinese_does():
    assert not fonts.needs_other_fonts("Müller, 90° − 3 m → Κ")
    assert fonts.needs_other_fonts("Turning, 向き")


def test_characters_without_a_font_are_told_in_order(no_other_fonts):
    assert fonts.missing_characters("Turning 90°") == ""
    assert fonts.missing_characters("向きと向") == "".join(sorted(set("向きと")))


def test_a_file_that_is_no_font_has_no_characters(tmp_path, monkeypatch):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(fonts, "font_folders", lambda: [tmp_path / "fonts"])
    monkeypatch.setattr("matplotlib.font_manager.findSystemFonts", list)
    assert fonts.missing_characters("向") == "向"
