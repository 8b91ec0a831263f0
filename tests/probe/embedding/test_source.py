"""The source of code that is not ours decides its vectors."""

import importlib
import sys

import pytest

from probe.embedding.source import UnknownSourceError, code_digest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder that can be imported from; what was imported is forgotten afterwards."""
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name, module in list(sys.modules.items()):
        if str(vars(module).get("__file__")).startswith(str(tmp_path)):
            del sys.modules[name]


def write(folder, **files):
    for name, text in files.items():
        path = folder / f"{name.replace('__dot__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def digest_of(name):
    """The digest as a new process would find it."""
    importlib.invalidate_caches()
    for module in [
        m for m in sys.modules if m.partition(".")[0] in {name.partition(".")[0], "net"}
    ]:
        del sys.modules[module]
    importlib.import_module(name)
    return code_digest([name])


def test_an_edit_of_the_module_or_of_its_neighbour_shows(folder):
    write(
        folder, mine="import net\ndef embed(x):\n    return net.f(x)\n", net="def f(x): return x\n"
    )
    first = digest_of("mine")
    assert digest_of("mine") == first
    write(folder, net="def f(x): return 2 * x + 10\n")
    second = digest_of("mine")
    write(folder, mine="import net\ndef embed(x):\n    return -net.f(x)\n")
    assert len({first, second, digest_of("mine")}) == 3


def test_a_file_beside_it_that_is_not_imported_does_not_count(folder):
    write(folder, mine="def embed(x): return x\n")
    first = digest_of("mine")
    write(folder, notes="print('hello')\n")
    assert digest_of("mine") == first


def test_relative_imports_and_packages_are_followed(folder):
    write(
        folder,
        pack__dot____init__="",
        pack__dot__spec="from .parts import head\nfrom . import trunk\ndef load(): return head\n",
        pack__dot__parts__dot____init__="from pack.parts.deep import head\n",
        pack__dot__parts__dot__deep="head = 1\n",
        pack__dot__trunk="def f(): return 1\n",
    )
    digests = [digest_of("pack.spec")]
    write(folder, pack__dot__parts__dot__deep="head = 22\n")
    digests.append(digest_of("pack.spec"))
    write(folder, pack__dot__trunk="def f(): return 345\n")
    digests.append(digest_of("pack.spec"))
    write(folder, pack__dot____init__="'''Now with a text.'''\n")
    digests.append(digest_of("pack.spec"))
    assert len(set(digests)) == 4


def test_an_import_in_a_function_counts_before_it_is_made(folder):
    write(folder, mine="def embed(x):\n    import net\n    return net.f(x)\n", net="f = abs\n")
    first = digest_of("mine")
    write(folder, net="f = float\n")
    assert digest_of("mine") != first


def test_a_source_that_is_not_what_runs_is_refused(folder):
    write(folder, mine="def embed(x):\n    return x\n")
    digest_of("mine")
    write(folder, mine="def embed(x):\n    return x + 1\n")
    with pytest.raises(UnknownSourceError, match="mine has changed since it was imported"):
        code_digest(["mine"])


def test_a_module_without_a_file_is_refused(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "typed_in", type(sys)("typed_in"))
    with pytest.raises(UnknownSourceError, match="typed_in has no source file"):
        code_digest(["typed_in"])


def test_an_installed_base_counts_by_its_version(folder, monkeypatch):
    write(folder, mine="def embed(x):\n    return x\n")
    digest_of("mine")
    plain = code_digest(["mine"], ["numpy.linalg"])
    assert plain != code_digest(["mine"])
    monkeypatch.setattr("probe.embedding.source.version", lambda name: "0.0.1")
    assert code_digest(["mine"], ["numpy.linalg"]) != plain
