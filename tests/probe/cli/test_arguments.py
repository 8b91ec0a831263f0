"""Arguments from declared options, and the request they make."""

import pytest

from probe.cli.arguments import add_options, request_from
from probe.cli.parser import Parser
from probe.errors import UsageError
from probe.study.request import StudyRequest


def parsed(*arguments, only=()):
    parser = Parser()
    add_options(parser, StudyRequest, only)
    return parser.parse_args(arguments)


def test_what_is_not_given_has_its_declared_default():
    assert request_from(StudyRequest, parsed("p.yaml")) == StudyRequest(["p.yaml"])


def test_every_kind_of_option_arrives():
    args = parsed(
        "p.yaml", "q.yaml", "--backbone", "a", "--backbone", "b=w.pth", "--fmr", "0.03,0.01",
        "--fmr", "0.1", "--subjects", "4", "--no-pictures", "--bf16", "--engine", "torch",
        "--cache", "c",
    )  # fmt: skip
    assert request_from(StudyRequest, args) == StudyRequest(
        ["p.yaml", "q.yaml"],
        ["a", "b=w.pth"],
        fmr=[0.03, 0.01, 0.1],
        subjects=4,
        pictures=False,
        precision="bfloat16",
        engine="torch",
        cache="c",
    )


def test_a_command_may_have_some_of_the_options(capsys):
    assert parsed("p.yaml", "--subjects", "2", only=("protocol", "subjects")).subjects == 2
    with pytest.raises(SystemExit):
        parsed("p.yaml", "--attention", only=("protocol", "subjects"))
    assert "--attention" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (("--fmr", "one"), "'one' is no false match rate: 1\u00a0% is written 0.01"),
        (("--subjects", "few"), "--subjects: 'few' is no whole number\n"),
        (("--subjects",), "--subjects is without its value\n"),
        (("--resume=yes",), "--resume takes no value, and is given 'yes'"),
    ],
)
def test_what_cannot_be_read_is_said(wrong, complaint, capsys):
    with pytest.raises(SystemExit):
        parsed("p.yaml", *wrong)
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (("--engine", "troch"), "did you mean 'torch'?"),
        (("--engine", "tf"), "--engine 'tf' is none of auto, torch, onnxruntime, openvino"),
        (("--fmr", "nan"), "--fmr nan is not between 0 and 1"),
        (("--photos", ""), "--photos is given an empty text"),
    ],
)
def test_what_an_option_does_not_take_is_refused_when_the_request_is_made(wrong, complaint):
    with pytest.raises(UsageError) as refused:
        request_from(StudyRequest, parsed("p.yaml", *wrong))
    assert complaint in str(refused.value)
