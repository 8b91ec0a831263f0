"""Everything that is printed: numbers, units and sentences, by language.

`Message` is what rooms compute and store: a key with values. `Wording` turns it into text, with the
sentences of one language (`en.ftl`, `ja.ftl`, `zh.ftl`, Project Fluent). A further language is a
further `.ftl` file. Without a language named, words are those that are spoken: English, or what the
user of a command reads (`speaking`).
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
from probe.wording.near import DID_YOU_MEAN, joined_hint, near_name, nearest
from probe.wording.refusal import reason_of, refusal
from probe.wording.spoken import speaking, spoken_language

__all__ = [
    "DID_YOU_MEAN", "Message", "Translated", "Value", "Wording", "as_stored", "capital",
    "is_stored_message", "joined_hint", "joined_notes", "languages", "near_name", "nearest",
    "reason_of", "refusal", "speaking", "spoken_language", "stored_message", "wording_of",
]  # fmt: skip
