"""Names are read as those who wrote them meant them, or asked about; never guessed in silence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from probe.files.strict_yaml import parse_yaml
from probe.pictures.naming.readings import readings_of
from probe.pictures.naming.words import known_words
from probe.pictures.photo_folder import PhotoFolder
from probe.pictures.photo_placing import place_files
from probe.pictures.photo_tables import PhotoTables
from probe.pictures.proposal import as_yaml
from probe.protocol.checked import protocol_of

PEOPLE = ("anna", "ben", "carla", "dieter")
NUMBERS = ("01", "02", "03", "04", "05", "06")
JAPANESE = ("田中 太郎", "中村", "佐藤 花子", "鈴木")
CHINESE = ("王伟", "李娜", "张敏", "刘洋")
GERMAN = ("Jürgen Müller", "Anna Groß", "Max Weber", "Søren Ås")
FULL = ("Anna Schmidt", "Ben Becker", "Carla Schmidt", "Dieter Wolf")

Truth = Mapping[str, tuple[str, tuple[str, ...]]]
"""Path -> person and levels."""


@dataclass(frozen=True)
class Folder:
    """A folder.

    Attributes:
        name: of the case.
        truth: what each picture shows; pictures that are in no condition are left out.
        factors: what varies, in the order of the levels.
        others: further pictures, of which the names say nothing.
        asks: whether the names allow more than one reading.
    """

    name: str
    truth: Truth
    factors: tuple[str, ...]
    others: tuple[str, ...] = ()
    asks: bool = False


def made(
    form: str | Callable[..., str],
    people: Sequence[str],
    *levels: Mapping[str, str] | Sequence[str],
    takes: Sequence[object] = (1, 2, 3),
) -> Truth:
    """The pictures of everybody at every level.

    Args:
        form: of a path, of person `s`, written levels `v` and `w`, and take `t`.
        people: names.
        levels: written value -> level, or levels that are written as they are.
        takes: what tells pictures of a condition apart.
    """
    pairs = [
        [*one.items()] if isinstance(one, Mapping) else [(v, v) for v in one] for one in levels
    ]
    path = form if callable(form) else form.format
    truth: dict[str, tuple[str, tuple[str, ...]]] = {}
    for s, chosen, t in product(people, product(*pairs), takes):
        written = dict(zip("vw", (written for written, _ in chosen), strict=False))
        truth[path(s=s, t=t, **written)] = (s, tuple(level for _, level in chosen))
    return truth


def decomposed(truth: Truth) -> Truth:
    """The same with names as macOS writes them; what is read is composed again."""
    return {unicodedata.normalize("NFC", path): shown for path, shown in truth.items()}


def burst(person: str, *rest: object) -> int:
    """A number that a camera counts on."""
    return 4000 + hash_of((person, *rest))


def hash_of(values: tuple[object, ...]) -> int:
    return sum((k + 1) * ord(letter) for k, letter in enumerate("|".join(map(str, values)))) % 5000


VIEWS = ("front", "back", "left", "right")
DEGREES = ("0", "45", "90", "135", "180", "225", "270", "315")

FOLDERS = (
    # People as folders.
    Folder("levels as folders", made("{s}/{v}/{t}.jpg", PEOPLE, VIEWS), ("orientation",)),
    Folder("degrees as folders", made("{s}/{v}deg/{t}.png", NUMBERS, DEGREES), ("orientation",)),
    Folder("degrees with a sign", made("{s}/{v}°/{t}.jpg", PEOPLE, DEGREES), ("orientation",)),
    Folder(
        "degrees without a unit",
        made("{s}/{v}/{t}.jpg", PEOPLE, {f"{int(d):03d}": d for d in DEGREES}),
        ("orientation",),
    ),
    Folder("metres", made("{s}/{v}m/{t}.jpg", PEOPLE, ("3", "6", "12")), ("distance",)),
    Folder(
        "metres with decimals",
        made("{s}/{v}m/IMG_{t}.jpg", PEOPLE, {"1.5": "1.5", "3": "3", "4.5": "4.5"}),
        ("distance",),
    ),
    Folder("metres with a space", made("{s}/{v} m/{t}.jpg", PEOPLE, ("3", "6")), ("distance",)),
    Folder(
        "centimetres", made("{s}_{v}cm_{t}.jpg", PEOPLE, ("120", "250", "300")), ("camera_height",)
    ),
    Folder(
        "mixed case",
        made(lambda s, v, t: f"{s}/{v.title() if s == 'ben' else v}/{t}.jpg", PEOPLE, VIEWS),
        ("orientation",),
    ),
    Folder(
        "capitals",
        made(
            lambda s, v, t: f"{s.upper()}/{v.upper()}/{t}.JPG",
            ("A1", "B2", "C3", "D4"),
            {"front": "FRONT", "back": "BACK"},
        ),
        ("orientation",),
    ),
    Folder(
        "a camera's own names",
        made(lambda s, v, t: f"{s}/{v}/DSC_{burst(s, v, t):04d}.JPG", PEOPLE, VIEWS),
        ("orientation",),
    ),
    Folder(
        "a phone's own names",
        made(
            lambda s, v, t: f"{s}/{v}/IMG_20240131_{120000 + burst(s, v, t)}.jpg",
            PEOPLE,
            ("coat", "shirt"),
        ),
        ("clothing",),
    ),
    Folder(
        "a phone's other names",
        made(
            lambda s, v, t: f"{s}/{v}/PXL_20240131_{120000000 + burst(s, v, t)}.MP.jpg",
            PEOPLE,
            VIEWS,
        ),
        ("orientation",),
    ),
    Folder(
        "copies numbered in brackets", made("{s}/{v} ({t}).jpg", PEOPLE, VIEWS), ("orientation",)
    ),
    Folder(
        "numbers right behind the word", made("{s}/{v}{t}.jpg", PEOPLE, VIEWS), ("orientation",)
    ),
    Folder(
        "below a fixed folder",
        made("photos 2024/raw/{s}/{v}/{t}.jpg", PEOPLE, VIEWS),
        ("orientation",),
    ),
    Folder("levels above people", made("{v}/{s}/{t}.jpg", PEOPLE, VIEWS), ("orientation",)),
    Folder("first and last names", made("{s}/{v}/{t}.jpg", FULL, VIEWS), ("orientation",)),
    Folder(
        "a bag", made("{s}/{v}/{t}.jpg", PEOPLE, ("no bag", "backpack", "umbrella")), ("carrying",)
    ),
    Folder(
        "places", made("{s}/{v}/{t}.jpg", PEOPLE, ("corridor", "street", "lobby")), ("background",)
    ),
    Folder("near and far", made("{s}/{v}_{t}.jpg", PEOPLE, ("near", "far")), ("distance",)),
    Folder("day and night", made("{s}/{v}/{t}.jpg", PEOPLE, ("day", "night")), ("light",)),
    # People as prefixes.
    Folder("a prefix", made("{s}_{v}_{t}.jpg", PEOPLE, VIEWS), ("orientation",)),
    Folder("a prefix with hyphens", made("{s}-{v}-{t}.jpg", PEOPLE, VIEWS), ("orientation",)),
    Folder(
        "numbers with letters", made("p{s}_deg{v}_take{t}.jpg", NUMBERS, DEGREES), ("orientation",)
    ),
    Folder(
        "PKU-Reid's names",
        made("{s}_c{t}_o{v}.png", NUMBERS, ("1", "2", "3", "4"), takes=(1, 2)),
        ("orientation",),
    ),
    Folder(
        "the word between", made("{s}/IMG_{v}_{t}.jpg", PEOPLE, ("front", "back")), ("orientation",)
    ),
    Folder(
        "one folder, person and distance",
        made("{s}_{v}m_{t:03d}.png", PEOPLE, ("2", "4", "8")),
        ("distance",),
    ),
    Folder(
        "two words of one direction",
        made("{s}/{v}/{t}.jpg", PEOPLE, ("front-left", "front-right", "back-left", "back-right")),
        ("orientation",),
    ),
    # Languages.
    Folder(
        "Japanese",
        made("写真/{s}/{v}_{t}.PNG", JAPANESE, ("前", "後ろ", "左", "右"), takes="AB"),
        ("orientation",),
    ),
    Folder(
        "Japanese with wide digits",
        made("{s}/{v}度/{t}.jpg", JAPANESE, {"０": "0", "９０": "90", "１８０": "180"}),
        ("orientation",),
    ),
    Folder(
        "Japanese people, English levels",
        made("{s}/{v}/{t}.png", JAPANESE, VIEWS),
        ("orientation",),
    ),
    Folder(
        "Japanese bags",
        made("{s}/{v}/{t}.jpg", JAPANESE, ("手ぶら", "リュック", "傘")),
        ("carrying",),
    ),
    Folder(
        "Chinese",
        made("{s}/{v}_{t}.jpg", CHINESE, ("正面", "背面", "左侧", "右侧")),
        ("orientation",),
    ),
    Folder("Chinese metres", made("{s}-{v}米-{t}.jpg", CHINESE, ("3", "6", "9")), ("distance",)),
    Folder(
        "German", made("{s}/{v} ({t}).jpg", GERMAN, ("vorne", "hinten", "links")), ("orientation",)
    ),
    Folder(
        "German, decomposed",
        decomposed(made("{s}/{v}/{t}.jpg", GERMAN, ("von vorne", "Rückseite"))),
        ("orientation",),
    ),
    Folder(
        "German clothes",
        made("{s}/{v}_{t}.jpg", GERMAN, ("Mantel", "Hemd", "Warnweste")),
        ("clothing",),
    ),
    # Two factors, cameras, days.
    Folder(
        "two factors",
        made("{s}/{v}/{w}/{t}.jpg", PEOPLE, ("without", "with"), ("front", "back")),
        ("carrying", "orientation"),
    ),
    Folder(
        "two factors in one name",
        made("{s}_{v}m_{w}deg_{t}.jpg", NUMBERS, ("3", "6"), ("0", "90", "180")),
        ("distance", "orientation"),
    ),
    Folder("cameras as repeats", made("{s}/cam{t}/{v}.jpg", PEOPLE, VIEWS), ("orientation",)),
    Folder(
        "a day in the name",
        made("{s}/2024-01-3{t}/{v}.jpg", PEOPLE, VIEWS, takes=(0, 1)),
        ("orientation",),
    ),
    Folder(
        "with pictures of something else",
        made("{s}/{v}/{t}.jpg", PEOPLE, VIEWS),
        ("orientation",),
        others=("overview.jpg", "anna/notes.jpg"),
    ),
    Folder(
        "German, two factors, case that goes with a level",
        made(
            lambda s, v, w, t: f"{s}/{v if w == '3' else v.title()} {w}m.jpg",
            GERMAN,
            ("vorne", "hinten", "links", "rechts"),
            ("3", "6"),
            takes=(1,),
        ),
        ("orientation", "distance"),
        others=("Max Weber/kaputt 3m.jpg",),
    ),
    Folder(
        "one picture of a word that nobody knows",
        made("{s}/{v}/{t}.jpg", PEOPLE, VIEWS),
        ("orientation",),
        others=("anna/wurzelbrunft/1.jpg",),
    ),
    # Names that do not decide.
    Folder(
        "numbers alone",
        made("{s}_{v}_{t}.jpg", ("1", "2", "3", "4"), ("1", "2", "3")),
        ("level",),
        asks=True,
    ),
    Folder(
        "one person, or numbers of people",
        made("{v}deg/{s}.png", ("1", "2"), ("0", "45", "90"), takes=(1,)),
        ("orientation",),
        asks=True,
    ),
    Folder(
        "two unknown words",
        made("{s}/{v}/{t}.jpg", ("alpha", "beta", "gamma"), ("one", "two", "three")),
        ("level",),
        asks=True,
    ),
)


TAKEN = [folder for folder in FOLDERS if not folder.asks]


def placed(reading, paths):
    """Path -> person and levels, as a run with the proposed protocol places them."""
    protocol = protocol_of(parse_yaml(as_yaml(reading, "proposed", len(paths)), Path("p.yaml")))
    contents = PhotoFolder(Path("photos"), tuple(sorted(paths)))
    files = place_files(protocol, protocol.photos, contents, PhotoTables())
    names = tuple(factor.name for factor in protocol.factors)
    return names, {file.path: (file.subject, file.condition.levels) for file in files}


@pytest.mark.parametrize("folder", TAKEN, ids=[folder.name for folder in TAKEN])
def test_names_are_read_as_they_were_meant(folder):
    paths = sorted({*folder.truth, *folder.others})
    readings = readings_of(paths, known_words())
    assert len(readings) == 1, [reading.pattern for reading in readings]
    assert not readings[0].doubtful
    names, given = placed(readings[0], paths)
    assert names == folder.factors
    assert given == folder.truth
    assert readings[0].matched == len(folder.truth)


@pytest.mark.parametrize(
    "folder", [f for f in FOLDERS if f.asks], ids=[f.name for f in FOLDERS if f.asks]
)
def test_names_that_do_not_decide_are_asked_about(folder):
    readings = readings_of(sorted(folder.truth), known_words())
    assert len(readings) > 1 or readings[0].doubtful
    right = [placed(reading, folder.truth) for reading in readings]
    assert (folder.factors, dict(folder.truth)) in right
