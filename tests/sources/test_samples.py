"""The built-in events: there, attributed, and the product's first impression."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.errors import FormatError, SettingError
from compare.sources.samples import BUILT_IN, load_sample, read_event, sample_ids


def test_the_built_in_event_holds_the_quoted_statements() -> None:
    event = load_sample()
    post, readout = event.statements
    assert (post.speaker, readout.speaker) == ("US President", "Kremlin")
    assert post.date == readout.date == event.date == "2025-02-12"
    assert "stop the millions of deaths taking place" in post.text
    assert "a long-term settlement could be reached" in readout.text
    assert "Hindustan Times" in event.attribution


def test_every_event_reads_and_says_where_it_is_from() -> None:
    assert sample_ids()[0] == BUILT_IN
    for name in sample_ids():
        event = load_sample(name)
        assert event.id == name
        assert len(event.statements) >= 2
        assert event.attribution
        assert all(statement.sentences for statement in event.statements)
        if name.startswith("constructed"):
            assert "onstructed" in event.note


def test_an_unknown_event_names_the_known_ones() -> None:
    with pytest.raises(SettingError, match=f"no built-in event 'x'; choose one of: {BUILT_IN}"):
        load_sample("x")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema": "other"}'])
def test_a_broken_event_file_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(content)
    with pytest.raises(FormatError, match="readouts/event/1"):
        read_event(tmp_path / "event.json")


def test_an_event_can_not_name_a_file_elsewhere(tmp_path: Path) -> None:
    inside = tmp_path / "event"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("A secret sentence.")
    row = {"file": "../secret.txt", "speaker": "", "date": "", "title": ""}
    data = {
        "schema": "readouts/event/1", "id": "x", "title": "", "date": "", "note": "",
        "attribution": "", "statements": [row],
    }  # fmt: skip
    (inside / "event.json").write_text(json.dumps(data))
    with pytest.raises(FormatError, match="FileNotFoundError"):
        read_event(inside / "event.json")
