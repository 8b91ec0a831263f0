"""The package timm is imported, or the extra that brings it is named."""

import sys

import pytest

from probe.backbones._torch.timm_import import import_timm
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.errors import BackboneError


def test_the_package_comes_with_what_torchvision_needs():
    allow_torchvision()
    timm = pytest.importorskip("timm")
    assert import_timm() is timm
    assert import_timm().is_model("resnet18")


def test_its_absence_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "timm", None)
    with pytest.raises(BackboneError, match="timm cannot be imported") as caught:
        import_timm()
    assert caught.value.hint == "pip install 'probe-reid[timm]'"
