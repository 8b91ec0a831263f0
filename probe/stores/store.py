"""An object store behind fsspec: what it holds below an address, and one file of it, whole.

What a store says is not trusted: sizes and checksums are held against what arrived, and what goes
wrong is told in one line, without what could hold a secret.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from probe.errors import PictureSourceError, UsageError
from probe.files.atomic import replacing
from probe.files.store_address import StoreAddress
from probe.wording import Message, nearest, refusal

EXTRA = "pip install 'probe-reid[stores]'"

CONNECTING = 10
"""Seconds after which a store that does not answer is one that cannot be reached (ours)."""

ANSWERING = 60
"""Seconds after which a request that is not answered is begun again (botocore's; Google's package
would wait for ever)."""

_TIMES = ("LastModified", "updated", "mtime", "created")
_MD5 = re.compile(r"[0-9a-f]{32}")
_USER = re.compile(r"//[^/@\s]*@")

LONGEST = 300
"""Characters that are told of what a store answers (ours)."""


@dataclass(frozen=True, order=True)
class StoredFile:
    """A file of a store.

    Attributes:
        name: below the address, parts joined by `/`.
        size: in bytes.
        mark: changes when its content does: a checksum, a tag, or when it was written.
    """

    name: str
    size: int
    mark: str


@dataclass(frozen=True)
class Store:
    """The folder of an address.

    Attributes:
        address: the address.
    """

    address: StoreAddress

    @cached_property
    def _system(self) -> Any:
        scheme = self.address.scheme
        options: dict[str, Any] = {"skip_instance_cache": True, "use_listings_cache": False}
        if scheme == "s3":
            options["config_kwargs"] = {"connect_timeout": CONNECTING}
        if scheme == "gs":
            options["requests_timeout"] = ANSWERING
        # Google's package prints tracebacks of what is told in one line here.
        logging.getLogger("gcsfs").setLevel(logging.CRITICAL)
        try:
            import fsspec

            return fsspec.filesystem(scheme, **options)
        except ImportError as error:
            raise refusal(
                UsageError,
                Message("stores-not-installed", {"scheme": f"{scheme}://", "detail": str(error)}),
                place=self.address,
                hint=EXTRA,
            ) from None

    def files(self) -> list[StoredFile]:
        """What lies below the address, sorted by name; marks of empty folders are left out.

        Raises:
            UsageError: the package is missing.
            PictureSourceError: there is nothing, it is a file, or the store cannot be asked.
        """
        key = self.address.key
        with self._telling():
            held: Mapping[str, Any] = self._system.find(key, detail=True)
        start = key + "/"
        files = [
            StoredFile(path.removeprefix(start), int(info["size"] or 0), mark_of(info))
            for path, info in ((path.lstrip("/"), info) for path, info in held.items())
            if path.startswith(start) and path != start and not path.endswith("/")
        ]
        if not files:
            raise self._nothing(is_file=any(path.lstrip("/") == key for path in held))
        return sorted(files)

    def fetch(self, file: StoredFile, path: Path) -> None:
        """Bring a file; at the path stands all of it, or nothing.

        Raises:
            UsageError: the package is missing.
            PictureSourceError: it is another file by now, or cannot be read.
        """
        key = f"{self.address.key}/{file.name}"
        with replacing(path, durable=False) as temporary:
            with self._telling(file.name):
                self._system.get_file(key, str(temporary))
            if temporary.stat().st_size != file.size or not self._is_same(file, key, temporary):
                raise refusal(
                    PictureSourceError,
                    Message("stores-changed", {"name": repr(file.name)}),
                    place=self.address,
                    hint=Message("stores-changed-step"),
                )

    def _is_same(self, file: StoredFile, key: str, path: Path) -> bool:
        """Whether what arrived is what was listed: by its checksum, else the store is asked again.

        A tag is the MD5 of the content in most stores, and something else where it is encrypted
        with a key of one's own or was sent in parts.
        """
        with path.open("rb") as content:
            found = hashlib.file_digest(content, _md5).hexdigest()
        if found == file.mark:
            return True
        with self._telling(file.name):
            self._system.invalidate_cache()
            return mark_of(self._system.info(key)) == file.mark

    def _nothing(self, *, is_file: bool) -> PictureSourceError:
        if is_file:
            return refusal(
                PictureSourceError,
                Message("pictures-folder-is-file"),
                place=self.address,
                hint=Message("stores-name-folder"),
            )
        near: Message | None = None
        if "/" in self.address.key:
            above = self.address.key.rpartition("/")[0]
            # What lies beside it is a help, not what was asked for.
            with contextlib.suppress(Exception):
                beside = self._system.ls(above, detail=False)
                names = [entry.rstrip("/").rpartition("/")[2] for entry in beside]
                near = nearest(self.address.name, names)
        return refusal(
            PictureSourceError,
            Message("stores-nothing-there"),
            place=self.address,
            hint=near or Message("stores-nothing-there-step"),
        )

    @contextlib.contextmanager
    def _telling(self, name: str = "") -> Iterator[None]:
        """Errors of stores and of their packages, in one line."""
        try:
            yield
        except (PictureSourceError, UsageError):
            raise
        except OSError as error:
            if _is_of_this_machine(error):
                raise
            raise self._fault(error, name) from None
        except Exception as error:
            # Every package has errors of its own, most of them under no common class.
            raise self._fault(error, name) from None

    def _fault(self, error: Exception, name: str) -> PictureSourceError:
        place = f"{self.address}/{name}" if name else str(self.address)
        kind, words = type(error).__name__, " ".join(str(error).split())
        detail = _USER.sub("//***@", words)[:LONGEST] or kind
        if isinstance(error, FileNotFoundError):
            message = Message("stores-gone") if name else Message("stores-no-bucket-there")
            step = Message("stores-changed-step") if name else Message("stores-no-bucket-step")
        elif "Credential" in kind or "credentials" in words:
            message, step = Message("stores-no-credentials"), Message("stores-credentials-step")
        elif isinstance(error, PermissionError) or any(
            said in words for said in ("Forbidden", "AccessDenied", "403", "401")
        ):
            message = Message("stores-not-allowed", {"detail": detail})
            step = Message("stores-credentials-step")
        else:
            message = Message("stores-not-reached", {"detail": detail})
            step = Message("stores-not-reached-step")
        return refusal(PictureSourceError, message, place=place, hint=step)


def mark_of(info: Mapping[str, Any]) -> str:
    """What changes when the content of a file does, from what a store says of it."""
    if checksum := info.get("md5Hash"):
        with contextlib.suppress(binascii.Error, ValueError):
            return base64.b64decode(checksum).hex()
    if tag := info.get("ETag") or info.get("etag"):
        return str(tag).strip('"')
    return next((_in_words(info[name]) for name in _TIMES if info.get(name)), "")


def _in_words(time: object) -> str:
    """A time alike however it is given: listings and single files differ in that."""
    return str(time.timestamp()) if isinstance(time, datetime) else str(time)


def _md5() -> Any:
    return hashlib.md5(usedforsecurity=False)


def _is_of_this_machine(error: OSError) -> bool:
    """Whether a file of this machine is at fault: a full disk, a folder that may not be written."""
    return error.filename is not None and Path(str(error.filename)).is_absolute()
