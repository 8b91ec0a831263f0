"""Tables as the API gives them: words where the file holds messages."""

import pandas as pd

from probe.runs.words_tables import FilesInWords
from probe.wording import Message


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
