"""Tables, JSON and manifest as the API gives them: words where the files hold messages."""

import json

import numpy as np
import pandas as pd

from probe.runs.in_words import FilesInWords, data_in_words, manifest_in_words
from probe.runs.manifest import BackboneEntry, Failure, Manifest, ThresholdEntry
from probe.runs.opening import StoredFiles
from probe.wording import Message, wording_of

NOTE = Message("note-one-subject")
WORDS = "one subject: nothing can be said about other people"


def test_notes_are_read_in_words_and_the_rest_as_it_is(tmp_path):
    note = Message("note-one-subject")
    table = pd.DataFrame(
        {
            "fnmr_note": [note.json(), "", "a text of an older run"],
            "status": ["ok", Message("reason-empty-file").json(), "ok"],
            "mean": [0.5, 0.25, 0.0],
            "subject": [note.json(), "a", "b"],
        }
    )
    table.to_parquet(tmp_path / "t.parquet")
    read = FilesInWords(tmp_path, "complete").table("t.parquet")
    assert read["fnmr_note"].tolist() == [
        "one subject: nothing can be said about other people", "", "a text of an older run",
    ]  # fmt: skip
    assert read["status"].tolist() == ["ok", "the file is empty", "ok"]
    assert read[["mean", "subject"]].equals(table[["mean", "subject"]])


def test_json_and_the_index_of_arrays_are_read_in_words(tmp_path):
    data = {"rungs": [{"label": NOTE.data(), "note": "", "fnmr": 0.5}], "note": NOTE.json()}
    (tmp_path / "a.json").write_text(json.dumps(data))
    in_words = {"rungs": [{"label": WORDS, "note": "", "fnmr": 0.5}], "note": WORDS}
    assert FilesInWords(tmp_path, "complete").json("a.json") == in_words
    assert StoredFiles(tmp_path, "complete").json("a.json") == data
    arrays = {"told": np.frombuffer(json.dumps([data]).encode(), np.uint8)}
    assert FilesInWords(tmp_path, "complete").index(arrays) == [in_words]


def test_what_has_no_words_stays_as_it_is():
    unknown = [{"id": "of-a-newer-version", "values": {}}, {"id": 3, "values": {}}, '{"id":"']
    assert data_in_words(unknown, wording_of()) == unknown


def test_all_notes_of_a_manifest_are_words():
    note = NOTE.json()
    threshold = ThresholdEntry(
        backbone="a", variant="unmasked", fmr=0.01, value=None, false_matches=0, comparisons=0,
        subjects=1, strangers=0, resolved=False, note=note,
    )  # fmt: skip
    manifest = Manifest(
        status="complete", study="s", run="r", created="2026-01-31T12:00:00Z", notes=(note, "text"),
        backbones=(BackboneEntry(name="a", card={}, digest="d", dimension=3, notes=(note,)),),
        thresholds=(threshold,), further_thresholds=(threshold,),
        failures=(Failure(protocol="p", picture="x", condition="c", subject="s", reason=note),),
    )  # fmt: skip
    shown = manifest_in_words(manifest)
    assert shown.notes == (WORDS, "text")
    assert shown.backbones[0].notes == (WORDS,)
    assert shown.thresholds[0].note == shown.further_thresholds[0].note == WORDS
    assert shown.failures[0].reason == WORDS
    assert manifest.notes == (note, "text")
