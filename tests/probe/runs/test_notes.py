from probe.contracts import Reporter
from probe.runs.manifest import Manifest
from probe.runs.notes import note_in_run
from probe.runs.writer import RunWriter
from probe.wording import Message, wording_of


class Listener(Reporter):
    def __init__(self):
        self.lines = []

    def step(self, text):
        self.lines.append(wording_of().either(text))


def test_a_note_is_told_in_words_and_stored_as_a_message(tmp_path):
    manifest = Manifest(status="started", study="s", run="r", created="2026-01-31T12:00:00Z")
    writer, listener = RunWriter(tmp_path / "run", manifest), Listener()
    note = Message("note-no-evidence", {"model": "m", "reason": "no maps"})
    note_in_run(note, writer, listener)
    note_in_run("a text of a plug-in", writer, listener)
    assert listener.lines == ["no evidence maps of m: no maps", "a text of a plug-in"]
    assert writer.manifest.notes == (note.json(), "a text of a plug-in")
