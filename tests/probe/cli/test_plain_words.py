"""Sentences of argparse, in plain words of the language that is spoken."""

import argparse

import pytest

from probe.cli.plain_words import in_plain_words
from probe.wording import speaking

WORDS = [
    (["--size"], "--size is without its value"),
    (["--sizes"], "--sizes is without a value"),
    (["--fast=yes"], "--fast takes no value, and is given 'yes'"),
    (["--fast", "--slow"], "--slow and --fast do not go together"),
    (["--kind", "x"], "--kind: invalid choice: 'x' (choose from 'a', 'b')"),
    (["--size", "x"], "--size: invalid int value: 'x'"),
]


def said(arguments):
    """What argparse says of arguments."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--size", type=int)
    parser.add_argument("--sizes", nargs="+")
    parser.add_argument("--kind", choices=("a", "b"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--fast", action="store_true")
    either.add_argument("--slow", action="store_true")
    with pytest.raises(argparse.ArgumentError) as refused:
        parser.parse_args(arguments)
    return str(refused.value)


@pytest.mark.parametrize(("arguments", "plain"), WORDS)
def test_what_argparse_says_today_is_known(arguments, plain):
    assert in_plain_words(said(arguments)) == plain


def test_another_text_stays():
    assert in_plain_words("something else") == "something else"


def test_it_is_said_in_the_language_that_is_spoken():
    with speaking("ja"):
        assert in_plain_words("the following arguments are required: RUN") == "足りないもの：RUN"
