"""First calls between rooms and between modules, recorded while a command runs."""

from __future__ import annotations

import inspect
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import CodeType, FrameType

from benchmarks.house.modules import room_of


@dataclass(frozen=True)
class Call:
    """A first call between two places.

    Attributes:
        caller, callee: names of modules.
        caller_function, callee_function: their names, with the class they belong to.
        handed: whether the callee is a closure, a generator, or a method of an object.
        open: whether a function of the callee's room, or module, waits for this call to end.
    """

    caller: str
    caller_function: str
    callee: str
    callee_function: str
    handed: bool
    open: bool


@dataclass
class Recorder:
    """Records, under `sys.setprofile`, the first calls between rooms and between modules.

    Attributes:
        names: name of the module of every file.
        rooms, modules: the first calls, in order.
    """

    names: Mapping[str, str]
    rooms: dict[tuple[str, str], Call] = field(default_factory=dict)
    modules: dict[tuple[str, str], Call] = field(default_factory=dict)
    functions: dict[CodeType, None] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _importing: int = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Told by the interpreter of every call and return."""
        if event not in {"call", "return"}:
            return
        place = self._place(frame)
        if not place:
            return
        if _is_import(frame.f_code):
            if place != "probe.__main__":
                self._importing += 1 if event == "call" else -1
        elif event == "call" and not self._importing:
            self._called(frame, place)

    def _called(self, frame: FrameType, place: str) -> None:
        self.functions.setdefault(frame.f_code)
        below = self._caller(frame)
        if below is None:
            return
        source = self._place(below)
        if source == place:
            return
        if (source, place) not in self.modules:
            self.modules[source, place] = self._call(below, frame, self._open(below, place, False))
        rooms = room_of(source), room_of(place)
        if rooms[0] != rooms[1] and rooms not in self.rooms:
            self.rooms[rooms] = self._call(below, frame, self._open(below, rooms[1], True))

    def _place(self, frame: FrameType) -> str:
        """The module a frame belongs to; empty outside the house."""
        file = frame.f_code.co_filename
        if file not in self._places:
            self._places[file] = self.names.get(os.path.realpath(file), "")
        return self._places[file]

    def _caller(self, frame: FrameType) -> FrameType | None:
        """The nearest frame of the house below a frame."""
        below = frame.f_back
        while below is not None and not self._place(below):
            below = below.f_back
        return below

    def _open(self, frame: FrameType | None, target: str, room: bool) -> bool:
        """Whether a room, or module, has a frame on the stack from `frame` downwards."""
        while frame is not None:
            place = self._place(frame)
            if place and (room_of(place) if room else place) == target:
                return True
            frame = frame.f_back
        return False

    def _call(self, caller: FrameType, callee: FrameType, is_open: bool) -> Call:
        source, target = _qualified(caller), _qualified(callee)
        return Call(
            self._place(caller), source, self._place(callee), target, _handed(callee), is_open
        )


def _is_import(code: CodeType) -> bool:
    """Whether it runs while something is imported: the body of a module or of a class (which are
    not optimised), or the `__getattr__` of a module.
    """
    return not code.co_flags & inspect.CO_OPTIMIZED or code.co_qualname == "__getattr__"


def _qualified(frame: FrameType) -> str:
    return frame.f_code.co_qualname


def _handed(frame: FrameType) -> bool:
    """Whether a call can only have come by way of an object: see `Call`."""
    code = frame.f_code
    if (
        "<locals>" in _qualified(frame)
        or code.co_name.startswith("<")
        or code.co_flags & inspect.CO_GENERATOR
    ):
        return True
    method = code.co_argcount > 0 and code.co_varnames[0] == "self"
    return method and code.co_name not in {"__init__", "__post_init__"}
