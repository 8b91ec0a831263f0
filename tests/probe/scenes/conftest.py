"""A person and the skeleton of that person, for the parts of a body."""

import pytest

from probe.scenes.identity import identity
from probe.scenes.skeleton import skeleton


@pytest.fixture(scope="session")
def person():
    return identity(3)


@pytest.fixture(scope="session")
def bones(person):
    return skeleton(person)
