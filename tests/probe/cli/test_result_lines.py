from probe.cli.result_lines import result_line


def test_results_stand_one_below_the_other():
    lines = [result_line(label, "x") for label in ("run", "html", "weights")]
    assert lines == ["run     x", "html    x", "weights x"]
    assert result_line("実行", "x") == "実行    x"
