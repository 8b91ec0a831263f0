"""People drawn in other poses: rows of pictures, and figures as they are stored."""

import io
from shutil import copytree

import pytest
from PIL import Image

from probe import reports
from probe.reports.document import build
from probe.runs.paths import GENERATED, generated_file
from probe.runs.reading import Run
from probe.runs.writer import add_files


def webp(colour):
    buffer = io.BytesIO()
    Image.new("RGB", (32, 64), colour).save(buffer, "WEBP")
    return buffer.getvalue()


def drawn_rows(run, subjects, cosine):
    """A drawn picture and a copy for every subject and condition of the first protocol."""
    protocol = next(iter(run.protocols.values()))
    images = run.images
    here = images[(images["protocol"] == protocol.name) & (images["status"] == "ok")]
    rows, files = [], {}
    for subject in list(dict.fromkeys(here["subject"]))[:subjects]:
        own = here[here["subject"] == subject]
        source = own["image_id"].iloc[0]
        for condition in range(len(protocol.conditions)):
            true = own[own["condition"] == condition]["image_id"].iloc[-1]
            for model in (-1, 0):
                name = "" if model < 0 else generated_file(protocol.name, subject, condition, model)
                if name:
                    files[name] = webp("red")
                rows.append({
                    "subject": subject, "condition": condition, "model": model,
                    "source": source, "true": true, "picture": name,
                    "l1": 0.25 + 0.5 * condition * (model == 0), "ssim": -0.5, "cosine": cosine,
                })  # fmt: skip
    return protocol, rows, files


@pytest.fixture
def drawn(run_of, tmp_path):
    """`drawn(subjects, cosine, missing)`: a copy of a run with what was drawn in it."""

    def keep(subjects=2, cosine=None, missing=0):
        run = Run(copytree(run_of("one_model").path, tmp_path / f"{subjects}-{cosine}-{missing}"))
        protocol, rows, files = drawn_rows(run, subjects, cosine)
        record = {
            "models": ["one, joint"], "judge": "a judge" if cosine else "", "seed": 0,
            "protocols": {protocol.name: {"missing": missing, "drawn": rows}},
        }  # fmt: skip
        return add_files(run, files, GENERATED, record)

    return keep


def section_of(run):
    document = build(run, before=(), chapter=("generated",), after=())
    return document.chapters[0].data("generated")


def test_a_run_in_which_nobody_drew_has_no_section(run_of):
    assert section_of(run_of("one_model")) is None


def test_each_person_has_a_row_of_true_and_a_row_of_drawn_pictures(drawn):
    run = drawn()
    document = build(run)
    data = document.chapters[0].data("generated")
    conditions = len(document.chapters[0].chapter.axis.full)
    assert len(data.people) == 2
    for person in data.people:
        true, made = person.rows
        assert (true.label, made.label) == ("true picture", "one, joint")
        assert len(made.pictures) == conditions
        assert all(document.pictures[key].height == 64 for key in made.pictures)


def test_figures_are_means_over_people_by_condition_and_in_all(drawn):
    data = section_of(drawn())
    rows = {(row.figure, row.name): row.texts for row in data.figures}
    assert {figure for figure, _ in rows} == {"L1", "SSIM"}, "no judge, no cosine"
    assert rows["L1", "one, joint"][:2] == (".25", ".75")
    assert set(rows["L1", "copy of the source"]) == {".25"}
    assert rows["SSIM", "one, joint"][-1] == "\u2212.50"


def test_the_judge_is_named(drawn):
    data = section_of(drawn(cosine=0.5))
    assert "cosine that of a judge" in data.caption
    assert {row.figure for row in data.figures} == {"L1", "SSIM", "cosine"}


def test_what_has_no_keypoints_is_said(drawn):
    assert "3 pictures have no keypoints" in section_of(drawn(missing=3)).note
    assert section_of(drawn()).note == ""


def test_few_people_are_shown_and_all_are_counted(drawn):
    data = section_of(drawn(subjects=6))
    assert len(data.people) == 4
    assert "4 of 6 people" in data.caption


def test_every_print_holds_it(drawn, tmp_path):
    files = reports.write(drawn(cosine=0.5), tmp_path)
    assert '"generated"' in files["json"].read_text("utf-8")
    assert "one, joint" in files["html"].read_text("utf-8")
    assert files["pdf"].stat().st_size > 10_000


@pytest.fixture
def styled(run_of, tmp_path):
    """A copy of a run with its people in two styles."""
    run = Run(copytree(run_of("one_model").path, tmp_path / "styled"))
    protocol, rows, files = drawn_rows(run, 3, 0.75)
    rows = [row | {"source": row["true"], "other": 0.25} for row in rows]
    record = {
        "kind": "styles", "models": ["stargan, market1501 3"], "judge": "a judge", "seed": 0,
        "protocols": {protocol.name: {"missing": 0, "drawn": rows}},
    }  # fmt: skip
    return add_files(run, files, GENERATED, record)


def test_styles_stand_below_their_source_with_the_cosine_of_others(styled):
    data = section_of(styled)
    assert data.head == "In the styles of cameras."
    assert "its mean with pictures of other people" in data.caption
    person = data.people[0]
    assert person.source == "", "every condition has its own"
    assert [row.label for row in person.rows] == ["source", "stargan, market1501 3"]
    rows = {(row.figure, row.name): row.texts for row in data.figures}
    assert {figure for figure, _ in rows} == {"cosine", "cosine, others", "L1"}
    assert rows["cosine", "source, at that size"][-1] == ".75"
    assert rows["cosine, others", "stargan, market1501 3"][-1] == ".25"


def test_every_print_holds_styles(styled, tmp_path):
    files = reports.write(styled, tmp_path)
    page = files["html"].read_text("utf-8")
    assert "In the styles of cameras." in page
    assert "Turned by a generator." not in page
    assert files["pdf"].stat().st_size > 10_000
