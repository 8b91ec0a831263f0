"""What a case does outside its folder: files written, deleted or read beside it, programs, sockets.

Python tells an audit hook of every file that is opened, every program that is started, every
connection, every module that is imported. Libraries written in C open files by themselves; for
these the neighbours of the case's folder are listed before and after, and no message may quote
them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECRET = "SECRET-OF-THE-NEIGHBOUR"
NEIGHBOURS = {
    "outside.csv": f"path,x,y,width,height,outfit\n0.png,1,1,20,50,{SECRET}\n",
    "outside.yaml": f"name: {SECRET}\nbackbone: {SECRET}\n",
}
"""Files beside the case's folder that hostile values name."""

INTRUDER = "intruder_of_the_fuzz"
"""A module that can be imported and that no data may name."""

TRIAL = "trial_process.py"
"""The program in which an ONNX graph is tried: the only one that may be started."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_CHANGES = {
    *("os.remove", "os.rmdir", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "shutil.rmtree", "shutil.move", "sqlite3.connect"),
}
_NEVER = {
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile"),
    *("socket.connect", "socket.getaddrinfo", "urllib.Request"),
}


class Sandbox:
    """Watches one case at a time; the audit hook of a process can never be taken off again."""

    def __init__(self) -> None:
        self._folder: str | None = None
        self._deeds: list[str] = []
        sys.addaudithook(self._note)

    @contextmanager
    def watching(self, root: Path) -> Iterator[tuple[Path, list[str]]]:
        """The folder of a case below `root`, and what was done outside it (read it afterwards)."""
        folder = root / "case"
        folder.mkdir()
        for name, text in {**NEIGHBOURS, f"{INTRUDER}.py": "spec = None\n"}.items():
            (root / name).write_text(text, "utf-8")
        before = _listed(root)
        sys.path.insert(0, str(root))
        self._folder, self._deeds = os.path.realpath(folder), []
        try:
            yield folder, self._deeds
        finally:
            self._folder = None
            sys.path.remove(str(root))
            if _listed(root) != before:
                self._deeds.append("the files beside the folder of the case changed")

    def _note(self, event: str, values: tuple[object, ...]) -> None:
        if self._folder is None:
            return
        if event == "subprocess.Popen" and TRIAL in str(values[1]):
            return
        if event in _NEVER or (event == "import" and values[0] == INTRUDER):
            self._deeds.append(f"{event} {values[0]!r}")
        elif event == "open":
            self._note_open(values)
        elif event in _CHANGES:
            # A link that leads out is no harm: it is what is done at the place where it stands.
            paths = values[1:2] if event in {"os.link", "os.symlink"} else values[:2]
            self._deeds += [f"{event} {path!r}" for path in paths if self._leads_out(path)]

    def _note_open(self, values: tuple[object, ...]) -> None:
        path, flags = values[0], values[2]
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if self._leads_out(path) and (writes or self._is_neighbour(path)):
            self._deeds.append(f"{'write' if writes else 'read'} {path!r}")

    def _leads_out(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike) or self._folder is None:
            return False
        where = os.path.realpath(os.fsdecode(path))
        return where != self._folder and not where.startswith(self._folder + os.sep)

    def _is_neighbour(self, path: object) -> bool:
        where = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]
        beside = str(Path(self._folder or "").parent)
        return where == "/etc/passwd" or where.startswith(beside + os.sep)


def _listed(root: Path) -> dict[str, str]:
    """Every file beside the folder of the case, with its text."""
    return {path.name: path.read_text("utf-8") for path in root.iterdir() if path.is_file()}
