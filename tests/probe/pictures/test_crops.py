"""What is said of boxes that look like another convention."""

from probe.pictures.crops import Acquired, crop_notes
from probe.wording import wording_of

in_words = wording_of()


def test_nothing_is_said_of_sound_crops():
    assert crop_notes([Acquired("a.png", "1", 20, 60), Acquired("b.png", "2", 20, 60, 0.95)]) == ()
    assert crop_notes([Acquired("a.png", reason="broken")]) == ()


def test_boxes_that_are_cut_off_are_counted():
    sound = [Acquired(f"{k}.png", str(k), 20, 60) for k in range(3)]
    cut = [Acquired("x.png", "x", 20, 60, 0.4)]
    (note,) = map(in_words, crop_notes([*sound, *cut]))
    assert note == (
        "1 of 4 boxes reach far out of their picture and were cut off; the first is of x.png"
    )
    (note,) = map(in_words, crop_notes(cut))
    assert "Corners belong into the columns x1, y1, x2, y2" in note


def test_crops_of_a_few_pixels_are_counted():
    few = [Acquired("x.png", "x", 1, 1), Acquired("y.png", "y", 8, 16)]
    (note,) = map(in_words, crop_notes(few))
    assert note == (
        "1 of 2 pictures are smaller than 16 x 8 pixels (height x width), which shows no person; "
        "the first is x.png"
    )


def shaped(*sizes):
    return [Acquired(f"{k}.png", "x", width, height) for k, (height, width) in enumerate(sizes)]


def test_pictures_of_another_shape_or_size_are_told():
    crops = [(256, 128)] * 8
    (note,) = crop_notes(shaped(*crops, (1080, 1920)))
    assert wording_of()(note).startswith(
        "1 of 9 pictures have another shape or size than the others: 8.png has 1080 x 1920 pixels "
        "(height x width), a usual one 256 x 128."
    )
    assert crop_notes(shaped(*crops, (300, 100), (128, 64))) == ()
    assert len(crop_notes(shaped(*crops, (60, 30)))) == 1, "18 times as small"
    mixed = [(256, 128), (128, 256)] * 4
    assert crop_notes(shaped(*mixed, (64, 600), (600, 64))) != crop_notes(shaped(*mixed))
