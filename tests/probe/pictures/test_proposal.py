from pathlib import Path

import pytest

from probe.errors import PictureSourceError
from probe.pictures.photo_folder import PhotoFolder, look_into
from probe.pictures.photographs import photo_set
from probe.pictures.proposal import as_yaml, propose
from probe.protocol.finding import load_protocol


def held(files):
    return PhotoFolder(Path("photos"), tuple(files))


def names(*patterns):
    found = []
    for pattern in patterns:
        found += [
            pattern.format(s=f"{s:03d}", c=c, o=o, d=d, t=t)
            for s in range(1, 6)
            for c in (1, 2)
            for o in (0, 45, 90)
            for d in (2, 14)
            for t in (1, 2, 3)
        ]
    return sorted(set(found))


@pytest.mark.parametrize(
    ("pattern", "proposed", "factor", "repeat"),
    [
        ("{s}_c{c}_o{o}.png", "{{subject}}_c{{camera}}_o{{level}}.png", "orientation", ("camera",)),
        ("{s}/dist{d}/{t}.jpg", "{{subject}}/dist{{level}}/{{take}}.jpg", "distance", ()),
        (
            "p{s}/deg{o}/take{t}.jpg",
            "p{{subject}}/deg{{level}}/take{{take}}.jpg",
            "orientation",
            (),
        ),
        ("{s}_{o}_{t}.jpg", "{{subject}}_{{level}}_{{take}}.jpg", "level", ()),
    ],
)
def test_usual_ways_to_name_pictures_are_read(pattern, proposed, factor, repeat):
    found = propose(held(names(pattern)))
    assert found.pattern == proposed.format()
    assert (found.factor, found.repeat) == (factor, repeat)
    assert found.matched == found.files


def test_a_proposal_is_a_protocol_that_runs(photos, tmp_path):
    proposal = propose(look_into(photos))
    path = tmp_path / "p.yaml"
    path.write_text(as_yaml(proposal, "proposed"), encoding="utf-8")
    protocol = load_protocol(path)
    assert protocol.takes == 3
    images = photo_set(protocol, photos)
    assert len(images.records) == 72
    assert len(images.subjects) == 8


@pytest.mark.parametrize(
    ("files", "told"),
    [([], "no picture"), (["notes.txt"], "no picture"), (["1.jpg", "2.jpg"], "like a condition")],
)
def test_paths_that_say_nothing_are_refused(files, told):
    with pytest.raises(PictureSourceError, match=told):
        propose(held(files))
