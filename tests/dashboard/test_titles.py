"""Titles above short texts."""

from __future__ import annotations

import pytest

from compare.dashboard.intake import Draft, Reading, read_draft

BODY = "We met in Oslo. All 40 men go home by Friday."


def read(head: str, title: str = "", file: str = "") -> Reading:
    text = head + BODY
    if file:
        return read_draft(Draft(data=text.encode(), file=file, title=title, speaker="S"), "A")
    return read_draft(Draft(text=text, title=title), "A")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Readout of the call\n\n", "Readout of the call"),
        ("\n  Joint statement on the talks\r\n\r\n", "Joint statement on the talks"),
        ("READOUT OF THE CALL\n \n", "READOUT OF THE CALL"),
        ("# Talks on the harbour\n\n", "Talks on the harbour"),
        ("# Talks on the harbour\n", "Talks on the harbour"),
    ],
)
@pytest.mark.parametrize("file", ["", "x.txt"])
def test_a_sure_title_is_no_sentence(head: str, title: str, file: str) -> None:
    reading = read(head, file=file)
    assert reading.statement.text == BODY
    assert reading.statement.title == title
    assert f": {title}." in reading.note


@pytest.mark.parametrize(
    "head",
    [
        "GREAT CALL with the President today\n\n",  # a post
        "Talks on the harbour\n\n",
        "Readout of the call\n",  # no blank line
        "Remarks by the envoy were wrong\n\n",
        "Statement on the talks: wait for it.\n\n",
        "#Harbour talks\n\n",
        "## Talks on the harbour\n\n",
        "# 1 in the world\n\n",
    ],
)
def test_what_may_be_a_sentence_stays_one(head: str) -> None:
    reading = read(head)
    assert reading.statement.text == head + BODY
    assert reading.statement.title == ""


def test_a_title_that_is_typed_is_not_read_again() -> None:
    reading = read("Talks on  the harbour\n", title="talks on the harbour")
    assert reading.statement.text == BODY
    assert reading.statement.title == "talks on the harbour"
    assert [(item.text, item.reason) for item in reading.dropped] == [
        ("Talks on  the harbour", "title")
    ]
    assert read("Talks on the harbour\n", title="Other").statement.text.startswith("Talks")


def test_a_title_says_who_speaks_and_when() -> None:
    reading = read("Readout of Governor Brandt's call, 3 May 2026\n\n")
    assert reading.statement.text == BODY
    assert (reading.statement.speaker, reading.statement.date) == ("Governor Brandt", "2026-05-03")


def test_a_text_of_one_line_is_a_sentence_whatever_it_looks_like() -> None:
    for text in ("Readout of the call", "# Readout of the call\n\n"):
        assert len(read_draft(Draft(text=text), "A").statement.sentences) == 1
