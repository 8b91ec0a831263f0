"""The classical stripe descriptor: its properties, and that it tells real people apart."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.backbones.stripes import spec
from probe.backbones.stripes.descriptor import STRIPES, colour_table
from probe.contracts import Backbone, Runtime, part_slices
from probe.embedding.registry import find
from probe.errors import BackboneError, CheckpointError


@pytest.fixture(scope="module")
def stripes():
    return spec.load(spec.cards[0], None, Runtime())


def cosine(a, b):
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def person(shirt, trousers, *, seed=0, background=(90, 110, 100)):
    """A noisy figure: shirt above trousers in the middle of a background."""
    rng = np.random.default_rng(seed)
    picture = np.empty((128, 64, 3))
    picture[:] = background
    picture[8:64, 16:48], picture[64:124, 16:48] = shirt, trousers
    return np.clip(picture + rng.normal(0, 6, picture.shape), 0, 255).astype(np.uint8)


def test_is_a_backbone_with_a_true_card(stripes):
    assert isinstance(stripes, Backbone)
    vectors = stripes.embed(np.stack([person((200, 30, 30), (20, 20, 90))] * 2))
    assert vectors.dtype == np.float32
    assert vectors.shape == (2, stripes.card.dimension)
    np.testing.assert_allclose((vectors.reshape(2, STRIPES, -1) ** 2).sum(-1), 1.25, rtol=1e-5)
    assert stripes.embed(np.empty((0, 128, 64, 3), np.uint8)).shape == (0, 336)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1000), count=st.integers(1, 70))
def test_one_picture_does_not_depend_on_the_others(stripes, seed, count):
    rng = np.random.default_rng(seed)
    pictures = rng.integers(0, 256, (count, 128, 64, 3), dtype=np.uint8)
    one = int(rng.integers(count))
    together = stripes.embed(pictures)[one]
    np.testing.assert_allclose(stripes.embed(pictures[one : one + 1])[0], together, atol=1e-6)
    assert np.isfinite(together).all()
    assert together.min() >= 0


def test_colours_vote_once(stripes):
    votes = colour_table()
    np.testing.assert_allclose(votes[:-1].sum(1), 1, rtol=1e-6)
    assert not votes[-1].any()


def test_same_clothes_are_nearer_than_other_clothes(stripes):
    red_blue = person((200, 30, 30), (20, 20, 90), seed=1)
    again = person((200, 30, 30), (20, 20, 90), seed=2)
    swapped = person((20, 20, 90), (200, 30, 30), seed=3)
    green = person((30, 160, 60), (20, 20, 90), seed=4)
    a, b, c, d = stripes.embed(np.stack([red_blue, again, swapped, green]))
    assert cosine(a, b) > 0.97
    assert cosine(a, b) > cosine(a, d) + 0.05 > cosine(a, c) + 0.05


def test_clothes_count_more_than_background(stripes):
    base = person((200, 30, 30), (20, 20, 90))
    elsewhere = person((200, 30, 30), (20, 20, 90), background=(190, 170, 60))
    other = person((230, 220, 40), (150, 150, 150))
    a, b, c = stripes.embed(np.stack([base, elsewhere, other]))
    assert cosine(a, b) > cosine(a, c) + 0.1


def test_exposure_counts_little(stripes):
    bright = person((200, 60, 60), (60, 60, 140))
    dark = (bright * 0.7).astype(np.uint8)
    a, b = stripes.embed(np.stack([bright, dark]))
    assert cosine(a, b) > 0.97


@pytest.mark.parametrize("band", [8, 16])
def test_grey_bands_of_the_letterbox_do_not_make_people_alike(stripes, band):
    """Bands beside two people leave their similarity where it is, and are no content."""
    people = np.stack([person((200, 30, 30), (20, 20, 90)), person((20, 150, 60), (90, 80, 20))])
    banded = people.copy()
    banded[:, :, :band] = banded[:, :, -band:] = 128
    a, b = stripes.embed(people)
    c, d = stripes.embed(banded)
    assert cosine(c, d) < cosine(a, b) + 0.02
    assert cosine(a, c) > 0.95


def test_nothing_but_fill_still_gives_a_vector(stripes):
    vectors = stripes.embed(np.full((1, 128, 64, 3), 128, np.uint8))
    assert np.linalg.norm(vectors) > 0


def test_wrong_input_is_refused(stripes, tmp_path):
    with pytest.raises(BackboneError, match=r"\(n, 128, 64, 3\)"):
        stripes.embed(np.zeros((1, 256, 128, 3), np.uint8))
    with pytest.raises(BackboneError, match="float32"):
        stripes.embed(np.zeros((1, 128, 64, 3), np.float32))
    with pytest.raises(CheckpointError, match="no weights"):
        spec.load(spec.cards[0], tmp_path / "w.pth", Runtime())


def test_real_people_are_told_apart(stripes, real):
    from PIL import Image

    files = sorted((real / "pku_reid").glob("*.png"))
    canvas = np.full((len(files), 128, 64, 3), 128, np.uint8)
    for row, file in zip(canvas, files, strict=True):
        row[:, 8:56] = np.asarray(Image.open(file).convert("RGB"))
    vectors = stripes.embed(canvas)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    scores = unit @ unit.T
    who, camera = (np.array([f.stem.split("_")[i] for f in files]) for i in (0, 1))
    same, across = who[:, None] == who, camera[:, None] != camera
    mated, strangers = scores[same & across], scores[~same & across]
    assert mated.mean() > strangers.mean() + 0.05
    assert (mated[:, None] > strangers[None, :]).mean() > 0.8


def test_each_part_describes_its_stripe(stripes):
    """A change inside one stripe moves the vector in that part, and in neighbours at most."""
    picture = np.random.default_rng(0).integers(0, 256, (1, 128, 64, 3), np.uint8)
    changed = picture.copy()
    third = stripes.parts[2]
    changed[:, int(third.top * 128) + 4 : int(third.bottom * 128) - 4] ^= 3
    moved = np.abs(stripes.embed(changed) - stripes.embed(picture))[0]
    by_part = {name: moved[where].max() for name, where in part_slices(stripes.parts).items()}
    assert sum(part.length for part in stripes.parts) == stripes.card.dimension == len(moved)
    assert max(by_part, key=by_part.get) == third.name
    assert all(by_part[part.name] < 1e-3 for part in stripes.parts[4:])


@pytest.mark.parametrize(
    "changed", ["input_size: [160, 64]", "mean: [0.5, 0.5, 0.5]", "channels: BGR"]
)
def test_a_card_that_changes_what_is_fixed_is_refused(changed, tmp_path):
    (tmp_path / "card.yaml").write_text(f"backbone: stripes\n{changed}\n")
    name = changed.partition(":")[0]
    with pytest.raises(BackboneError, match=f"{name} of stripes cannot be changed") as caught:
        find(str(tmp_path / "card.yaml")).load(Runtime())
    assert caught.value.hint == f"leave {name} out of the card file"


def test_a_card_may_change_how_pictures_are_fitted(tmp_path):
    (tmp_path / "card.yaml").write_text("backbone: stripes\nfit: stretch\n")
    assert find(str(tmp_path / "card.yaml")).load(Runtime()).card.fit == "stretch"
