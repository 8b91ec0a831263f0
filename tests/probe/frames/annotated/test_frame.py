"""A frame with people alone."""

from pathlib import Path

from probe.frames.annotated.frame import PERSON, AnnotatedFrame, Instance


def test_people_alone():
    person, dog = Instance((0, 0, 2, 4)), Instance((1, 1, 3, 3), kind=16)
    frame = AnnotatedFrame(Path("a.png"), "a.png", None, (dog, person), Path("a.json"))
    assert frame.people().instances == (person,)
    assert person.kind == PERSON
    assert frame.instances == (dog, person)
