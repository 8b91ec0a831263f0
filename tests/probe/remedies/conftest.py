"""People of their own patterns, and small changes of condition."""

import numpy as np
import pytest

from probe.pictures.fitting import Fitting
from probe.remedies import RemedyCase, View
from probe.remedies.picture_changes import mirrored

SIZE = (32, 16)
PEOPLE = 8


def person(number, take, ground=40, *, flip=False, size=SIZE):
    """A person of one's own pattern, left and right different, before an even background."""
    rng = np.random.default_rng([number, 3])
    pattern = rng.integers(30, 226, (8, 3, 3)).repeat(size[0] // 8, 0).repeat(size[1] // 8, 1)
    noise = np.random.default_rng([number, take, 5]).normal(0, 4, pattern.shape)
    picture = np.full((*size, 3), float(ground))
    left = (size[1] - pattern.shape[1]) // 2
    picture[:, left : left + pattern.shape[1]] = pattern + noise
    mask = np.zeros(size, bool)
    mask[:, left : left + pattern.shape[1]] = True
    shown = np.clip(picture, 0, 255).astype(np.uint8)
    return (mirrored(shown), mask[:, ::-1]) if flip else (shown, mask)


def views(role, numbers, takes, *, turned=None, **how):
    return tuple(
        View(f"{role}{n}.{t}", n % 100, *person(n, t, **how), mirror=turned)
        for n in numbers
        for t in range(takes)
    )


def case(turned=None, **changed):
    return RemedyCase(
        queries=views("q", range(PEOPLE), 2, turned=turned, **changed),
        standard=views("s", range(PEOPLE), 5, turned=False),
        strangers=views("o", range(100, 100 + PEOPLE), 5, turned=False),
        subjects=PEOPLE,
    )


@pytest.fixture
def remedy_case():
    """The function that makes a change of condition."""
    return case


@pytest.fixture
def remedy_views():
    """The function that makes the views of a role."""
    return views


@pytest.fixture
def pixels(planted):
    return planted(lambda p: (p - 0.5).ravel())


@pytest.fixture
def frame():
    return Fitting(SIZE, "stretch")
