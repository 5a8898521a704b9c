"""A batch: each unit once, the same results however it is run, and taken up after any kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from compare.batch import read_manifest, run_batch
from compare.batch import work as batch_work
from compare.cli import app
from compare.commands.reading import Given
from compare.contract import from_json
from compare.errors import InputError, OutputError
from compare.pipeline import compare
from compare.settings import Settings
from compare.sources import make_statement
from tests.conftest import ROOT

RESULTS = ("comparisons.jsonl", "failures.jsonl", "batch.json", "comparisons.parquet",
           "links.parquet", "evidence.parquet", "omissions.parquet")  # fmt: skip


def row(number: int) -> dict[str, str]:
    return {
        "id": f"call/{number}",
        "a_text": f"The talks lasted {number} hours. Norland will return all 40 fishermen.",
        "b_text": f"They spoke for {number} hours. Norland returns 25 fishermen. Grain was raised.",
        "a_speaker": "Governor",
    }


def manifest(folder: Path, count: int = 4) -> Path:
    lines = [json.dumps(row(number)) for number in range(1, count + 1)]
    lines.insert(1, json.dumps({"id": "gone", "a": "gone.txt", "b_text": "Words."}))
    path = folder / "calls.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path


def results(folder: Path) -> dict[str, bytes]:
    """Return every file of a batch but its lock."""
    files = (item for item in folder.rglob("*") if item.is_file() and item.name != ".lock")
    return {str(item.relative_to(folder)): item.read_bytes() for item in files}


def test_results_failures_and_tables(tmp_path: Path) -> None:
    units = read_manifest(manifest(tmp_path))
    out = tmp_path / "out"
    heard: list[tuple[int, int]] = []
    done = run_batch(units, out, report=lambda count, total: heard.append((count, total)))
    assert (done.units, done.made, done.failed) == (5, 5, 1)
    assert heard == [(count, 5) for count in range(6)]
    lines = [json.loads(line) for line in (out / "comparisons.jsonl").read_text().splitlines()]
    assert [line["unit"] for line in lines] == [f"call/{number}" for number in range(1, 5)]
    first = from_json(json.dumps(lines[0]["comparison"]))
    sides = [make_statement(row(1)[f"{s}_text"], source=f"row 1, {s.upper()}") for s in "ab"]
    assert first.links == compare(*sides).links
    assert first.a.speaker == "Governor"
    failure = json.loads((out / "failures.jsonl").read_text())
    assert failure["unit"] == "gone"
    assert "gone.txt: no such file" in failure["error"]
    table = pq.read_table(out / "comparisons.parquet").to_pylist()
    assert [item["unit"] for item in table][:2] == ["call/1", "gone"]
    assert table[0]["only_b"] == len(first.only_b)
    assert table[1]["divergence"] is None
    links = pq.read_table(out / "links.parquet").to_pylist()
    assert len([item for item in links if item["unit"] == "call/1"]) == len(first.links)
    assert all(item["a_text"] and item["b_text"] for item in links)
    alone = pq.read_table(out / "omissions.parquet").to_pylist()[0]
    assert (alone["unit"], alone["side"]) == ("call/1", "b")
    near = first.only_b[0].nearest
    assert near is not None
    assert alone["text"] == first.b.sentence(first.only_b[0].sentence)
    assert alone["nearest_text"] == first.a.sentence(near.sentence)
    assert (alone["nearest"], alone["nearest_probability"]) == (near.sentence, near.probability)


def test_the_second_run_does_nothing_and_a_changed_source_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Norland returns 40 men.")
    (tmp_path / "b.txt").write_text("Norland returns 25 men.")
    (tmp_path / "m.csv").write_text("a,b\na.txt,b.txt\nb.txt,a.txt\n")
    units, out = read_manifest(tmp_path / "m.csv"), tmp_path / "out"
    assert run_batch(units, out).made == 2
    before = results(out)
    assert run_batch(units, out).made == 0
    assert results(out) == before
    assert run_batch(units, out, Settings(link_threshold=0.3)).made == 2
    (tmp_path / "a.txt").write_text("Norland returns 41 men.")
    assert run_batch(units[:1], out, Settings(link_threshold=0.3)).made == 1


def test_a_failure_is_kept_until_it_is_to_be_tried_again(tmp_path: Path) -> None:
    units, out = read_manifest(manifest(tmp_path, 1)), tmp_path / "out"
    assert run_batch(units, out).failed == 1
    assert run_batch(units, out).made == 0
    assert run_batch(units, out, retry=True).made == 1


def test_whatever_goes_wrong_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh\nno")

    monkeypatch.setattr(batch_work, "compare", broken)
    assert run_batch(read_manifest(manifest(tmp_path, 2)), tmp_path / "out").failed == 3
    assert "ZeroDivisionError: oh no" in (tmp_path / "out" / "failures.jsonl").read_text()


def test_processes_give_the_same_bytes(tmp_path: Path) -> None:
    units = read_manifest(manifest(tmp_path))
    run_batch(units, tmp_path / "one")
    run_batch(units, tmp_path / "two", jobs=2)
    assert results(tmp_path / "one") == results(tmp_path / "two")


def test_a_killed_run_is_taken_up_and_ends_the_same(tmp_path: Path) -> None:
    path, out = manifest(tmp_path, 12), tmp_path / "out"
    units = read_manifest(path)
    run_batch(units, tmp_path / "whole")
    start = [sys.executable, "-m", "compare", "batch", str(path), "-o", str(out)]
    for jobs, wanted in (("1", 2), ("2", 6)):
        process = subprocess.Popen([*start, "--jobs", jobs], start_new_session=True, cwd=ROOT)
        while len(list(out.glob("units/*/*.json"))) < wanted and process.poll() is None:
            pass
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    written = {path: path.stat().st_mtime_ns for path in out.glob("units/*/*.json")}
    assert len(written) >= 6
    done = run_batch(units, out)
    assert done.made == 13 - len(written)
    assert all(path.stat().st_mtime_ns == when for path, when in written.items())
    assert results(out) == results(tmp_path / "whole")


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    out = tmp_path / "out"
    out.mkdir()
    with (out / ".lock").open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another batch is at work"):
            run_batch(read_manifest(manifest(tmp_path)), out)


def test_folders_are_events(tmp_path: Path) -> None:
    for name, files in (("x", ["1.txt", "2.txt"]), ("y", ["1.txt", "2.txt", "3.txt"])):
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).write_text("Words.")
    assert [unit.id for unit in read_manifest(tmp_path)] == ["x", "y/1-2", "y/1-3", "y/2-3"]
    samples = read_manifest(ROOT / "data" / "samples")
    assert samples[1].id == "constructed-harbour-talks"
    assert samples[1].a.speaker == "Governor of Tarn"


def failures(folder: Path) -> dict[str, str]:
    lines = (folder / "failures.jsonl").read_text().splitlines()
    return {row["unit"]: row["error"] for row in map(json.loads, lines)}


GOOD = "Norland returns 40 men."
BAD_ROWS = [
    (
        "m.csv",
        'id,a_text,b_text,a_date,b_language\n1,Words.,Words.\n\n2,,Words.\n3,"Two\nlines.",Words.\n'
        "1,Words.,Words.\n4,Words.,Words.,2026-13-13\n5,Words.,Words.,,klingon\n6,a,b,,en,x\n"
        "7,Words.,Words.,20260212,en\n",
        ["1", "3", "7"],
        {
            "2": "m.csv, row 4: no A; expected a file or address in the column a, or words in a_text",
            "1 (row 6)": "m.csv, row 6 (line 7): the id '1' is that of row 2; expected each id once",
            "4": "m.csv, row 7 (line 8): in A '2026-13-13' is no date; expected year-month-day, "
            "as 2025-02-12",
            "5": "m.csv, row 8 (line 9): in B the language 'klingon' is none; expected a code of "
            "two letters, as en",
            "000009": "m.csv, row 9 (line 10): 6 cells; expected 5, as many as in the header",
        },
    ),
    (
        "m.jsonl",
        '{"a_text": "Words.", "b_text": "Words."}\n\n{"a": \n{"id": ["x"], "a_text": "x"}\n'
        '{"id": "\\ud800", "a_text": "x"}\n{"id": "c", "c": 1}\n{"a": "~nobody-here/x", "b": "y"}\n',
        ["000001"],
        {
            "000003": "m.jsonl, row 3: expected a JSON object with a and b",
            "000004": "m.jsonl, row 4: id is ['x']; expected text",
            "?": "m.jsonl, row 5: no B; expected a file or address in the column b, or words in "
            "b_text",
            "c": "m.jsonl, row 6: no column 'c'; expected of: a, a_date, a_language, a_speaker, "
            "a_text, a_title, b, b_date, b_language, b_speaker, b_text, b_title, id",
            "000007": "m.jsonl, row 7: a is '~nobody-here/x'; expected a file or address",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "good", "bad"), BAD_ROWS)
def test_a_bad_row_is_listed_and_the_others_are_compared(
    name: str, text: str, good: list[str], bad: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text)
    units, out = read_manifest(tmp_path / name), tmp_path / "out"
    done = run_batch(units, out)
    assert (done.units, done.failed) == (len(good) + len(bad), len(bad))
    lines = [json.loads(line) for line in (out / "comparisons.jsonl").read_text().splitlines()]
    assert [line["unit"] for line in lines] == good
    assert failures(out) == bad
    before = results(out)
    assert run_batch(read_manifest(tmp_path / name), out).made == 0
    assert results(out) == before
    run_batch(units, tmp_path / "two", jobs=2)
    assert results(tmp_path / "two") == before


def test_a_bad_row_leaves_the_exit_code_and_is_done_when_mended(tmp_path: Path) -> None:
    path, out = tmp_path / "m.csv", tmp_path / "out"
    path.write_text(f"a_text,b_text,a_date\n{GOOD},{GOOD},\n{GOOD},{GOOD},2026-13-13\n")
    told = CliRunner().invoke(app, ["batch", str(path), "-o", str(out)])
    assert told.exit_code == 0
    assert "1 of 2 pairs compared, 1 failed (see failures.jsonl)" in told.output
    path.write_text(path.read_text().replace("2026-13-13", "20261213"))
    assert run_batch(read_manifest(path), out).made == 1
    assert failures(out) == {}
    last = json.loads((out / "comparisons.jsonl").read_text().splitlines()[-1])
    assert last["unit"] == "000003"
    assert last["comparison"]["statements"]["a"]["date"] == "2026-12-13"
    assert last["comparison"]["statements"]["a"]["source"] == "row 3, A"


@pytest.mark.parametrize(
    ("date", "language"), [("2026-13-13", ""), ("soon", ""), ("", "klingon"), ("", "EN")]
)
def test_a_batch_refuses_what_compare_refuses(date: str, language: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        Given(date=date, language=language).checked()
    row = {"a_text": GOOD, "b_text": GOOD}
    bad = row | {"b_date": date, "b_language": language}
    (tmp_path / "m.jsonl").write_text(f"{json.dumps(row)}\n{json.dumps(bad)}\n")
    units = read_manifest(tmp_path / "m.jsonl")
    assert [unit.error for unit in units] == ["", f"m.jsonl, row 2: in B {caught.value}"]


def event(*statements: dict[str, str | None]) -> str:
    return json.dumps({"schema": "readouts/event/1", "statements": statements})


def test_a_folder_without_two_statements_is_listed(tmp_path: Path) -> None:
    folders: dict[str, dict[str, str]] = {
        "broken": {"event.json": "{"},
        "date": {"event.json": event({"file": "1", "date": "soon"}, {"file": "2", "date": None})},
        "few": {"event.json": event({"file": "1.txt"}), "1.txt": GOOD, "2.txt": GOOD},
        "none": {".hidden": GOOD},
        "one": {"1.txt": GOOD},
        "two": {"1.txt": GOOD, "2.txt": GOOD},
        ".git": {"1.txt": GOOD, "2.txt": GOOD},
    }
    for name, files in folders.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text)
    out = tmp_path / "out"  # inside, and no event in the second run
    for made in (6, 0):
        done = run_batch(read_manifest(tmp_path, without=out), out)
        assert (done.units, done.made, done.failed) == (6, made, 5)
    found = failures(out)
    assert found.pop("broken").startswith("broken: event.json is no event (")
    wanted = "expected two statements or an event.json"
    assert found == {
        "date": "date/event.json: in A 'soon' is no date; expected year-month-day, as 2025-02-12",
        "few": f"few: found one statement in event.json (1.txt); {wanted}",
        "none": f"none: found no file; {wanted}",
        "one": f"one: found one file (1.txt); {wanted}",
    }


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("m.csv", "a,c\nx,y\n", "no column 'c'"),
        ("m.csv", "id,a\n1,y\n", "m.csv: no column b or b_text; expected both sides"),
        ("m.csv", "a,b\nx,\n", "has nothing that can be compared: m.csv, row 2: no B"),
        ("m.csv", "a,b\n", "names nothing to compare"),
        ("m.csv", 'a,b\nx,y\nx,"y"z\n', "can't be read: line 3: ',' expected after"),
        ("m.jsonl", '{"a": "x"\n', "row 1: expected a JSON object"),
        ("m.jsonl", '{"a": ["x"], "b": "y"}\n', "row 1: a is"),
        ("m.csv", "a,b\nx,y,z\n", "row 2: 3 cells; expected 2"),
    ],
)
def test_a_wrong_manifest_is_one_line(name: str, text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=says) as caught:
        read_manifest(tmp_path / name)
    assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="can't be read"):
        read_manifest(tmp_path / "gone.csv")
