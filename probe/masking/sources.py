"""Where the masks of records come from: a folder of files, the renderer, or a masker's eye."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Masker
from probe.errors import MaskError, ProbeError
from probe.masking.composites import check_size
from probe.pictures.decoding import SUFFIXES, read_bytes
from probe.pictures.image_set import ImageRecord

Mask = NDArray[np.bool_]


class MaskSource(Protocol):
    """Gives the person mask of a record's picture."""

    @property
    def name(self) -> str:
        """Name and settings: the variant's name in the run."""
        ...

    @property
    def digest(self) -> str:
        """Text that changes whenever a mask would."""
        ...

    def mask_of(self, record: ImageRecord, picture: NDArray[np.uint8]) -> Mask:
        """Person mask `bool (h, w)` of a record whose picture is `uint8 (h, w, 3)`.

        Raises:
            MaskError: there is none.
        """
        ...


@dataclass(frozen=True)
class FileMasks:
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

    def __post_init__(self) -> None:
        if not self.folder.is_dir():
            raise MaskError("there is no such folder of masks", place=self.folder)
        if not self._files:
            raise MaskError(
                "the folder holds no mask files",
                place=self.folder,
                hint="Masks are pictures named as the photographs, white where the person is.",
            )

    @cached_property
    def _files(self) -> dict[str, Path]:
        found = sorted(p for p in self.folder.rglob("*") if p.suffix.lower() in SUFFIXES)
        return {p.relative_to(self.folder).with_suffix("").as_posix(): p for p in found}

    @cached_property
    def digest(self) -> str:
        """Over the names and contents of all mask files."""
        digest = hashlib.sha256(b"files")
        for stem, path in self._files.items():
            digest.update(f"{stem}\n".encode() + path.read_bytes())
        return digest.hexdigest()

    def mask_of(self, record: ImageRecord, picture: NDArray[np.uint8]) -> Mask:
        """See `MaskSource`.

        Raises:
            MaskError: no file of that name, not a picture, or of another size.
        """
        stem = PurePath(record.source.partition("#")[0]).with_suffix("").as_posix()
        path = self._files.get(stem)
        if path is None:
            raise MaskError(f"no mask file is named {stem}", place=self.folder)
        mask = read_mask(path)
        try:
            check_size(mask, picture.shape, path.name)
        except MaskError as error:
            raise MaskError(error.message, place=path, hint=error.hint) from None
        return mask


@dataclass(frozen=True)
class SceneMasks:
    """Exact masks of rendered pictures, from the renderer: the person with what they carry."""

    name: str = "scene"
    digest: str = "scene"

    def mask_of(self, record: ImageRecord, picture: NDArray[np.uint8]) -> Mask:
        """See `MaskSource`.

        Raises:
            MaskError: the picture is not rendered.
        """
        mask: Mask = scene_of(record).mask_with_objects
        return mask


@dataclass(frozen=True)
class SeenMasks:
    """Masks by a masker that looks at the picture (`sam`, `grabcut`, a third party's).

    Attributes:
        masker: the masker.
    """

    masker: Masker

    @property
    def name(self) -> str:
        """The masker's name."""
        return self.masker.name

    @property
    def digest(self) -> str:
        """The masker's digest, or its name where it has none."""
        return str(getattr(self.masker, "digest", self.masker.name))

    def mask_of(self, record: ImageRecord, picture: NDArray[np.uint8]) -> Mask:
        """See `MaskSource`."""
        return self.masker.mask(picture)


def scene_of(record: ImageRecord) -> Any:
    """The scene (`probe.scenes.Scene`) of a rendered picture, out of the cache.

    Raises:
        MaskError: the record is a photograph.
    """
    recipe = getattr(record.origin, "recipe", None)
    if recipe is None:
        raise MaskError(
            "exact masks exist only for rendered pictures",
            place=record.source,
            hint="For photographs: --mask grabcut, --mask sam=CHECKPOINT or --mask files=FOLDER.",
        )
    from probe import scenes

    cache = getattr(record.origin, "cache", None)
    return next(iter(scenes.render_many([recipe], workers=1, cache=cache)))


def read_mask(path: Path) -> Mask:
    """A mask file: `bool (h, w)`, true where the file is 128 or more (or opaque).

    Raises:
        MaskError: not a readable picture.
    """
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(read_bytes(path))) as opened:
            if "A" in opened.getbands():
                opaque = np.asarray(opened.getchannel("A")) >= 128
                if not opaque.all():
                    return np.asarray(opaque)
            return np.asarray(np.asarray(opened.convert("L")) >= 128)
    except ProbeError as error:
        raise MaskError(error.message, place=path) from None
    except Exception as error:
        # Decoders raise whatever their format's code raises on damaged bytes.
        raise MaskError(f"not a readable mask ({type(error).__name__})", place=path) from None
