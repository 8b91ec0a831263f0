"""Names of files: safe, inside the run, and never shared."""

import itertools

import pytest

from probe.runs.paths import (
    UNMASKED,
    attention_file,
    embeddings_file,
    mask_file,
    picture_file,
    protocol_file,
    remedies_file,
)

NAMES = ("a/b", "a:b", "../x", "timm:resnet18", "a", "a_b", "Ä b")


@pytest.mark.parametrize(
    "path_of",
    [
        lambda name: embeddings_file(name, UNMASKED),
        lambda name: mask_file(name),
        lambda name: attention_file(name, UNMASKED, "p"),
        lambda name: remedies_file(name, "p"),
    ],
)
def test_any_name_gives_a_path_of_its_own_inside_the_run(path_of):
    paths = [path_of(name) for name in NAMES]
    assert len(set(paths)) == len(paths)
    assert all(path.count("/") == 1 and ":" not in path for path in paths)


def test_pictures_of_a_mask_lie_in_a_folder_of_its_name():
    assert picture_file("ab") == "pictures/ab.webp"
    assert picture_file("ab", "scene") == "pictures/scene/ab.webp"
    folders = {picture_file("ab", name).rsplit("/", 1)[0] for name in NAMES}
    assert len(folders) == len(NAMES)


def test_kinds_of_files_never_meet():
    made = [
        protocol_file("p"), embeddings_file("p", "p"), mask_file("p"), mask_file("p", ".json"),
        attention_file("p", "p", "p"), remedies_file("p", "p"),
    ]  # fmt: skip
    assert all(a != b for a, b in itertools.combinations(made, 2))
