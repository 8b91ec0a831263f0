"""The English catalogue: nothing missing, nothing left over, every sentence can be said."""

import ast
import re
from functools import cache
from importlib import resources
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from probe.wording import Message, wording_of
from probe.wording.numbers import Numbers

FOLDERS = [
    Path(str(resources.files(name))) for name in ("probe", "probe.reports", "probe.backbones")
]
OWN = FOLDERS[0] / "wording"
"""Where messages are turned into text: ids are variables there."""

JOINTS = {"list-comma", "list-and", "list-or", "range"}
"""Used by the functions that sentences call."""

NEAR = {"near-name", "near-none", "near-valid", "no-language"}
"""Made by the catalogue's own room (`near.py`, `catalogue.py`)."""

WORDS = {"words", "wording", "say"}
"""Names under which code holds a Wording."""


@cache
def messages():
    """What the English catalogue holds."""
    text = (OWN / "en.ftl").read_text("utf-8")
    return [m for m in FluentParser().parse(text).body if isinstance(m, ftl.Message)]


def modules():
    for folder in FOLDERS:
        for path in sorted(folder.rglob("*.py")):
            if not path.is_relative_to(OWN) and "__pycache__" not in path.parts:
                yield path


def literals(node):
    """The texts an expression can be: a literal, or a choice between literals; None otherwise."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        parts = [literals(node.body), literals(node.orelse)]
        return None if None in parts else parts[0] + parts[1]
    return None


def makes_message(call):
    if isinstance(call.func, ast.Name):
        return call.func.id == "Message"
    if isinstance(call.func, ast.Attribute) and call.func.attr == "text":
        holder = call.func.value
        if isinstance(holder, ast.Call):
            return getattr(holder.func, "id", "") == "wording_of"
        name = holder.id if isinstance(holder, ast.Name) else getattr(holder, "attr", "")
        return name in WORDS
    return False


def used_in(path):
    """(id, line) of every message that a module makes; id None where it is no literal."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and makes_message(node):
            for key in literals(node.args[0] if node.args else None) or [None]:
                yield key, node.lineno


def held_in(path):
    """Ids that stand in a module or template of the report: in tables, in `t("...")`."""
    return sorted(set(re.findall(r"""["']((?:report|sheet)-[a-z0-9-]+)["']""", path.read_text())))


REPORTS = FOLDERS[1]


@cache
def used():
    """(id, place) of every message that is made or held."""
    return [
        (key, f"{path}:{line}")
        for path in modules()
        for key, line in used_in(path)
        if key or not path.is_relative_to(REPORTS)
    ] + [
        (key, str(path))
        for path in sorted(REPORTS.rglob("*"))
        if path.suffix in {".py", ".j2", ".typ"}
        for key in held_in(path)
    ]


def test_ids_are_literals_so_that_this_test_sees_them():
    assert [place for key, place in used() if key is None] == []


def test_every_message_that_is_used_has_words():
    ids = wording_of().ids
    assert [(key, place) for key, place in used() if key not in ids] == []


OLDER = {
    "break-level",
    "headline-misses-any",
    "leaning-on-these-people",
    "note-other-fit",
    "usable-none",
    "versus-apart",
}
"""Messages that only runs of before hold: nothing makes them now, and reports still say them."""


def test_every_message_is_used():
    known = {key for key, _ in used()} | JOINTS | NEAR | OLDER
    known |= {f"number-{name}".replace("_", "-") for name in Numbers.__dataclass_fields__}
    known |= {ref for message in messages() for ref in named(message, ftl.MessageReference)}
    assert sorted(wording_of().ids - known) == []


def named(node, kind):
    """Names of all nodes of a kind in a message."""
    if isinstance(node, kind):
        yield node.id.name
    if isinstance(node, ftl.BaseNode):
        for part in vars(node).values():
            yield from named(part, kind)
    elif isinstance(node, list):
        for part in node:
            yield from named(part, kind)


