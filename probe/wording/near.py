"""The next step where a name is not known: the nearest of those that are, or what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import pairwise

from probe.wording.message import Message

DID_YOU_MEAN = "near-name"
"""The message that ends in a question mark."""

MOST_NAMES = 20
"""So many valid names are listed where none is near."""

MOST_TRIED = 50
"""So many names are looked at letter by letter (ours; a folder may hold ten thousand)."""

LEAST_BEGUN = 4
"""A name is taken for the beginning of another from so many letters on (ours)."""

LETTERS_A_SLIP = 3
"""One slip of the finger in so many letters is a misspelt name; more of them is another (ours)."""

_JOINT = re.compile(r"[._:=-]")
"""What parts a name: `osnet_x1_0`, `moco.demo`."""


def nearest(name: object, valid: Iterable[str]) -> Message:
    """`did you mean 'x'?`, or the list of valid names when none is near.

    Args:
        name: what was written.
        valid: the names that exist.
    """
    names = sorted({str(candidate) for candidate in valid})
    near = near_name(str(name), names)
    if near:
        return Message(DID_YOU_MEAN, {"name": repr(near)})
    if not names:
        return Message("near-none")
    more = max(0, len(names) - MOST_NAMES)
    return Message("near-valid", {"names": tuple(names[:MOST_NAMES]), "more": more})


def near_name(name: str, names: Sequence[str]) -> str | None:
    """The name that was most likely meant: misspelt, shortened, begun, or its last part; as a
    whole, without regard to case, or by its stem.
    """
    small = {candidate.lower(): candidate for candidate in reversed(names)}
    written = name.lower()
    if near := _nearest_of(name, names):
        return near
    if near := _nearest_of(written, [*small]):
        return small[near]
    stems = {key: _JOINT.split(key)[0] for key in small}
    if near := _nearest_of(written, [*stems.values()]):
        kin = [key for key, stem in stems.items() if stem == near]
        return small[get_close_matches(written, kin, n=1, cutoff=0.0)[0]]
    return None


def joined_hint(first: Message | str, then: Message | str) -> Message:
    """Two next steps on one line: a question mark ends the first, else a semicolon parts them."""
    asks = isinstance(first, Message) and first.id == DID_YOU_MEAN
    return Message("sentences" if asks else "parts-joined", {"parts": (first, then)})


def _nearest_of(name: str, names: Sequence[str]) -> str | None:
    alike = get_close_matches(name, names, n=MOST_TRIED)
    near = [other for other in alike if _misspelt(name, other) or _shortened(name, other)]
    near += [other for other in names if _part_of(name, other)]
    return get_close_matches(name, near, n=1, cutoff=0.0)[0] if near else None


def _misspelt(name: str, other: str) -> bool:
    """Whether few slips of the finger lie between two names."""
    return slips(name, other) <= max(len(name), len(other)) // LETTERS_A_SLIP


def _shortened(name: str, other: str) -> bool:
    """Whether a name is the other with letters left out behind the first: `bf16` of `bfloat16`."""
    letters = iter(other)
    return name[:1] == other[:1] and all(letter in letters for letter in name)


def _part_of(name: str, other: str) -> bool:
    """Whether one is the beginning of the other, or its last part: `height` of `camera_height`."""
    short, long = sorted((name, other), key=len)
    if len(short) < LEAST_BEGUN:
        return False
    return long.startswith(short) or bool(re.search(_JOINT.pattern + re.escape(short) + "$", long))


def slips(name: str, other: str) -> int:
    """How many letters are missing, too many, another, or changed places with the next (Damerau and
    Levenshtein's distance, where no letter is moved twice).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, (last, letter) in enumerate(pairwise(f" {name}")):
        further = [at + 1]
        for place, there in enumerate(other):
            cost = min(row[place + 1] + 1, further[place] + 1, row[place] + (letter != there))
            if place and before and letter == other[place - 1] and last == there:
                cost = min(cost, before[place - 1] + 1)
            further.append(cost)
        before, row = row, further
    return row[-1]
