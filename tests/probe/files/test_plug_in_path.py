"""A plug-in has the path that it takes, or is refused with how to name it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from probe.errors import MaskError
from probe.files.plug_in_path import plug_in_path
from probe.wording import Message


@dataclass(frozen=True)
class Spec:
    argument: str = ""
    optional: bool = False
    hint: Message | str = ""


def test_the_path_is_what_stands_behind_the_equals_sign():
    taken = Spec(argument="CHECKPOINT")
    assert plug_in_path("sam", "a=b.pth", taken, "--mask", MaskError) == Path("a=b.pth")
    assert plug_in_path("sam", None, Spec("FILE", optional=True), "--mask", MaskError) is None
    assert plug_in_path("scene", None, Spec(), "--mask", MaskError) is None


@pytest.mark.parametrize(
    ("written", "spec", "message", "hint"),
    [
        ("x", Spec(), "scene takes no file", "--mask scene"),
        (None, Spec("FOLDER"), "scene needs a folder", "--mask scene=FOLDER"),
        (None, Spec("FILE", hint="fetch it"), "scene needs a file", "fetch it"),
        (None, Spec("FILE", hint=Message("step-force")), "needs a file", "--force replaces it"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_next_step(written, spec, message, hint):
    with pytest.raises(MaskError, match=message) as caught:
        plug_in_path("scene", written, spec, "--mask", MaskError)
    assert caught.value.hint == hint
