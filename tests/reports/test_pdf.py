"""The PDF: whole text, filled pages, vectors, the same bytes again."""

import pymupdf
import pytest

from probe.reports import pdf, source
from probe.reports.document import build
from probe.reports.pdf import PLACES, render
from probe.wording import wording_of

MM = 72 / 25.4
RUNS = ("five", "one_model", "one_person", "crossed", "hostile", "few")


@pytest.mark.parametrize("name", RUNS)
def test_text_stays_inside_the_margins(report_of, name: str) -> None:
    with pymupdf.open(report_of(name)["pdf"]) as document:
        for page in document:
            for block in page.get_text("dict")["blocks"]:
                for line in block.get("lines", ()):
                    left, top, right, bottom = line["bbox"]
                    words = "".join(span["text"] for span in line["spans"])
                    assert left >= 19 * MM - 1, words
                    assert right <= page.rect.width - 19 * MM + 1, words
                    assert top >= 8 * MM, words
                    assert bottom <= page.rect.height - 6 * MM, words


@pytest.mark.parametrize("name", RUNS)
def test_pages_are_numbered_and_none_is_half_empty(report_of, name: str) -> None:
    with pymupdf.open(report_of(name)["pdf"]) as document:
        last = len(document)
        for number, page in enumerate(document, start=1):
            assert f"{number} / {last}" in page.get_text()
            if number < last:
                assert lowest_mark(page) > 0.5 * page.rect.height, number


def lowest_mark(page) -> float:
    """How far down text, pictures and drawings reach, the footer apart."""
    floor = page.rect.height - 17 * MM
    boxes = [block[:4] for block in page.get_text("blocks")]
    boxes += [drawing["rect"] for drawing in page.get_drawings()]
    boxes += [image["bbox"] for image in page.get_image_info()]
    return max(float(box[3]) for box in boxes if float(box[3]) <= floor)


def test_heat_maps_are_vectors_with_text(report_of) -> None:
    """Only people are pictures: a page of heat maps holds no image but many filled boxes."""
    with pymupdf.open(report_of("five")["pdf"]) as document:
        pages = [page for page in document if "Missed (FNMR)" in page.get_text()]
        bare = [page for page in pages if not page.get_images()]
        assert bare
        assert max(len(page.get_drawings()) for page in bare) > 2 * 16 * 16


def test_text_is_never_read_as_markup(report_of) -> None:
    with pymupdf.open(report_of("hostile")["pdf"]) as document:
        text = " ".join("".join(page.get_text() for page in document).split())
    assert "#strong[x]" in text
    assert "*bold*" in text
    assert "/ #let x = 1" in text
    assert "= $off$ @x" in text


def test_the_same_document_gives_the_same_bytes(document_of) -> None:
    document = document_of("hostile")
    assert render(document) == render(document)


def test_all_fonts_are_embedded(report_of) -> None:
    with pymupdf.open(report_of("five")["pdf"]) as document:
        fonts = {font[3] for page in document for font in page.get_fonts()}
    assert fonts
    assert all("+" in name for name in fonts)


def test_part_heads_stand_apart_under_the_names_of_their_series(sixteen_parted) -> None:
    with pymupdf.open(sixteen_parted["pdf"]) as document:
        (first,) = [k for k, page in enumerate(document) if "Part by part" in page.get_text()]
        pages = [document[k] for k in range(first, min(first + 2, len(document)))]
        words = [word[4] for page in pages for word in page.get_text("words")]
        text = " ".join(words)
    turns = "0 45 90 135 180 225 270 315"
    assert text.count(f"{turns} {turns}") == 2
    assert text.count("without backpack with backpack") == 2


