"""The language that a command speaks: asked for, or the user's where there are words in it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from itertools import zip_longest

VARIABLE = "PROBE_LANGUAGE"
"""Environment variable that names the language; an unknown one is refused."""

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Environment variables of POSIX that name the user's language, the first that is set counts."""


def add_language(parser: argparse.ArgumentParser) -> None:
    """`--language`, as the program and every command have it: the one behind the command counts."""
    from probe.wording import languages, wording_of

    text = wording_of().text("help-language", languages=tuple(languages()), variable=VARIABLE)
    parser.add_argument("--language", metavar="CODE", default=argparse.SUPPRESS, help=text)


def asked_language(asked: str | None, environment: Mapping[str, str]) -> str:
    """Code of the language to speak.

    Args:
        asked: what `--language` says.
        environment: of the process.

    Raises:
        UsageError: `--language` or the variable names one that there are no words in; its place
            says which of them.
    """
    from probe.errors import UsageError
    from probe.wording.catalogue import languages, wording_of

    for place, named in (("--language", asked), (VARIABLE, environment.get(VARIABLE))):
        if named:
            try:
                return wording_of(named).language
            except UsageError as error:
                raise UsageError(error.message, place=place, hint=error.hint) from None
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    code = locale.partition(".")[0].partition("_")[0].lower()
    return code if code in languages() else "en"


def language_of_words(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Code of the language to refuse a command's arguments in, before they are parsed; English
    where the one asked for has no words, which is refused later.

    Args:
        words: of the command line.
        environment: of the process.
    """
    from probe.errors import UsageError

    asked = None
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        name, equals, value = word.partition("=")
        if name == "--language":
            asked = value if equals else following
    try:
        return asked_language(asked, environment)
    except UsageError:
        return "en"
