"""Several networks as one backbone: vectors, parts, evidence, key, names."""

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard, Runtime, part_slices
from probe.embedding.composite import CompositeBackbone, composite_card, joined_key
from probe.embedding.key import key_of_ours
from probe.embedding.loaded import ModelKey
from probe.embedding.registry import find, find_all
from probe.errors import BackboneError
from probe.wording import Message, wording_of

in_words = wording_of().stored

PICTURES = np.random.default_rng(2).integers(0, 256, (2, 3, 128, 64, 3)).astype(np.uint8)
CPU = Runtime(device="cpu")


class Means(Backbone):
    """Mean colours of horizontal bands: its evidence is known."""

    def __init__(self, name, bands, size=(128, 64), shift=0.0):
        self.card = BackboneCard(name, input_size=size, dimension=3 * bands)
        self.bands, self.shift = bands, shift
        self.notes = ("counts colours",)

    def _vectors(self, images):
        bands = np.stack(np.array_split(images / 255 - self.shift, self.bands, axis=1), 1)
        return bands.mean((2, 3)).reshape(len(images), -1).astype(np.float32)

    def embed(self, images):
        assert images.shape[1:3] == self.card.input_size
        return self._vectors(images)

    def attend(self, first, second):
        a, b = self._vectors(first), self._vectors(second)
        scale = 1 / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1))
        maps = (a * b).reshape(len(a), self.bands, 3).sum(2)[:, :, None] * scale[:, None, None]
        none = np.zeros(len(a))

        class Evidence:
            first = maps
            second = maps
            constant_first = none
            constant_second = none
            cosine = (a * b).sum(1) * scale
            kind = "exact"
            note = ""

        return Evidence


def cosine(a, b):
    return (a * b).sum(1) / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1))


def together(*members):
    card = composite_card("+".join(m.card.name for m in members), "", [m.card for m in members])
    keys = [ModelKey(f"{at}") for at in range(len(members))]
    return CompositeBackbone(card, members, keys)


def test_the_cosine_is_the_mean_of_the_members():
    members = Means("a", 2, shift=0.4), Means("b", 4, shift=0.5)
    both = together(*members)
    vectors = [both.embed(pictures) for pictures in PICTURES]
    means = np.mean([cosine(m.embed(PICTURES[0]), m.embed(PICTURES[1])) for m in members], axis=0)
    np.testing.assert_allclose(cosine(*vectors), means, atol=1e-6)
    places = part_slices(both.parts)
    assert list(places) == ["a", "b"]
    for name, member in zip(places, members, strict=True):
        own = member.embed(PICTURES[0])
        unit = own / np.linalg.norm(own, axis=1, keepdims=True)
        np.testing.assert_allclose(vectors[0][:, places[name]], unit, atol=1e-6)
    assert both.card.dimension == 6 + 12
    assert [in_words(note) for note in both.notes] == ["a: counts colours", "b: counts colours"]


def test_evidence_is_the_members_mean_on_the_finest_grid():
    members = Means("a", 2), Means("b", 4)
    both = together(*members)
    whole, parts = both.attend(*PICTURES), both.attend_parts(*PICTURES)
    assert whole.first.shape == (3, 4, 1)
    np.testing.assert_allclose(whole.first.sum((1, 2)) + whole.constant_first, whole.cosine)
    expected = cosine(both.embed(PICTURES[0]), both.embed(PICTURES[1]))
    np.testing.assert_allclose(whole.cosine, expected, atol=1e-6)
    np.testing.assert_allclose(sum(part.cosine for part in parts), whole.cosine)
    for part, member in zip(parts, members, strict=True):
        np.testing.assert_allclose(2 * part.first, member.attend(*PICTURES).first)


def test_a_member_without_evidence_leaves_the_whole_without():
    class Silent(Means):
        def attend(self, first, second):
            return None

    both = together(Means("a", 2), Silent("b", 2))
    assert both.attend(*PICTURES) is None
    assert both.attend_parts(*PICTURES) is None
    assert both.scrambled() is None


