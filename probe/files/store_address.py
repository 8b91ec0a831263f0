"""Addresses of folders in object stores: `s3://BUCKET/FOLDER`, `gs://BUCKET/FOLDER`.

An address holds no secret: user names, passwords and signed queries are refused before anything
stores or prints them. Credentials come from the environment and its standard files alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from probe.errors import UsageError
from probe.files.places import is_there
from probe.wording import Message, refusal

SCHEMES = ("s3", "gs", "memory")
"""Stores that are read; `memory` lies in this process, for tests."""

_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+):(?P<slashes>/{0,2})(?P<rest>.*)", re.I | re.S)
"""A scheme has two letters at least: one letter is a drive of Windows."""

_SECRET = re.compile(r"://[^/]*@")
_QUERY = re.compile(r"\?.*", re.S)


@dataclass(frozen=True)
class StoreAddress:
    """Where a folder of an object store is.

    Attributes:
        scheme: of the store, one of `SCHEMES`.
        key: bucket and folder, joined by `/`.
    """

    scheme: str
    key: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.key}"

    @property
    def bucket(self) -> str:
        """The bucket."""
        return self.key.partition("/")[0]

    @property
    def name(self) -> str:
        """The last part: the name of the folder, or of the bucket."""
        return self.key.rpartition("/")[2]


def is_address(given: str | Path) -> bool:
    """Whether text is meant as an address of a store, and not as a path; any scheme counts.

    `Path("s3://b/f")`, which pathlib makes `s3:/b/f`, is one, unless there is such a folder.
    """
    match = _ADDRESS.match(_text(given))
    if match is None or (match["rest"] and not match["slashes"]):
        return False
    return match["slashes"] == "//" or not is_there(given)


def without_secrets(text: str) -> str:
    """Text with what stands before an `@`, or behind a `?`, of an address left out."""
    return _QUERY.sub("?***", _SECRET.sub("://***@", text))


def read_address(given: str | Path) -> StoreAddress:
    """The address that a text is.

    Raises:
        UsageError: another kind of store, no bucket, or something that may be a secret.
    """
    match = _ADDRESS.match(_text(given))
    assert match is not None
    scheme, rest = match["scheme"].lower(), match["rest"]
    written = f"{scheme}://{rest}"
    place = without_secrets(written)
    if scheme not in SCHEMES:
        raise refusal(
            UsageError,
            Message("stores-unknown-scheme", {"scheme": f"{scheme}://"}),
            place=place,
            hint=Message("stores-schemes"),
        )
    if place != written:
        raise refusal(
            UsageError, Message("stores-secret"), place=place, hint=Message("stores-secret-step")
        )
    key = rest.rstrip("/")
    parts = key.split("/")
    if not key or any(part in ("", ".", "..") for part in parts) or not key.isprintable():
        raise refusal(
            UsageError,
            Message("stores-no-bucket"),
            place=repr(written),
            hint=Message("stores-schemes"),
        )
    return StoreAddress(scheme, key)


def _text(given: str | Path) -> str:
    return given if isinstance(given, str) else given.as_posix()
