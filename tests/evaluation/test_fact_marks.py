"""Facts against hand-marked sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.errors import FormatError, InputError
from compare.evaluation.fact_marks import Mark, evaluate, matched, read_marks, table
from compare.language.facts import Fact
from compare.model import Span

LINE = {
    "text": "Norway sent 40 trucks and 40 drivers on 3 May.",
    "date": "2026-05-10",
    "facts": [
        {"kind": "number", "words": "40"},
        {"kind": "number", "words": "40", "nth": 2},
        {"kind": "date", "words": "3 May"},
        {"kind": "condition", "words": "trucks"},
    ],
}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "marks.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return path


def test_what_is_read_is_held_against_what_is_marked(tmp_path: Path) -> None:
    scores = {row.kind: row for row in evaluate(written(tmp_path, LINE))}
    number, condition = scores["number"], scores["condition"]
    assert (number.marked, number.found, number.exact) == (2, 2, 2)
    assert (condition.marked, condition.read, condition.f1) == (1, 0, 0.0)
    assert scores["entity"].marked == 0 < scores["entity"].read  # Norway was not marked
    assert scores["all"].marked == 4
    assert "condition" in table(list(scores.values()))


def test_each_mark_takes_one_fact_and_the_larger_overlap_goes_first() -> None:
    marks = [Mark("date", Span(0, 10)), Mark("date", Span(8, 12))]
    facts = [Fact("date", Span(7, 12), "x", ()), Fact("date", Span(0, 4), "y", ())]
    assert matched(marks, facts) == [(marks[0], facts[1]), (marks[1], facts[0])]
    assert matched(marks[:1], [Fact("date", Span(10, 14), "z", ())]) == []


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ({"kind": "weather", "words": "40"}, "weather"),
        ({"kind": "number", "words": "50"}, "50"),
        ({"kind": "number", "words": "40", "nth": 3}, "40"),
        ({"kind": "number", "words": ""}, "''"),
        ({"kind": "number"}, "words"),
    ],
)
def test_a_mark_that_cannot_be_is_named_with_its_line(
    tmp_path: Path, fact: dict[str, object], told: str
) -> None:
    path = written(tmp_path, LINE, {**LINE, "facts": [fact]})
    with pytest.raises(FormatError, match=f"line 2 .*{told}"):
        read_marks(path)


def test_a_folder_without_marks_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no marked sentence"):
        read_marks(tmp_path)