def test_smaller_members_get_smaller_pictures_and_it_is_said():
    both = together(Means("a", 2), Means("b", 2, size=(64, 32)))
    assert both.card.input_size == (128, 64)
    assert both.embed(PICTURES[0]).shape == (3, 12)
    assert "a second time, from 128x64" in in_words(both.notes[-1])
    assert both.embed(PICTURES[0][:0]).shape == (0, 12)


def test_members_of_another_shape_or_fit_are_refused():
    with pytest.raises(BackboneError, match="one picture does not fit both"):
        together(Means("a", 2), Means("b", 2, size=(112, 112)))
    cards = [BackboneCard("a"), BackboneCard("b", fit="letterbox")]
    with pytest.raises(BackboneError, match="a stretch, b letterbox"):
        composite_card("a+b", "", cards)


def test_the_key_covers_every_member_and_their_order():
    a, b, unknown = ModelKey("a"), ModelKey("b"), ModelKey("", Message("key-maker-unknown"))
    names = ["x", "y"]
    digests = {joined_key(keys, names).digest for keys in ([a, b], [b, a], [a, a], [a, a, a][:2])}
    assert len(digests) == 3
    assert joined_key([a, unknown], names) == ModelKey(
        "", Message("note-of-member", {"model": "y", "note": Message("key-maker-unknown")})
    )


def test_twice_the_same_member_has_two_parts():
    both = together(Means("a", 2), Means("a", 2))
    assert [part.name for part in both.parts] == ["a", "a-2"]


def test_command_line_name_loads_all_members():
    choice = find("stripes+stripes")
    assert choice.name == "stripes+stripes"
    model = choice.load(CPU)
    pictures = PICTURES[0]
    alone = find("stripes").load(CPU)
    np.testing.assert_allclose(
        cosine(model.embed(pictures), model.embed(PICTURES[1])),
        cosine(alone.embed(pictures), alone.embed(PICTURES[1])),
        atol=1e-6,
    )
    key = choice.key_of(model, CPU)
    assert key.digest
    assert key == key_of_ours(model)
    assert key != find("stripes").key_of(alone, CPU)


def test_keys_follow_the_weights_of_a_member(tmp_path):
    from probe.backbones.osnet import CHANNELS
    from probe.backbones.osnet.model import OSNet

    torch = pytest.importorskip("torch")
    keys = []
    for seed in (1, 2):
        torch.manual_seed(seed)
        torch.save(OSNet(CHANNELS["osnet_x0_25"], 512).state_dict(), tmp_path / "w.pth")
        eager = Runtime(device="cpu", engine="torch")
        choice = find(f"osnet_x0_25={tmp_path / 'w.pth'}+osnet_x0_25={tmp_path / 'w.pth'}")
        keys.append(choice.key_of(choice.load(eager), eager).digest)
    assert len(set(keys)) == 2
    assert all(keys)


def test_two_of_a_name_are_told_apart():
    assert [choice.name for choice in find_all(["stripes+stripes"] * 2)] == [
        "stripes+stripes",
        "stripes+stripes.2",
    ]


def test_a_plus_in_the_name_of_a_file_is_no_sign(tmp_path):
    file = tmp_path / "a+b.pth"
    file.write_bytes(b"")
    assert find(f"osnet_x0_25={file}").weights == file
    both = find(f"osnet_x0_25={file}+osnet_x0_25={file}")
    assert [member.weights for member in both.members] == [file, file]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("stripes+stirpes", "did you mean 'stripes'"),
        ("stripes+", r"stripes\+: nothing stands before or behind a \+"),
        ("+stripes", "nothing stands before"),
        ("+", "nothing stands before"),
    ],
)
def test_unknown_members_are_named(given, message):
    with pytest.raises(BackboneError, match=message):
        find(given)
