"""The cache on disk: vectors by content, in the platform's cache folder, with a size limit.

One SQLite file: every batch is one transaction, so that a killed run loses at most the batch in
flight, and several runs may use it at once. One connection writes all batches: opening one for each
took most of the time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from probe.errors import RunError
from probe.wording import Message, refusal

LIMIT = 4 * 1024**3
"""Bytes of vectors that are kept: two million of 512 numbers (ours); the spaces not used for
longest go first."""

FORMAT = 2
"""Of the file; vectors of an older one are forgotten: they have no checksum."""

_TABLES = f"""
PRAGMA user_version = {FORMAT};
CREATE TABLE IF NOT EXISTS spaces (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, told TEXT NOT NULL, used REAL NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (
    space INTEGER NOT NULL REFERENCES spaces(id), image TEXT NOT NULL, data BLOB NOT NULL,
    dimension INTEGER NOT NULL, checksum BLOB NOT NULL,
    PRIMARY KEY (space, image)) WITHOUT ROWID;
"""


FILE = "vectors.sqlite"
"""What the file is called in the cache folder."""


def is_kept(folder: Path) -> bool:
    """Whether vectors are kept in a folder; looking makes no file."""
    return (folder / FILE).is_file()


@dataclass(frozen=True)
class CacheSpace:
    """What the cache holds for one backbone and fitting.

    Attributes:
        label: backbone, fitting and mask variant in words.
        vectors: how many.
        size: bytes of vectors.
        used: seconds since 1970 of the last use.
    """

    label: str
    vectors: int
    size: int
    used: float


class VectorCache:
    """Vectors by (space, image id); a space is everything that can change a vector.

    Args:
        folder: where `vectors.sqlite` lies or is made.
        limit: bytes of vectors to keep.

    Raises:
        RunError: the folder cannot be written or the file is no cache.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self.path = folder / FILE
        self._limit = limit
        self._connection: sqlite3.Connection | None = None
        self._lock = RLock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._open() as connection:
                connection.execute("PRAGMA journal_mode=WAL")
                _forget_older(connection)
                connection.executescript(_TABLES)
            self.close()
        except (OSError, sqlite3.Error) as error:
            raise refusal(
                RunError,
                Message("embedding-cache-unusable", {"error": str(error)}),
                place=self.path,
                hint=Message("embedding-cache-elsewhere"),
            ) from None

    def get(self, space: str, images: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors there are, by image id; a damaged one counts as absent."""
        vectors: dict[str, NDArray[np.float32]] = {}
        with self._open() as connection:
            row = connection.execute("SELECT id FROM spaces WHERE name = ?", (space,)).fetchone()
            if row is None:
                return vectors
            connection.execute("UPDATE spaces SET used = ? WHERE id = ?", (time.time(), row[0]))
            # SQLite took 999 variables a statement before version 3.32.
            for part in _parts(images, 500):
                marks = ",".join("?" * len(part))
                query = "SELECT image, data, dimension, checksum FROM vectors WHERE space = ?"
                query += f" AND image IN ({marks})"
                for image, data, size, checksum in connection.execute(query, (row[0], *part)):
                    if isinstance(data, bytes) and checksum == _checksum(space, image, size, data):
                        vectors[image] = np.frombuffer(data, "<f4").astype(np.float32, copy=False)
        return vectors

    def count(self, space: str, images: Sequence[str]) -> int:
        """Of how many of these pictures there are vectors, the damaged ones included."""
        known = 0
        with self._open() as connection:
            for part in _parts(images, 500):
                marks = ",".join("?" * len(part))
                query = "SELECT COUNT(*) FROM vectors JOIN spaces ON vectors.space = spaces.id"
                query += f" WHERE spaces.name = ? AND image IN ({marks})"
                known += connection.execute(query, (space, *part)).fetchone()[0]
        return known

    def put(self, space: str, label: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep a batch of vectors, all of it or nothing."""
        now = time.time()
        with self._open() as connection:
            connection.execute(
                "INSERT INTO spaces (name, told, used) VALUES (?, ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET used = excluded.used",
                (space, label, now),
            )
            (number,) = connection.execute(
                "SELECT id FROM spaces WHERE name = ?", (space,)
            ).fetchone()
            connection.executemany(
                "INSERT OR REPLACE INTO vectors (space, image, data, dimension, checksum)"
                " VALUES (?, ?, ?, ?, ?)",
                [(number, *_row(space, image, vector)) for image, vector in vectors.items()],
            )

    def spaces(self) -> list[CacheSpace]:
        """What is kept, the most recently used first.

        Raises:
            RunError: the file is damaged.
        """
        try:
            with self._open() as connection:
                rows = connection.execute(
                    "SELECT told, COUNT(image), COALESCE(SUM(LENGTH(data)), 0), used FROM spaces"
                    " LEFT JOIN vectors ON vectors.space = spaces.id GROUP BY spaces.id"
                    " ORDER BY used DESC"
                ).fetchall()
        except sqlite3.Error as error:
            raise refusal(
                RunError,
                Message("embedding-cache-damaged", {"error": str(error)}),
                place=self.path,
                hint=Message("embedding-cache-empty"),
            ) from None
        return [CacheSpace(*row) for row in rows]

    def trim(self, limit: int | None = None) -> int:
        """Drop the spaces not used for longest until the limit holds; bytes that went."""
        keep = self._limit if limit is None else limit
        dropped, total = 0, 0
        with self._open() as connection:
            rows = connection.execute(
                "SELECT spaces.id, COALESCE(SUM(LENGTH(data)), 0) FROM spaces"
                " LEFT JOIN vectors ON vectors.space = spaces.id GROUP BY spaces.id"
                " ORDER BY used DESC"
            ).fetchall()
            for number, size in rows:
                total += size
                if total > keep:
                    connection.execute("DELETE FROM vectors WHERE space = ?", (number,))
                    connection.execute("DELETE FROM spaces WHERE id = ?", (number,))
                    dropped += size
        if dropped:
            self._vacuum()
        self.close()
        return dropped

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._closing()
                self._connection = None

    def _vacuum(self) -> None:
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            connection.execute("VACUUM")
        finally:
            connection.close()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time; what is done with it is one transaction."""
        with self._lock:
            if self._connection is None:
                self._connection = self._connected()
            with self._connection:
                yield self._connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=60, check_same_thread=False)
        self._closing = weakref.finalize(self, connection.close)
        # With a write-ahead log a kill loses nothing so; a power cut may lose the last batches.
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection


@dataclass
class KeptVectors:
    """A cache that a study does without where it cannot be used: that is said once.

    Args:
        folder: where vectors are kept.
        say: told.
    """

    folder: Path
    say: Callable[[Message], None]
    _cache: VectorCache | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        try:
            self._cache = VectorCache(self.folder)
        except RunError as error:
            self._without(error.message)

    def get(self, space: str, images: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """The vectors there are, by image id."""
        try:
            return self._cache.get(space, images) if self._cache else {}
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self._without(str(error))
            return {}

    def count(self, space: str, images: Sequence[str]) -> int:
        """Of how many of these pictures there are vectors."""
        try:
            return self._cache.count(space, images) if self._cache else 0
        except (sqlite3.Error, OSError) as error:
            self._without(str(error))
            return 0

    def put(self, space: str, label: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep a batch, where that can be done."""
        try:
            if self._cache:
                self._cache.put(space, label, vectors)
        except (sqlite3.Error, OSError) as error:
            self._without(str(error))

    def trim(self) -> None:
        """Hold the cache to its limit."""
        try:
            if self._cache:
                self._cache.trim()
        except (sqlite3.Error, OSError) as error:
            self._without(str(error))

    def _without(self, why: str) -> None:
        self._cache = None
        values = {"folder": str(self.folder), "reason": why}
        self.say(Message("progress-without-cache", values))


def _row(space: str, image: str, vector: NDArray[np.float32]) -> tuple[str, bytes, int, bytes]:
    data = vector.astype("<f4").tobytes()
    return image, data, len(vector), _checksum(space, image, len(vector), data)


def _checksum(space: str, image: str, dimension: int, data: bytes) -> bytes:
    """Of a vector and of whose it is: a row that stands in another's place is found as well."""
    checksum = hashlib.blake2b(f"{space} {image} {dimension} ".encode(), digest_size=8)
    checksum.update(data)
    return checksum.digest()


def _forget_older(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < FORMAT:
        connection.executescript("DROP TABLE IF EXISTS vectors; DROP TABLE IF EXISTS spaces;")


def _parts(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))