def test_the_running_header_keeps_its_descenders(report_of) -> None:
    with pymupdf.open(report_of("one_model")["pdf"]) as document:
        page = document[1]
        spans = [
            span
            for block in page.get_text("rawdict", clip=(0, 0, page.rect.width, 23 * MM))["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
        (letter, *_) = [char for span in spans for char in span["chars"] if char["c"] == "p"]
        left, _, right, _ = letter["bbox"]
        below = letter["origin"][1] + 0.9
        shown = page.get_pixmap(dpi=300, clip=(left, below, right, below + 0.8), colorspace="gray")
    assert min(shown.samples) < 160


def test_many_models_and_factors_are_summarised_and_the_page_named(
    document_of, report_of, monkeypatch
) -> None:
    document = document_of("five")
    assert not pdf.summarised(document)
    monkeypatch.setattr(pdf, "MOST_WHOLE", 9)
    assert pdf.summarised(document)
    with (
        pymupdf.open(stream=render(document)) as short,
        pymupdf.open(report_of("five")["pdf"]) as whole,
    ):
        text = " ".join(" ".join(page.get_text() for page in short).split())
        assert len(short) < 0.7 * len(whole)
    assert "This PDF summarises: 2 models times 5 factors are more than 9" in text
    for chapter in document.chapters:
        assert f"report.html#{chapter.anchor}" in text
    assert "All figures against the standard condition" not in text


def test_only_pictures_that_are_shown_are_in_the_file(document_of, report_of, monkeypatch) -> None:
    whole = report_of("five")["pdf"].stat().st_size
    monkeypatch.setattr(pdf, "MOST_WHOLE", 1)
    assert len(render(document_of("five"))) < 0.8 * whole


def test_long_names_of_models_leave_room_for_what_is_said(run_of, monkeypatch) -> None:
    long = "_amsgrad_ep150_stp60_lr0.0015_b64_fb10_softmax_labelsmooth_flip_jitter" + "x" * 60
    monkeypatch.setattr(source, "short_names", lambda names: {name: name + long for name in names})
    with pymupdf.open(stream=render(build(run_of("few")))) as document:
        blocks = document[0].get_text("dict")["blocks"]
    lines = [line["bbox"] for block in blocks for line in block.get("lines", ())]
    beside = [right - left for left, _, right, _ in lines if left > 60 * MM]
    assert max(beside) > 60 * MM, "the verdicts"
    assert max(right for _, _, right, _ in lines) <= 191 * MM + 1


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "{title}. "), ("ja", "{title}。"), ("zh", "{title}。")]
)
def test_texts_are_joined_as_the_language_joins_them(language: str, mark: str) -> None:
    """Templates fill the places of a message; what is filled in is printed as it stands."""
    words = wording_of(language)
    patterns = {name: words.text(name, **PLACES[name]) for name in PLACES}
    assert patterns["report-sentence"] == mark.format(title="{note}").rstrip()
    for name, values in PLACES.items():
        places = [place for value in values.values() for place in _flat(value)]
        assert all(patterns[name].count(place) == 1 for place in places), (name, patterns[name])


LONG = "white sweatshirt, seen from behind under a canopy of corrugated steel at dusk, while rain"


def test_labels_of_rows_do_not_run_into_one_another(synthetic, tmp_path) -> None:
    text = synthetic.shipped_texts("clothing")["clothing"]
    for label in ("white sweatshirt", "white shirt", "grey sweatshirt"):
        text = text.replace(f"en: {label}", f"en: '{label}{LONG.removeprefix('white sweatshirt')}'")
    plan = synthetic.Plan({"clothing": text}, models=("stripes", "net.a"))
    run = synthetic.write_run(tmp_path / "run", plan, synthetic.finder())
    path = tmp_path / "report.pdf"
    path.write_bytes(render(build(run)))
    overlaps, cut, whole = [], 0, 0
    with pymupdf.open(path) as document:
        for page in document:
            said = " ".join(page.get_text().split())
            cut, whole = cut + said.count("…"), whole + said.count("while rain")
            lines = [
                (pymupdf.Rect(line["bbox"]), "".join(span["text"] for span in line["spans"]))
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
            ]
            starts = [each for each in lines if each[1].startswith(("white s", "grey s"))]
            overlaps += [
                (text, other)
                for place, text in starts
                for near, other in lines
                if near != place and shared(place, near) > 0.25
            ]
    assert cut >= 6
    assert whole >= 3
    assert overlaps == []


def shared(one: pymupdf.Rect, other: pymupdf.Rect) -> float:
    """Part of a box that lies in another; a line of text is set a little into the next."""
    return pymupdf.Rect(one).intersect(other).get_area() / max(one.get_area(), 1e-9)


def test_no_place_is_left_open(report_of) -> None:
    with pymupdf.open(report_of("five")["pdf"]) as report:
        text = "".join(page.get_text() for page in report)
    assert not [place for place in ("{note}", "{level}", "{first}", "{second}") if place in text]


def _flat(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
