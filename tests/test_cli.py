"""The command line as a user calls it: exit codes, one-line errors, the same bytes each time."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from compare.contract import from_json

A = "The talks lasted two hours. Norland will return all 40 fishermen by Friday."
B = "Norland will return 25 fishermen. They spoke for 120 minutes."


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "compare", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, compare.cli;"
        "heavy = {'numpy', 'spacy', 'onnxruntime', 'rich.table', 'sqlalchemy', 'sklearn'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(A)
    (tmp_path / "b.txt").write_text(B)
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def test_json_is_the_contract_and_the_same_twice(files: tuple[str, str]) -> None:
    first = run("compare", *files, "--format", "json")
    assert first.returncode == 0
    assert first.stdout == run("compare", *files, "--format", "json").stdout
    comparison = from_json(first.stdout)
    assert any(link.relation == "divergence" for link in comparison.links)


def test_standard_input_is_a_statement(files: tuple[str, str]) -> None:
    result = run("compare", "-", files[1], "-f", "json", stdin=A)
    assert json.loads(result.stdout)["statements"]["a"]["source"] == "standard input"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", "gone.txt", "gone.txt"], "gone.txt: no such file"),
        (["compare", "-", "-"], "A and B are both -"),
        (["compare", "{a}"], "Missing"),
        (["compare", "{a}", "{b}", "--format", "odt"], "no format 'odt'; choose one of"),
        (["compare", "{a}", "{b}", "--link-threshold", "3"], "link_threshold is 3.0; expected"),
        (
            ["compare", "{a}", "{b}", "--link-threshold", "abc"],
            "--link-threshold is 'abc'; it should be a valid number. See: ",
        ),
        (["event", "search", "x", "--limit", "0"], "it should be greater than or equal to 1. See"),
        (["event", "search", "x", "--loud"], "No such option: --loud. See"),
        (["compare", "{a}", "{b}", "--a-date", "soon"], "'soon' is no date"),
        (["compare", "{a}", "{b}", "-o", "/nowhere/x.html"], "can't be written"),
        (["demo", "--event", "x"], "no built-in event 'x'"),
        (["evaluate", "pairs", "nowhere"], "nowhere: no such folder"),
        (["evaluate", "alignment", "nowhere"], "nowhere: no such folder"),
        (["evaluate", "alignment", ".", "--sets", "snli"], "no set 'snli'; choose one of"),
    ],
)
def test_what_can_not_be_done_is_one_line_and_exit_2(
    arguments: list[str], says: str, files: tuple[str, str]
) -> None:
    result = run(*(part.format(a=files[0], b=files[1]) for part in arguments))
    assert result.returncode == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [("compare", "{a}", "{b}"), ("article", "{b}")])
@pytest.mark.parametrize("output", ["b.txt", "./b.txt", "../{here}/b.txt", "soft.txt", "hard.txt"])
def test_a_report_is_never_written_over_an_input(
    command: tuple[str, ...], output: str, files: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "soft.txt").symlink_to("b.txt")
    (tmp_path / "hard.txt").hardlink_to(files[1])
    there = sorted(tmp_path.iterdir())
    target = f"{tmp_path}/{output.format(here=tmp_path.name)}"
    result = run(*(part.format(a=files[0], b=files[1]) for part in command), "-o", target)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        f"readouts: {target} is one of the inputs; expected another file; choose one with -o\n"
    )
    assert (tmp_path / "b.txt").read_text() == B
    assert (tmp_path / "soft.txt").is_symlink()
    assert sorted(tmp_path.iterdir()) == there


def test_a_report_is_never_written_over_standard_input(files: tuple[str, str]) -> None:
    with Path(files[1]).open() as stream:
        result = subprocess.run(
            [sys.executable, "-m", "compare", "compare", files[0], "-", "-o", files[1]],
            stdin=stream, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert result.returncode == 2
    assert "is one of the inputs" in result.stderr
    assert Path(files[1]).read_text() == B


def test_a_stop_while_it_loads_is_no_traceback() -> None:
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'typer':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from compare.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "readouts: stopped\n")
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"readouts": "compare.__main__:main"}


def test_prepare_shows_the_models_that_list_shows() -> None:
    listed = run("models", "list")
    prepared = run("models", "prepare")
    assert "all-MiniLM-L6-v2     53aa51172d142c89" in listed.stdout
    assert prepared.stdout == listed.stdout
    assert prepared.stderr == "readouts: all-MiniLM-L6-v2 is ready\n"


def test_the_same_file_twice_is_said(files: tuple[str, str]) -> None:
    result = run("compare", files[0], files[0])
    assert result.returncode == 0
    assert "identical" in result.stderr


def test_a_report_is_whole_in_its_file(files: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    assert run("compare", *files, "-o", str(target)).returncode == 0
    assert target.read_text("utf-8").rstrip().endswith("</html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "r.html"]
