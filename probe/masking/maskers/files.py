"""Masks from picture files that are named as the photographs (`--mask files=FOLDER`)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Masker, MaskerSpec, PictureRecord, Runtime
from probe.errors import MaskError
from probe.files.neighbours import neighbours
from probe.files.places import is_file, is_folder
from probe.masking.mask_file import read_mask
from probe.masking.resizing import check_size
from probe.pictures.photo_folder import look_into
from probe.runs.encoding import file_sha256
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class FileMasks(Masker):
    """Masks from picture files: white (128 or more) is the person.

    A record's mask is the file whose path below the folder, without its ending, is that of the
    record's picture (`mallory/front_1.png` for `mallory/front_1.jpg`).

    Attributes:
        folder: where the mask files are.

    Raises:
        MaskError: there is no such folder, or no picture in it.
    """

    folder: Path
    name: str = "files"
    given: bool = True

    def __post_init__(self) -> None:
        if is_file(self.folder):
            raise refusal(
                MaskError,
                Message("masking-is-file"),
                place=self.folder,
                hint=Message("masking-is-file-step"),
            )
        if not is_folder(self.folder):
            raise refusal(
                MaskError,
                Message("masking-no-folder"),
                place=self.folder,
                hint=neighbours(self.folder),
            )
        if not self._files:
            raise refusal(
                MaskError,
                Message("masking-folder-empty"),
                place=self.folder,
                hint=Message("masking-folder-empty-step"),
            )

    @cached_property
    def _files(self) -> dict[str, Path]:
        """Mask file by what it is the mask of: a path below the folder without its ending."""
        contents = look_into(self.folder)
        return {PurePath(n).with_suffix("").as_posix(): contents.path(n) for n in contents.pictures}

    @cached_property
    def _digests(self) -> dict[str, str]:
        """Hex sha256 of every mask file, by stem."""
        files = self._files.items()
        return {stem: _digest(path) for stem, path in files}

    @cached_property
    def digest(self) -> str:
        """Over the names and contents of all mask files."""
        digest = hashlib.sha256(b"files")
        for stem, content in self._digests.items():
            digest.update(f"{stem}\n{content}\n".encode())
        return digest.hexdigest()

    def mask_of(self, record: PictureRecord, image: NDArray[np.uint8]) -> Mask:
        """See `Masker`.

        Raises:
            MaskError: no file of that name, not a picture, or of another size.
        """
        stem = PurePath(record.source.partition("#")[0]).with_suffix("").as_posix()
        path = self._files.get(stem)
        if path is None:
            missing = Message("reason-no-mask-file", {"name": stem})
            raise refusal(MaskError, missing, place=self.folder)
        mask = read_mask(path, self._digests[stem])
        try:
            check_size(mask, image.shape, path.name)
        except MaskError as error:
            error.place = str(path)
            raise
        return mask


def _digest(path: Path) -> str:
    """Hex sha256 of a file; empty where it cannot be read, which its mask then says."""
    try:
        return file_sha256(path)
    except OSError:
        return ""


def _open(folder: Path | None, runtime: Runtime) -> FileMasks:
    assert folder is not None  # the registry refuses `--mask files` without one
    return FileMasks(folder)


spec = MaskerSpec(
    summary="mask files named as the photographs, white where the person is",
    open=_open,
    argument="FOLDER",
)
