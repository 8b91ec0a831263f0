"""Terms that a page explains where they stand, and all of them at its end."""

from __future__ import annotations

from dataclasses import dataclass

from probe.reports.words import Words

TERMS = {
    "fnmr": ("report-term-fnmr", "report-term-fnmr-text"),
    "fmr": ("report-term-fmr", "report-term-fmr-text"),
    "threshold": ("report-term-threshold", "report-term-threshold-text"),
    "retention": ("report-term-retention", "report-term-retention-text"),
    "auc": ("report-term-auc", "report-term-auc-text"),
    "dprime": ("report-term-dprime", "report-term-dprime-text"),
    "eer": ("report-term-eer", "report-term-eer-text"),
    "bias": ("report-term-bias", "report-term-bias-text"),
    "strangers": ("report-term-strangers", "report-term-strangers-text"),
    "alike": ("report-term-alike", "report-term-alike-text"),
}
"""Their names; the messages of a term as printed, and of what it means."""


@dataclass(frozen=True)
class Term:
    """A term.

    Attributes:
        key: its name.
        name: as it is printed.
        text: what it means, in one or two sentences.
    """

    key: str
    name: str
    text: str


def terms_of(words: Words) -> tuple[Term, ...]:
    """The terms in a language."""
    return tuple(
        Term(key, words.text(name), words.text(text)) for key, (name, text) in TERMS.items()
    )
