from probe.cli.result_lines import result_line, typed


def test_results_stand_one_below_the_other():
    lines = [result_line(label, "x") for label in ("run", "html", "weights")]
    assert lines == ["run     x", "html    x", "weights x"]
    assert result_line("実行", "x") == "実行    x"


def test_a_path_is_typed_as_a_shell_takes_it():
    assert typed("runs/turn") == "runs/turn"
    assert typed("my runs/turn") == "'my runs/turn'"
