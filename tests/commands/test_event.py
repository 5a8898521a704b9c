"""`readouts event …` as a user calls it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from compare.cli import main
from compare.evaluation.gold import read_gold_folder

EVENT = "2026-05-01-talks-on-the-dam"
TEXTS = {
    "a": "We met for two hours. Norland will release all 40 fishermen by Friday. Bread gets cheaper in our shops.",
    "b": "The talks lasted two hours. Norland will release 25 fishermen. The ferry was mourned.",
    "c": "Both sides met for about two hours. A release of fishermen was discussed.",
}


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in this process, where the models are loaded once."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READOUTS_DATABASE", str(tmp_path / "db" / "events.sqlite"))
    monkeypatch.setenv("READOUTS_AUTHOR", "Ada")

    def call(*arguments: str) -> Done:
        out, errors = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["readouts", "event", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        with redirect_stdout(out), redirect_stderr(errors), pytest.raises(SystemExit) as ended:
            main()
        return Done(
            int(ended.value.code or 0), out.buffer.getvalue().decode("utf-8"), errors.getvalue()
        )  # type: ignore[attr-defined]

    return call


@pytest.fixture
def made(run: Run) -> Run:
    assert (
        run("new", "Talks on the dam", "--date", "2026-05-01", "--tag", "dam").stdout
        == EVENT + "\n"
    )
    for name, speaker in (("a", "Governor"), ("b", "Presidency"), ("c", "UN")):
        result = run("add", EVENT, f"{name}.txt", "--speaker", speaker)
        assert result.returncode == 0, result.stderr
    return run


def test_from_an_event_to_reports_and_back(made: Run, tmp_path: Path) -> None:
    """One journey: compare, review, report, gold, export, delete, import."""
    shown = made("compare", EVENT).stdout
    assert "3 statements make" in shown
    assert "CONTESTED" in shown
    again = made("compare", EVENT)
    assert again.stdout == shown
    assert "0 pairs compared now, 3 taken from the database" in again.stderr

    listed = made("review", EVENT).stdout
    assert "A – B  0 of" in listed
    assert "≠ divergence" in listed
    assert made("review", EVENT, "A2+B2", "partial", "-n", "Only the number.").returncode == 0
    assert made("review", EVENT, "A2+B2", "accept", "--after", "0").returncode == 2
    history = made("review", EVENT, "A2+B2").stdout
    assert "now: partial overlap instead by Ada" in history
    assert "Only the number." in history
    assert "A2+B2" not in made("review", EVENT, "--open").stdout
    assert made("review", EVENT, "A3+B3", "divergence", "--kind", "framing").returncode == 0
    assert "linked by hand: divergence" in made("review", EVENT).stdout

    assert made("gold", EVENT).returncode == 2
    assert not (tmp_path / "gold").exists()
    assert made("review", EVENT, "rest", "accept").returncode == 0
    assert made("gold", EVENT, "-o", "gold").returncode == 0
    pairs = read_gold_folder(tmp_path / "gold")
    assert [pair.id for pair in pairs] == [f"{EVENT}-{letters}" for letters in ("ab", "ac", "bc")]
    link = pairs[0].pairs()[1, 1]
    assert (link.relation, "number" in link.kinds) == ("partial", True)
    assert pairs[0].pairs()[2, 2].kinds == ("framing",)

    for name in ("o.html", "o.docx", "o.md", "o.json", "o.csv"):
        assert made("compare", EVENT, "-o", name).returncode == 0
        assert made("compare", EVENT, "--pair", "A-B", "-o", f"p{name}").returncode == 0
        assert (tmp_path / name).stat().st_size > 400
    assert "Only the number." in (tmp_path / "po.html").read_text("utf-8")
    assert "Only the number." not in (tmp_path / "po.json").read_text("utf-8")
    assert (
        json.loads((tmp_path / "po.json").read_text("utf-8"))["schema"] == "readouts/comparison/2"
    )
    rows = list(csv.DictReader(io.StringIO((tmp_path / "po.csv").read_text("utf-8-sig"))))
    assert {row["decided_by"] for row in rows} == {"Ada"}
    as_made = made("compare", EVENT, "--pair", "AB", "--as-made").stdout
    assert "Only the number." not in as_made

    assert [line.split("  ")[1] for line in made("search", "ferry").stdout.splitlines()] == [
        "statement"
    ]
    assert [
        line.split("  ")[1] for line in made("search", "only", "number").stdout.splitlines()
    ] == ["review"]
    assert made("export", EVENT, "-o", "e.zip").returncode == 0
    assert made("import", "e.zip").returncode == 2
    assert made("delete", EVENT, "--yes").returncode == 0
    assert made("list").stdout == ""
    assert made("import", "e.zip").stdout == EVENT + "\n"
    assert made("export", EVENT, "-o", "again.zip").returncode == 0
    assert (tmp_path / "e.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    assert made("review", EVENT, "A2+B2").stdout == history


def test_other_settings_stand_beside_the_old(made: Run) -> None:
    made("compare", EVENT)
    other = made("compare", EVENT, "--link-threshold", "0.9")
    assert "3 pairs compared now" in other.stderr
    assert "; 1 older" in made("show", EVENT).stdout
    assert "0 pairs compared now" in made("compare", EVENT).stderr


def test_show_counts_what_reviews_made_of_it(made: Run) -> None:
    made("compare", EVENT)
    before = made("show", EVENT).stdout
    assert made("review", EVENT, "A2+B2", "agreement").returncode == 0
    after = made("show", EVENT).stdout
    pair = re.compile(r"A – B (\d+) agreement, (\d+) partial, (\d+) divergence")
    found = [pair.findall(text) for text in (before, after)]
    counts = [tuple(map(int, one[0])) for one in found]
    assert counts[1][0] == counts[0][0] + 1
    assert sum(counts[1]) == sum(counts[0])


def test_a_pair_keeps_the_letters_of_the_event(made: Run) -> None:
    report = made("compare", EVENT, "--pair", "A-C")
    assert "in this report" not in report.stderr
    assert "C · UN" in report.stdout
    assert "C1 " in report.stdout
    assert "B1 " not in report.stdout


def test_a_note_alone_decides_nothing(made: Run) -> None:
    made("compare", EVENT)
    assert made("review", EVENT, "A2+B2", "open", "-n", "Look again.").returncode == 0
    rows = csv.DictReader(io.StringIO(made("compare", EVENT, "--pair", "AB", "-f", "csv").stdout))
    noted = next(row for row in rows if row["note"])
    assert (noted["decision"], noted["decided_by"]) == ("open", "Ada")


def test_two_statements_make_the_report_of_a_pair(run: Run) -> None:
    run("new", "Call", "--sample", "constructed-harbour-talks", "--id", "harbour")
    assert (
        "Governor of Tarn and Presidency of Norland: two accounts compared"
        in run("compare", "harbour").stdout
    )


def test_tags_and_json(made: Run) -> None:
    made("tag", EVENT, "veld", "x")
    made("tag", EVENT, "x", "--remove")
    (row,) = json.loads(made("list", "--json").stdout)
    assert row["tags"] == ["dam", "veld"]
    assert json.loads(made("list", "--tag", "none", "--json").stdout) == []
    assert len(json.loads(made("show", EVENT, "--json").stdout)["statements"]) == 3
    assert json.loads(made("search", "ferry", "--json").stdout)[0]["where"] == "Presidency"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "gone"], "no event 'gone' in this database"),
        (["new", " "], "the event has no title"),
        (["new", "x", "--date", "soon"], "'soon' is no date"),
        (["add", EVENT, "gone.txt"], "gone.txt: no such file"),
        (["add", EVENT, "a.txt", "--speaker", "Governor"], "this very statement is in"),
        (["compare", EVENT, "--pair", "A-F"], "'A-F' is no pair; expected two letters from A to C"),
        (["compare", EVENT, "--format", "csv-links"], "an overview has no format 'csv-links'"),
        (["review", EVENT], "has not been compared yet; run: readouts event compare"),
        (["review", EVENT, "A1", "maybe"], "no verdict 'maybe'"),
        (["review", EVENT, "A1", "accept", "--kind", "tone"], "no kind 'tone'"),
        (["delete", EVENT], "nobody can be asked here; give --yes"),
        (["import", "a.txt"], "a.txt: not a readable archive"),
        (["import", "gone.zip"], "gone.zip can't be read"),
        (["search", "!?"], "nothing to search for"),
        (["list", "--database", "mysql://x"], "no database of the kind 'mysql'"),
        (["gold", EVENT], "no pair is reviewed whole"),
    ],
)
def test_what_can_not_be_done_is_one_line_and_exit_2(
    made: Run, arguments: list[str], says: str
) -> None:
    result = made(*arguments)
    assert result.returncode == 2
    assert says in result.stderr.strip().splitlines()[-1]
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


NAMED = [
    ["list"],
    ["list", "--json"],
    ["show", EVENT],
    ["search", "ferry"],
    ["export", EVENT],
    ["gold", EVENT],
    ["review", EVENT],
    ["review", EVENT, "A1", "accept"],
    ["compare", EVENT],
    ["tag", EVENT, "dam"],
    ["add", EVENT, "a.txt"],
    ["delete", EVENT, "--yes"],
]


@pytest.mark.parametrize("arguments", NAMED)
@pytest.mark.parametrize("option", [False, True])
def test_a_mistyped_database_is_said_and_not_made(
    run: Run, arguments: list[str], option: bool, tmp_path: Path
) -> None:
    there = sorted(tmp_path.iterdir())
    path = tmp_path / "gone" / "x.db" if option else tmp_path / "db" / "events.sqlite"
    result = run(*arguments, *(["--database", f"sqlite:///{path}"] if option else []))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == (
        f"readouts: there is no database {path}; expected one that is there; check --database or "
        "READOUTS_DATABASE, or make it with: readouts event new TITLE"
    )
    assert sorted(tmp_path.iterdir()) == there


def test_a_new_user_has_no_events_yet(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("READOUTS_DATABASE")
    monkeypatch.setattr("compare.store.engine.default_path", lambda: tmp_path / "new" / "r.sqlite")
    result = run("list")
    assert (result.returncode, result.stdout) == (0, "")
    assert "no events yet" in result.stderr
    assert "no event 'gone'" in run("show", "gone").stderr


def test_an_import_makes_the_database(made: Run, tmp_path: Path) -> None:
    assert made("export", EVENT, "-o", "e.zip").returncode == 0
    other = str(tmp_path / "other" / "new.sqlite")
    assert made("import", "e.zip", "--database", other).stdout == EVENT + "\n"
    assert EVENT in made("list", "--database", other).stdout


@pytest.mark.parametrize(
    ("archive", "more"), [("a.txt", ()), ("e.zip", ("--as", "../talks"))], ids=["no zip", "no id"]
)
def test_an_import_that_fails_makes_no_database(
    made: Run, tmp_path: Path, archive: str, more: tuple[str, ...]
) -> None:
    assert made("export", EVENT, "-o", "e.zip").returncode == 0
    other = tmp_path / "other" / "new.sqlite"
    assert made("import", archive, "--database", str(other), *more).returncode == 2
    assert not other.exists()


def test_a_report_is_never_written_over_the_database(made: Run, tmp_path: Path) -> None:
    database = tmp_path / "db" / "events.sqlite"
    before = made("show", EVENT).stdout
    result = made("compare", EVENT, "-f", "json", "-o", str(database))
    assert result.returncode == 2
    assert f"{database} is one of the inputs" in result.stderr
    assert made("show", EVENT).stdout == before


def test_a_single_statement_is_compared_with_nothing(run: Run) -> None:
    run("new", "One", "--id", "one")
    run("add", "one", "a.txt")
    result = run("compare", "one")
    assert (result.returncode, result.stdout) == (2, "")
    assert "holds 1 statement; expected two or more" in result.stderr


def test_no_text_of_a_statement_acts_in_the_terminal(run: Run, tmp_path: Path) -> None:
    evil = "\x1b[31mred \x9b31m \u202egnp"
    (tmp_path / "e.txt").write_text(f"We met {evil} today. It rained.")
    run("new", f"Evil {evil}", "--id", "evil", "--note", evil, "--tag", evil)
    run("add", "evil", "e.txt", "--speaker", evil, "--title", evil)
    run("add", "evil", "b.txt", "--speaker", evil)
    run("compare", "evil")
    run("review", "evil", "A1+B1", "agreement", "--note", evil, "--author", evil)
    for arguments in (
        ["list"],
        ["show", "evil"],
        ["review", "evil"],
        ["review", "evil", "A1+B1"],
        ["search", "met"],
        ["compare", "evil"],
        ["delete", "evil", "-y"],
    ):
        result = run(*arguments)
        assert result.returncode == 0, result.stderr
        for sign in ("\x1b", "\x9b", "\u202e"):
            assert sign not in result.stdout + result.stderr