LISTS = {"LIST", "JOIN"}
RANGES = {"UNITS", "PERCENTS"}
TEXTS = {"LOWERED", "CAPITAL"}


def kinds(node, values):
    """What each variable of a message is, from how it is used: text, number, list, choices."""
    if isinstance(node, ftl.FunctionReference):
        for argument in node.arguments.positional:
            if isinstance(argument, ftl.VariableReference):
                name = node.id.name
                kind = "list" if name in LISTS else "range" if name in RANGES else "number"
                values[argument.id.name] = "text" if name in TEXTS else kind
    if isinstance(node, ftl.VariableReference):
        values.setdefault(node.id.name, "text")
    if isinstance(node, ftl.MessageReference):
        kinds(next(m for m in messages() if m.id.name == node.id.name), values)
    if isinstance(node, ftl.BaseNode):
        for part in vars(node).values():
            kinds(part, values)
    elif isinstance(node, list):
        for part in node:
            kinds(part, values)
    return values


PLAUSIBLE = {
    "text": ["a name"],
    "number": [0, 1, 3, 0.145],
    "list": [("a",), ("a", "b", "c")],
    "range": [(0.5,), (0.145, 0.7)],
}


def choices(node, values):
    """Variables that select a variant, with every key they may have."""
    if isinstance(node, ftl.SelectExpression) and isinstance(node.selector, ftl.VariableReference):
        keys = [v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier)]
        values.setdefault(node.selector.id.name, set()).update(keys)
    if isinstance(node, ftl.BaseNode):
        for part in vars(node).values():
            choices(part, values)
    elif isinstance(node, list):
        for part in node:
            choices(part, values)
    return values


def plausible(message):
    """Values for a message: one set for every choice of every variable."""
    variables, selectors = kinds(message, {}), choices(message, {})
    base = {name: PLAUSIBLE[kind][-1] for name, kind in variables.items()}
    for name, keys in selectors.items():
        if texts := sorted(keys - {"one", "other", "no-value"}):
            base[name] = texts[0]
    yield base
    for name, kind in variables.items():
        for value in PLAUSIBLE[kind]:
            if not (kind == "text" and name in selectors):
                yield {**base, name: value}
        for key in selectors.get(name, ()):
            if key == "no-value":
                yield {**base, name: None}
            elif key not in {"one", "other"}:
                yield {**base, name: {"yes": True, "no": False}.get(key, key)}


def faults_of(message):
    """What is wrong with a message as it is said, with its id."""
    name = message.id.name
    for values in plausible(message):
        try:
            text = wording_of()(Message(name, values))
        except Exception as error:
            yield f"{name} with {values}: {error!r}"
            continue
        if "  " in text:
            yield f"{name}: two spaces in {text!r}"
        if text.count("{") > ftl_braces(message):
            yield f"{name}: a place that nothing filled in {text!r}"


def test_every_message_can_be_said():
    """In one test: pytest takes longer for a test than a message for being said."""
    assert [fault for message in messages() for fault in faults_of(message)] == []


def test_a_message_that_cannot_be_said_is_named():
    (unknown,) = FluentParser().parse("no-such-message = Nobody says { $name }.\n").body
    faults = list(faults_of(unknown))
    assert faults
    assert all(fault.startswith("no-such-message") for fault in faults)


def ftl_braces(node):
    """How often a message writes an opening brace, as examples of YAML do."""
    if isinstance(node, ftl.StringLiteral):
        return node.value.count("{")
    parts = vars(node).values() if isinstance(node, ftl.BaseNode) else node
    nodes = (ftl.BaseNode, list)
    return sum(ftl_braces(part) for part in parts if isinstance(part, nodes))


def test_a_figure_is_never_parted_from_its_percent_sign() -> None:
    for path in OWN.glob("*.ftl"):
        assert not re.findall(r".*\d %.*", path.read_text("utf-8")), path.name
