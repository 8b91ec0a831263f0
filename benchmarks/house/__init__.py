r"""Counts the house: rooms, arrows, circles, lengths, names, and how often a reader climbs.

    python -m benchmarks.house ROOT [--list]
    python -m benchmarks.house ROOT --walk -- run protocols/orientation.yaml --subjects 2 \
        --backbone stripes --out FOLDER --no-report

ROOT is a checkout. Its folders `probe`, `backbones` and `reports` are counted, whether the last two
are packages of their own or links inside `probe`; a file counts once, under the folder where it
really lies. Standard library only; `--walk` needs a Python that can run what is in the checkout.

Terms

module: a file. Its name is its import name, with `probe.backbones` and `probe.reports` written
    `backbones` and `reports`, so that both layouts give the same names.
room: the first name below `probe` (a package or a single module); below `backbones` the first name
    too (`backbones._torch`); `reports` is one room, `probe/__init__` and `probe/__main__` are two.
arrow: a module names another one in an import, at the top, in a function or under TYPE_CHECKING.
    `from package import name` points to the module `package.name` if there is one, else to the
    package. Imports by computed name (`importlib`) are not seen.
circle: a strongly connected component of more than one module or room. A package that passes on
    names of its own modules is in no circle with them unless one of them imports the package.
higher: module or room B stands higher than A if B reaches A along arrows and A does not reach B.

floor: how many arrows the longest way down from a room (or module) has; a circle is one step. What
    imports nothing of the house lies on floor 0.

Walk: a command runs in a process of its own under `sys.setprofile`; the main thread is recorded,
from an empty cache (PROBE_CACHE in a temporary folder) and with PYTHONHASHSEED=0, so that the same
tree gives the same walk. What runs while something is imported is left out, the `__getattr__` of a
module too. The caller of a function is the nearest function of the house below it on the stack: a
library between them is passed over. A first call is the first one from one room (or module) into
another one; the walk is the list of first calls in order, which is what a reader sees who follows
the request and goes no way twice.

stay: an entry of the walk: the room called into, with the start as the first one.
climb: a stay on a higher floor than the stay before, in order of reading. Returns of calls are no
    stays, so it counts how often the next thing to read stands further up than what was just read.
    Beside it the climbs into a room that imports the one before, directly or not: their number does
    not depend on floors, which shift when rooms far away change.
call up: a first call into a room that stands higher than the caller's. The callee cannot have been
    imported then, it was handed down: a call up to a closure, to a generator or to a method of an
    object is listed as a callback, one to a function or a class as a call up.
call in a circle: a first call between two rooms of one circle: neither of them stands higher.
going back: a first call into a room that is still open (a function of it waits on the stack for
    this call to end). It needs no order of imports, and so sees what circles hide; callbacks into
    rooms that the caller's does not import are listed apart.
"""
