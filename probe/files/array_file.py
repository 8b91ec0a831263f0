"""Arrays in a file without a name: large ones of a study that is under way."""

from __future__ import annotations

import math
import os
import tempfile
import threading
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from probe.files.atomic import naming_file

Array = NDArray[Any]
Place = tuple[int, np.dtype[Any], tuple[int, ...]]


class ArrayFile(Sequence[Array]):
    """Arrays in the order they were added; each is read from the file when it is asked for.

    The file goes when nobody holds it any more. Sent to another machine, it is written there again.

    Args:
        folder: in which the file lies; None, or one that does not exist: that of temporary files.
        arrays: the first ones.
    """

    def __init__(self, folder: Path | None = None, arrays: Iterable[Array] = ()) -> None:
        self._folder = folder
        there = folder if folder is not None and folder.is_dir() else Path(tempfile.gettempdir())
        self._where = there
        with naming_file(there):
            self._file = tempfile.TemporaryFile(dir=there)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._places: list[Place] = []
        self._lock = threading.Lock()
        for array in arrays:
            self.append(array)

    def append(self, array: Array) -> None:
        """Write one more array at the end."""
        whole = np.ascontiguousarray(array)
        with self._lock, naming_file(self._where):
            place = self._file.seek(0, os.SEEK_END)
            self._file.write(whole.data)
            self._file.flush()
        self._places.append((place, whole.dtype, whole.shape))

    def mapped(self, index: int) -> Array:
        """An array that cannot be written to: the system reads its pages when they are asked for.

        Args:
            index: its place; the array holds at least one number.
        """
        place, dtype, shape = self._places[index]
        return np.asarray(np.memmap(self._file, dtype, "r", place, shape))

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Array: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Array]: ...
    def __getitem__(self, index: int | slice) -> Array | Sequence[Array]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        place, dtype, shape = self._places[index]
        with self._lock, naming_file(self._where):
            self._file.seek(place)
            read = self._file.read(math.prod(shape) * dtype.itemsize)
        return np.frombuffer(bytearray(read), dtype).reshape(shape)

    def __reduce__(self) -> tuple[Any, ...]:
        return ArrayFile, (self._folder, list(self))
