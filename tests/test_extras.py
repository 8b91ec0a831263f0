"""`pip install probe-reid` without extras: a plain run works, and what is missing names its extra.

A folder of links to the installed packages, without those that extras bring, stands for such an
installation.
"""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import probe

pytestmark = [pytest.mark.slow, pytest.mark.checkout]

PACKAGES_OF_EXTRAS = {
    "timm", "torchvision", "insightface", "segment_anything", "cv2", "av", "skimage", "openvino",
    "tensorboard", "pillow_heif", "_pillow_heif",
}  # fmt: skip


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Runs Python with the packages of a plain installation, in a folder of its own."""
    folder = tmp_path_factory.mktemp("plain")
    packages = folder / "packages"
    packages.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        name = re.split(r"[-.]", path.name)[0]
        if name not in PACKAGES_OF_EXTRAS and name != "probe":
            (packages / path.name).symlink_to(path)
    paths = os.pathsep.join([str(Path(probe.__file__).parents[1]), str(packages)])

    def run(*arguments):
        command = [sys.executable, "-S", "-m", "probe", *arguments]
        surroundings = {**os.environ, "PYTHONPATH": paths}
        return subprocess.run(
            command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
        )

    return run


def test_the_first_command_of_the_readme_runs(plain):
    done = plain("run", "protocols/orientation.yaml", "--subjects", "3")
    assert done.returncode == 0, done.stderr
    assert "html" in done.stdout
    assert "pdf" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (("--backbone", "timm:resnet18"), "timm"),
        (("--mask", "grabcut"), "grabcut"),
        (("--engine", "openvino"), "openvino"),
    ],
)
def test_what_is_missing_names_its_extra(plain, arguments, extra):
    done = plain("run", "orientation", "--subjects", "1", "--no-report", *arguments)
    assert done.returncode == 2
    assert f"pip install 'probe-reid[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
