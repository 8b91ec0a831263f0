"""What `probe generate` takes for FD-GAN."""

from probe.backbones.fdgan.generate import GENERATES


def test_two_files_draw_poses(tmp_path):
    assert GENERATES.draws == "poses"
    assert GENERATES.takes("net_E.pth+net_G.pth")
    assert not GENERATES.takes("net_G.pth")
    (tmp_path / "a+b").mkdir()
    assert not GENERATES.takes(str(tmp_path / "a+b")), "a folder with a + in its name"
