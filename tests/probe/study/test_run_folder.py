"""The directory of a run: its own among others, resumed only for the same inputs."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from probe import reports
from probe.contracts import Reporter
from probe.errors import RunError
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.study.request import StudyRequest
from probe.study.run_folder import marking_failure, open_run_folder
from probe.study.steps import run_study
from probe.wording import wording_of

in_words = wording_of().stored

CREATED = "2026-01-31T12:00:00Z"


@pytest.fixture
def begin(photos, protocol_file, tmp_path):
    """Opens the folder of a study with some options."""
    sets = [photo_set(load_protocol(protocol_file), photos)]

    def opened(**options):
        request = StudyRequest(protocol_file, "stripes", photos=photos, out=tmp_path / "runs")
        request = replace(request, **options)
        return open_run_folder(request, [protocol_file], sets, [("stripes", "key")], Reporter())

    return opened


def test_studies_begun_in_the_same_second_have_directories_of_their_own(begin, monkeypatch):
    monkeypatch.setattr("probe.study.run_folder.now", lambda: CREATED)
    with ThreadPoolExecutor(8) as pool:
        writers = list(pool.map(lambda _: begin(), range(8)))
    names = sorted(writer.path.name for writer in writers)
    assert len(set(names)) == 8
    assert all(name.startswith("20260131T120000Z-") for name in names)


def test_the_same_inputs_are_resumed(begin):
    first = begin()
    first.release()
    again = begin(resume=True)
    assert again.path == first.path
    again.release()
    assert begin(resume=True, workers=2, cache="elsewhere").path == first.path


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ({"remedy": "super-resolution=x2.onnx"}, {"remedies": True}),
        ({"fmr": 0.02}, {"fmr": (0.02, 0.02)}),
    ],
    ids=str,
)
def test_the_same_asked_in_other_words_is_resumed(begin, one, same):
    first = begin(**one)
    first.release()
    assert begin(resume=True, **{**one, **same}).path == first.path


def test_a_run_that_another_process_computes_is_not_resumed(begin):
    first = begin()
    with pytest.raises(RunError, match="another process is computing this run") as caught:
        begin(resume=True)
    assert caught.value.place == str(first.path)
    with pytest.raises(ValueError, match="odd"), marking_failure(first):
        raise ValueError("odd")
    assert begin(resume=True).path == first.path


@pytest.mark.parametrize(
    "other",
    [
        {"fmr": 0.05}, {"fmr": (0.01, 0.02)}, {"split_strangers": True}, {"precision": "bfloat16"},
        {"engine": "torch"}, {"attention": True}, {"remedies": True}, {"pictures": False},
        {"pixelate_faces": True}, {"site": "orientation=any"},
    ],
    ids=str,
)  # fmt: skip
def test_what_would_hold_other_figures_or_pictures_is_not_resumed(begin, other):
    first = begin()
    assert begin(resume=True, **other).path != first.path


def test_a_study_that_fails_says_so_in_its_manifest(begin):
    writer = begin()
    with pytest.raises(ValueError, match="odd"), marking_failure(writer):
        raise ValueError("odd")
    assert writer.manifest.status == "failed"
    assert in_words(writer.manifest.notes[-1]) == "failed: odd"


def test_a_complete_run_without_its_report_is_taken_up_and_not_computed_again(
    photos, protocol_file, tmp_path
):
    request = StudyRequest(protocol_file, "stripes", photos=photos, out=tmp_path / "runs")
    first = run_study(request)
    again = run_study(replace(request, resume=True))
    assert again.path == first.path
    reports.write(again, formats=("json", "html"))
    assert run_study(replace(request, resume=True)).path == first.path
    reports.write(again)
    assert run_study(replace(request, resume=True)).path != first.path
