"""Notes of a run: what a reader must know, stored as messages and told in words."""

from __future__ import annotations

from probe.contracts import Reporter
from probe.runs.writer import RunWriter
from probe.wording import Message, as_stored


def note_in_run(note: Message | str, writer: RunWriter, say: Reporter) -> None:
    """Tell a note, and add it to the manifest."""
    say.step(note)
    writer.update(notes=(*writer.manifest.notes, as_stored(note)))
