"""Values as the bytes of a run's files: equal values give equal bytes, and so equal hashes."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd


def json_text(data: object) -> str:
    """Data as the text of a JSON file of a run; NaN is refused, so that every reader can read it.

    Raises:
        ValueError: a number is not finite.
    """
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def npz(**arrays: NDArray[Any]) -> bytes:
    """Arrays as the bytes of a compressed .npz file."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def arrays_checksum(*arrays: NDArray[Any]) -> str:
    """Hex sha256 over arrays, their types and shapes included."""
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(f"{array.dtype.str} {array.shape} ".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def parquet(table: pd.DataFrame) -> bytes:
    """A table as the bytes of a Parquet file."""
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def write_parquet(path: Path, groups: Iterable[pd.DataFrame]) -> None:
    """Write a table as a Parquet file, one row group after another; none but one is held.

    Args:
        path: the file, replaced where it is there.
        groups: at least one, of the same columns and types, categories included.
    """
    from contextlib import ExitStack

    import pyarrow as pa
    from pyarrow import parquet as pq

    with ExitStack() as stack:
        writer = None
        for frame in groups:
            table = pa.Table.from_pandas(frame, preserve_index=False)
            if writer is None:
                writer = stack.enter_context(
                    pq.ParquetWriter(path, table.schema, compression="zstd")
                )
            writer.write_table(table, row_group_size=max(1, len(frame)))


def sha256(data: bytes) -> str:
    """Hex sha256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str:
    """Hex sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
