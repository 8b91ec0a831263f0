"""Rendered scenes kept on disk by the digest of their recipe."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.files.atomic import write_bytes
from probe.files.pruning import prune
from probe.scenes.recipe import SceneRecipe
from probe.scenes.scene import Scene

if TYPE_CHECKING:
    from PIL import Image

_DAMAGE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, SyntaxError)
_CHECKSUM = "probe-checksum"
"""Key of the text in a kept PNG."""

_PNG_HEAD = struct.Struct(">8s8xII")
_PNG_MARK = b"\x89PNG\r\n\x1a\n"
"""A PNG begins with its mark and the chunk of its width and height (PNG specification, 5.2 and
11.2.2): 24 bytes, where opening the picture reads and checks much more."""

_LOOK_AFTER = 200
"""Pictures written between two looks at the folder's size, for a look reads every file's entry
(ours; the folder can outgrow its limit by so many pictures)."""


class SceneCache:
    """Scenes by content: a PNG and an .npz each, in a folder with a size limit.

    A damaged or half-missing entry counts as absent, so that it is rendered anew. When the folder
    outgrows its limit the entries used longest ago go first. Several processes may share it.

    Args:
        folder: where the entries lie; made on the first write.
        limit_bytes: size the folder is brought back to when it is larger.
    """

    def __init__(self, folder: Path, limit_bytes: int) -> None:
        self.folder = Path(folder)
        self.limit_bytes = limit_bytes
        self._written = 0

    def get(self, recipe: SceneRecipe) -> Scene | None:
        """The kept scene of a recipe, or None when there is none that is whole."""
        from PIL import Image

        picture, truth = self._paths(recipe)
        try:
            with Image.open(picture, formats=("PNG",)) as opened:
                image = _whole(opened, recipe)
            scene = Scene.from_bytes(image, truth.read_bytes())
            os.utime(picture)
        except _DAMAGE:
            return None
        return scene

    def picture(self, recipe: SceneRecipe) -> NDArray[np.uint8] | None:
        """The kept picture alone, RGB `uint8 (h, w, 3)`; None when there is none that is whole."""
        from PIL import Image

        try:
            with Image.open(self._paths(recipe)[0], formats=("PNG",)) as opened:
                return _whole(opened, recipe)
        except _DAMAGE:
            return None

    def picture_size(self, recipe: SceneRecipe) -> tuple[int, int] | None:
        """(height, width) of the kept picture, from its first bytes; None when it is not kept."""
        picture, truth = self._paths(recipe)
        try:
            with picture.open("rb") as opened:
                mark, width, height = _PNG_HEAD.unpack(opened.read(_PNG_HEAD.size))
        except (OSError, struct.error):
            return None
        return (height, width) if mark == _PNG_MARK and truth.is_file() else None

    def put(self, recipe: SceneRecipe, scene: Scene) -> None:
        """Keep a scene; the .npz is written first, so that a PNG means a whole entry."""
        picture, truth = self._paths(recipe)
        write_bytes(truth, scene.truth_bytes(), durable=False)
        write_bytes(picture, png_bytes(scene, _checksum(recipe, scene.image)), durable=False)
        self._written += 1
        if self._written % _LOOK_AFTER == 0:
            self.trim()

    def size(self) -> int:
        """Bytes the entries take."""
        return sum(path.stat().st_size for path in self.folder.glob("??/*.*") if path.is_file())

    def trim(self) -> int:
        """Remove the entries used longest ago until the limit holds; returns how many went."""
        entries = [
            [path for path in (picture, picture.with_suffix(".npz")) if path.is_file()]
            for picture in self.folder.glob("??/*.png")
        ]
        return prune(entries, self.limit_bytes)

    def clear(self) -> None:
        """Remove all entries."""
        for path in self.folder.glob("??/*.*"):
            path.unlink(missing_ok=True)

    def _paths(self, recipe: SceneRecipe) -> tuple[Path, Path]:
        digest = recipe.digest()
        base = self.folder / digest[:2] / digest
        return base.with_suffix(".png"), base.with_suffix(".npz")


def _whole(opened: Image.Image, recipe: SceneRecipe) -> NDArray[np.uint8]:
    """The pixels of a kept picture, held against the checksum that was kept with them.

    Raises:
        ValueError: they are others, or those of another recipe.
    """
    image = np.asarray(opened.convert("RGB"))
    if opened.info.get(_CHECKSUM) != _checksum(recipe, image):
        raise ValueError("not what was kept")
    return image


def _checksum(recipe: SceneRecipe, image: NDArray[np.uint8]) -> str:
    """Of pixels and of whose they are: a file that took another's name is found as well."""
    described = f"{recipe.digest()} {image.shape} ".encode()
    return hashlib.sha256(described + np.ascontiguousarray(image).tobytes()).hexdigest()


def png_bytes(scene: Scene, checksum: str = "") -> bytes:
    """The picture of a scene as the bytes of a PNG file, a checksum in a text of it."""
    from PIL import Image, PngImagePlugin

    texts = PngImagePlugin.PngInfo()
    if checksum:
        texts.add_text(_CHECKSUM, checksum)

    buffer = io.BytesIO()
    Image.fromarray(scene.image).save(buffer, "PNG", compress_level=3, pnginfo=texts)
    return buffer.getvalue()
