"""Texts of options that only tests declare: the catalogue has no words for them."""

from probe.wording import Message


def said(text: str) -> Message:
    """A message that says a text."""
    return Message("phrases", {"parts": (text,)})
