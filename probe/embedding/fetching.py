"""Weights fetched by address: resumed where a download stopped, checked, whole or not there."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any

from probe.contracts import BackboneCard
from probe.errors import BackboneError
from probe.files.atomic import naming_file
from probe.wording import Message, refusal

CHUNK = 1 << 18
"""Bytes read at a time: small enough for a smooth progress line (ours)."""

TIMEOUT = 30.0
"""Seconds without a byte before a download is given up; it goes on there the next time (ours)."""


def fetch(
    card: BackboneCard, folder: Path, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Fetch the weights of a card into `folder`; a file that is there and sound is kept.

    An unfinished download stays as `NAME.part` and goes on where it stopped.

    Args:
        card: it must have a `url`.
        folder: where weights are kept.
        progress: told (bytes there, bytes in all).

    Raises:
        BackboneError: no address, no connection, or another file than the card's.
    """
    if not card.url:
        raise refusal(
            BackboneError,
            Message("embedding-no-address", {"name": card.name}),
            hint=Message(
                "embedding-by-hand", {"source": card.source or None, "name": card.architecture}
            ),
        )
    path = weights_path(card, folder)
    if path.is_file() and _sound(path, card):
        return path
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        _download(card, part, progress)
        _check_kind(card, part, path.suffix)
    except (urllib.error.URLError, HTTPException, TimeoutError, ConnectionError) as error:
        raise _unreachable(card, part, error) from None
    if not _sound(part, card):
        digest = _sha256(part)
        part.unlink()
        _mark(part).unlink(missing_ok=True)
        raise refusal(
            BackboneError,
            Message(
                "embedding-other-file", {"name": card.name, "digest": digest, "wanted": card.sha256}
            ),
            place=card.url,
            hint=Message("embedding-thrown-away"),
        )
    part.replace(path)
    _mark(part).unlink(missing_ok=True)
    return path


def _check_kind(card: BackboneCard, part: Path, ending: str) -> None:
    """Refuse what is not what its address claims: a page about a quota, a body cut short.

    Raises:
        BackboneError: the download was thrown away.
    """
    if card.sha256:
        return  # Its checksum says more.
    wrong = _wrong_kind(part, ending)
    if wrong:
        part.unlink()
        _mark(part).unlink(missing_ok=True)
        raise refusal(
            BackboneError,
            Message("embedding-no-weights-came", {"name": card.name, "wrong": wrong}),
            place=card.url,
            hint=Message("embedding-open-in-browser", {"name": card.architecture}),
        )


def _wrong_kind(path: Path, ending: str) -> Message | None:
    """What is wrong with a file that should hold weights; None for nothing."""
    with path.open("rb") as file:
        head = file.read(512)
    if not head:
        return Message("embedding-came-empty")
    if head.lstrip()[:1] == b"<":
        return Message("embedding-came-page")
    if head[:1] in b"{[":
        return Message("embedding-came-json")
    if ending == ".safetensors":
        length = int.from_bytes(head[:8], "little")
        whole = head[8:9] == b"{" and 8 + length <= path.stat().st_size
        return None if whole else Message("embedding-came-no-safetensors")
    if head.startswith(b"PK"):
        return None if _is_whole_archive(path) else Message("embedding-came-cut-short")
    known = head[:1] == b"\x80" or b"ustar" in head or ending == ".onnx"
    return None if known else Message("embedding-came-none")


def _is_whole_archive(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except Exception:  # zipfile raises whatever its code meets
        return False


def _mark(part: Path) -> Path:
    """Where it is kept which file an unfinished download is of."""
    return part.with_name(part.name + ".from")


def weights_path(card: BackboneCard, folder: Path) -> Path:
    """Where the weights of a card lie once fetched."""
    ending = Path(card.url.split("?")[0]).suffix or ".pth"
    return folder / f"{card.name}{ending}"


def _download(card: BackboneCard, part: Path, progress: Callable[[int, int], None] | None) -> None:
    start, version = _kept(card, part)
    request = urllib.request.Request(card.url, headers={"User-Agent": "probe-reid"})
    if not card.url.startswith(("https://", "http://")):
        raise refusal(BackboneError, Message("embedding-only-http"), place=card.url)
    if start:
        request.add_header("Range", f"bytes={start}-")
        if version:
            request.add_header("If-Range", version)
    try:
        answer = urllib.request.urlopen(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not start:
            raise
        return  # Nothing is left to send: the part is whole, and its checksum will tell.
    with answer:
        resumed = answer.status == 206
        version = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        with naming_file(part):
            _mark(part).write_text(f"{card.url}\n{version}\n", "utf-8")
        done = start if resumed else 0
        total = done + int(answer.headers.get("Content-Length") or 0)
        _copy(answer, part, "ab" if resumed else "wb", done, total, progress)


def _kept(card: BackboneCard, part: Path) -> tuple[int, str]:
    """How many bytes of this very file are kept, and which version of it they are."""
    try:
        url, version, *_ = _mark(part).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return 0, ""
    if url != card.url or not part.is_file():
        return 0, ""
    return part.stat().st_size, version


def _copy(
    answer: Any,
    part: Path,
    mode: str,
    done: int,
    total: int,
    progress: Callable[[int, int], None] | None,
) -> None:
    with naming_file(part), part.open(mode) as file:
        while block := answer.read(CHUNK):
            file.write(block)
            done += len(block)
            if progress:
                progress(done, max(total, done))
    if done < total:
        raise ConnectionError(f"{done:,} of {total:,} bytes came")


def _unreachable(card: BackboneCard, part: Path, error: Exception) -> BackboneError:
    reason = getattr(error, "reason", None) or error
    kept = part.stat().st_size if part.is_file() else 0
    return refusal(
        BackboneError,
        Message("embedding-not-fetched", {"name": card.name, "reason": str(reason), "kept": kept}),
        place=card.url,
        hint=Message("embedding-fetch-elsewhere", {"name": card.architecture}),
    )


def _sound(path: Path, card: BackboneCard) -> bool:
    return not card.sha256 or _sha256(path) == card.sha256


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
