"""`probe scenes`: a data set that `probe evaluate` reads; what is there is kept."""

from probe.cli import main


def test_a_data_set_is_written_and_kept(tmp_path, capsys):
    given = ["scenes", str(tmp_path / "set"), "--people", "4", "--cameras", "2", "--workers", "1"]
    assert main(given) == 0
    printed = capsys.readouterr().out
    assert "4 people, 2 cameras; 0 were there already" in printed
    assert list((tmp_path / "set" / "query").iterdir())
    assert main(given) == 0
    again = capsys.readouterr().out
    assert "; 0 were there already" not in again


def test_a_data_set_beyond_the_limit_is_said_before_a_folder_is_made(tmp_path, capsys):
    given = ["scenes", str(tmp_path / "set"), "--people", "1000000", "--cameras", "99"]
    assert main(given) == 2
    told = capsys.readouterr().err
    assert "297,000,000 pictures" in told
    assert "--any-size" in told
    assert not (tmp_path / "set").exists()
