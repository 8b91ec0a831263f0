"""`probe validate`: every protocol that is given is checked, whatever the others are."""

from probe.cli import main


def test_the_shipped_protocols_validate(capsys):
    assert main(["validate", "protocols/"]) == 0
    assert capsys.readouterr().out.count("sound") == 5


def test_all_are_checked_though_one_is_not_sound(photos, protocol_file, tmp_path, capsys):
    other = tmp_path / "other.yaml"
    other.write_text("name: other\n", "utf-8")
    assert main(["validate", str(other), str(protocol_file), "--photos", str(photos)]) == 2
    out, err = capsys.readouterr()
    assert "turn.yaml: sound: 3 conditions, standard '180'; 72 photographs of 8 people" in out
    assert "other.yaml" in err
