"""Names in any script get a font that has their characters, where this machine has one."""

from pathlib import Path

import matplotlib.font_manager
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from probe.pictures import sheet_font as module
from probe.pictures.sheet_font import font_file, sheet_font


def font_of(path, characters):
    """A font file whose glyphs are squares."""
    builder = FontBuilder(1000, isTTF=True)
    pen = TTGlyphPen(None)
    for corner, move in (((0, 0), pen.moveTo), ((0, 700), pen.lineTo), ((700, 700), pen.lineTo)):
        move(corner)
    pen.closePath()
    square = pen.glyph()
    names = [".notdef", *(f"uni{ord(c):04X}" for c in characters)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in characters})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (800, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(str(path))
    return path


@pytest.fixture
def machine(monkeypatch):
    """`machine(files)`: these are the fonts of the machine, beside matplotlib's own."""

    def fonts(*files):
        module._fonts.cache_clear()
        font_file.cache_clear()
        monkeypatch.setattr(
            matplotlib.font_manager, "findSystemFonts", lambda: [str(file) for file in files]
        )

    yield fonts
    monkeypatch.undo()
    module._fonts.cache_clear()
    font_file.cache_clear()


def test_latin_greek_and_cyrillic_need_no_font_of_the_machine(machine):
    machine()
    path, lacking = font_file("90°, mit Rucksäcken, Ελλάδα, Москва")
    assert path.name == "DejaVuSans.ttf"
    assert lacking == ""


def test_a_font_of_the_machine_is_taken_where_it_has_more(machine, tmp_path):
    broken = tmp_path / "a_broken.ttf"
    broken.write_bytes(b"no font")
    squares = font_of(tmp_path / "squares.ttf", "後ろ前")
    machine(broken, squares)
    assert font_file("後ろ") == (squares, "")
    assert Path(sheet_font("後ろ", 13).path) == squares
    assert sheet_font("後ろ", 13).getlength("後") > 0


def test_characters_that_no_font_has_are_told(machine, tmp_path):
    machine(font_of(tmp_path / "squares.ttf", "後ろ前"))
    assert font_file("後ろ左")[1] == "左"
