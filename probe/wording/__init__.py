"""Everything that is printed: numbers, units and sentences, by language.

`Message` is what rooms compute and store: a key with values. `Wording` turns it into text, with the
sentences of one language (`en.ftl`, Project Fluent). A second language is a second `.ftl` file.
"""

from probe.wording.catalogue import Wording, languages, wording_of
from probe.wording.functions import capital
from probe.wording.message import (
    Message,
    Translated,
    Value,
    as_stored,
    is_stored_message,
    joined_notes,
    stored_message,
)
from probe.wording.refusal import reason_of, refusal

__all__ = [
    "Message", "Translated", "Value", "Wording", "as_stored", "capital", "is_stored_message",
    "joined_notes", "languages", "reason_of", "refusal", "stored_message", "wording_of",
]  # fmt: skip
