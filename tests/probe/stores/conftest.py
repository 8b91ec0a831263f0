import itertools

import fsspec
import pytest

NUMBERS = itertools.count()


class MemoryStore:
    """A store in this process, behind fsspec as any other."""

    def __init__(self):
        self.system = fsspec.filesystem("memory")
        self.key = f"bucket{next(NUMBERS)}/people"
        self.address = f"memory://{self.key}"

    def put(self, name, content=b"x"):
        self.system.pipe(f"/{self.key}/{name}", content)

    def put_folder(self, folder):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(path.relative_to(folder).as_posix(), path.read_bytes())

    def remove(self, name):
        self.system.rm(f"/{self.key}/{name}")


@pytest.fixture
def memory():
    return MemoryStore()
