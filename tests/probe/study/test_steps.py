"""A study from photographs to a stored run, again from the cache, and after being killed."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from probe.errors import ProbeError, UsageError
from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.wording import wording_of

in_words = wording_of().stored


def request(protocol_file, folder, tmp_path, **changes):
    plain = StudyRequest(
        protocol_file,
        ("stripes",),
        photos=folder,
        out=tmp_path / "runs",
        cache=tmp_path / "cache",
        fmr=0.03,
    )
    return replace(plain, **changes)


def test_a_study_is_stored_whole(photos, protocol_file, tmp_path):
    run = run_study(request(protocol_file, photos, tmp_path))
    assert run.manifest.status == "complete"
    assert run.changed_files() == []
    assert set(run.cells["kind"]) == {"mated", "at_large"}
    assert len(run.cells) == 9 * 2
    assert len(run.images) == 72
    pictures = {run.picture(image) for image in run.images["image_id"]}
    assert len(pictures) == 72
    assert None not in pictures
    assert run.picture_files == ["pictures.zip"]
    mated = run.matrix("stripes", "turn")
    assert np.array_equal(mated, mated.T)
    assert mated[2, 2] > run.matrix("stripes", "turn", kind="at_large")[2, 2]
    threshold = run.manifest.threshold("stripes")
    assert threshold.resolved
    assert threshold.comparisons == 8 * 7 // 2 * 9
    assert {finding.key for finding in run.findings} >= {"headline", "deck", "factor"}
    assert str(tmp_path) not in (run.path / "manifest.json").read_text()


def test_another_fit_than_the_cards_is_said(photos, protocol_file, tmp_path, studied):
    plain = studied(request(protocol_file, photos, tmp_path))
    assert plain.manifest.backbones[0].notes == ()
    assert plain.protocols["turn"].fit == plain.manifest.protocols[0].fit == "card"
    (note,) = map(in_words, plain.manifest.notes)
    assert note.startswith("The protocol says no fit: each model gets photographs as its card says")
    assert "(stripes letterbox)" in note
    protocol_file.write_text(protocol_file.read_text() + "fit: stretch\n")
    run = run_study(request(protocol_file, photos, tmp_path))
    told = "its card says fit: letterbox; stretch is used, as the protocol says."
    (note,) = run.manifest.backbones[0].notes
    assert in_words(note).startswith(told)
    assert run.manifest.notes == ()
    assert run.protocols["turn"].fit == run.manifest.protocols[0].fit == "stretch"


def test_without_pictures_none_is_kept(photos, protocol_file, tmp_path):
    run = run_study(request(protocol_file, photos, tmp_path, pictures=False))
    assert run.picture_files == []
    assert not [*run.path.rglob("*.webp"), *run.path.rglob("*.zip")]


def test_faces_are_pixelated_before_anything_is_stored(photos, protocol_file, tmp_path, studied):
    plain = studied(request(protocol_file, photos, tmp_path))
    covered = run_study(request(protocol_file, photos, tmp_path, pixelate_faces=True))
    for image in plain.images["image_id"]:
        first, second = (run.picture(image) for run in (plain, covered))
        assert None not in (first, second)
        assert first != second
    assert plain.manifest.files["cells.parquet"] == covered.manifest.files["cells.parquet"]


def test_the_second_time_nothing_is_embedded_and_nothing_differs(photos, protocol_file, tmp_path):
    first = run_study(request(protocol_file, photos, tmp_path))
    second = run_study(request(protocol_file, photos, tmp_path))
    assert second.path != first.path
    assert first.manifest.backbones[0].embedded == 72
    assert (second.manifest.backbones[0].embedded, second.manifest.backbones[0].cached) == (0, 72)
    assert first.manifest.files == second.manifest.files


def test_figures_do_not_depend_on_the_number_of_workers(photos, protocol_file, tmp_path):
    one = run_study(request(protocol_file, photos, tmp_path, workers=1, cache=tmp_path / "c1"))
    many = run_study(request(protocol_file, photos, tmp_path, workers=7, cache=tmp_path / "c7"))
    assert one.manifest.files == many.manifest.files


def test_few_people_get_no_threshold_and_are_told_how_many_are_needed(
    make_photos, protocol_file, tmp_path
):
    photos = make_photos(tmp_path / "few", people=3)
    run = run_study(request(protocol_file, photos, tmp_path))
    threshold = run.manifest.threshold("stripes")
    assert threshold.value is None
    assert "3\u00a0% needs at least" in in_words(threshold.note)
    assert "there are 3" in in_words(threshold.note)
    assert run.cells["fnmr"].isna().all()


def test_one_person_is_the_papers_own_case(make_photos, protocol_file, tmp_path):
    photos = make_photos(tmp_path / "one", people=1)
    run = run_study(request(protocol_file, photos, tmp_path))
    mated = run.cells[run.cells["kind"] == "mated"]
    assert mated["mean"].notna().all()
    assert mated["interval_note"].map(in_words).str.contains("this person only").all()
    assert "no strangers" in in_words(run.manifest.threshold("stripes").note)


def test_several_protocols_share_one_threshold(photos, protocol_file, tmp_path):
    folder = tmp_path / "both"
    folder.mkdir()
    text = protocol_file.read_text(encoding="utf-8")
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    (folder / "b.yaml").write_text(text.replace("name: turn", "name: again"), encoding="utf-8")
    run = run_study(request(folder, photos, tmp_path))
    named = run_study(request(sorted(folder.glob("*.yaml")), photos, tmp_path))
    assert named.path.parent.name == "study"
    pd.testing.assert_frame_equal(named.cells, run.cells)
    assert named.manifest.options["inputs"] == run.manifest.options["inputs"]
    assert list(run.protocols) == ["turn", "again"]
    assert run.manifest.thresholds[0].comparisons == 8 * 7 // 2 * 9
    assert run.manifest.backbones[0].embedded == 72
    first, second = (run.matrix("stripes", name) for name in run.protocols)
    assert np.array_equal(first, second)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fmr": 0.0}, "between 0 and 1"),
        ({"subjects": 5}, "--subjects is for rendered people"),
        ({"photos": None, "subjects": 0}, "--subjects 0 is not from 1 to"),
        ({"photos": None}, "--photos"),
        ({"backbones": ("strips",)}, "did you mean 'stripes'"),
    ],
)
def test_what_does_not_fit_together_is_refused(photos, protocol_file, tmp_path, changes, told):
    with pytest.raises(ProbeError, match=told):
        run_study(request(protocol_file, photos, tmp_path, **changes))
    assert not (tmp_path / "runs").exists()


def test_protocols_that_fit_pictures_differently_are_not_one_study(photos, protocol_file, tmp_path):
    other = protocol_file.read_text(encoding="utf-8").replace("name: turn", "name: b\nfit: stretch")
    (protocol_file.parent / "b.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(UsageError, match="the same way"):
        run_study(request(protocol_file.parent, photos, tmp_path))


SLOW = '''
import time
from pathlib import Path
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Slow:
    """A backbone that takes its time and writes down every picture it has embedded."""

    batch = 6

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        time.sleep(0.02)
        with Path("embedded.txt").open("a") as log:
            log.write("x" * len(images))
        return images.reshape(len(images), -1)[:, ::97].astype(np.float32)

def load(card, weights, runtime):
    return Slow(card)

card = BackboneCard("slow", input_size=(48, 20), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=load)
'''


@pytest.mark.slow
def test_a_killed_run_loses_at_most_the_batch_in_flight(photos, protocol_file, tmp_path):
    (tmp_path / "slow_one.py").write_text(SLOW, encoding="utf-8")
    log = tmp_path / "embedded.txt"
    command = [
        *(sys.executable, "-m", "probe", "run", str(protocol_file), "--photos", str(photos)),
        *("--backbone", "slow_one:spec", "--resume", "--no-report", "--cache", "cache"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    luck = random.Random(5)
    kills = 0
    for attempt in range(12):
        log.unlink(missing_ok=True) if attempt == 0 else None
        done = log.stat().st_size if log.exists() else 0
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wanted = done + luck.randrange(0, 24)
        while process.poll() is None:
            embedded = log.stat().st_size if log.exists() else 0
            if embedded > wanted:
                time.sleep(luck.random() * 0.02)
                process.send_signal(signal.SIGKILL)
                kills += 1
                break
            time.sleep(0.002)
        process.wait()
        for leftover in tmp_path.rglob("manifest.json"):
            Run(leftover.parent)
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert kills >= 3
    # Every start looks at nine made pictures first (`check_repeatable`).
    assert log.stat().st_size <= 72 + 6 * kills + 9 * (kills + 1)
    runs = [Run(path.parent) for path in (tmp_path / "runs").glob("turn/*/manifest.json")]
    whole = [run for run in runs if run.manifest.status == "complete"]
    assert whole
    for run in whole:
        assert run.changed_files() == []
        assert len(run.embeddings("slow")[0]) == 72
    assert not list(Path(tmp_path).rglob("*.part"))


def test_two_people_who_are_one_picture_to_the_model_are_named(photos, protocol_file, tmp_path):
    with Image.open(photos / "01_o0_1.png") as opened:
        brighter = np.clip(np.asarray(opened).astype(np.int16) + 3, 0, 255).astype(np.uint8)
    Image.fromarray(brighter).save(photos / "02_o0_1.png")
    run = run_study(request(protocol_file, photos, tmp_path))
    (note,) = [n for n in map(in_words, run.manifest.notes) if "almost one to every model" in n]
    assert "01_o0_1.png (01) and 02_o0_1.png (02)" in note
