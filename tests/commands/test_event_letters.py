"""Reviews of an event with three statements: in its letters, with the reviewer's kinds and note."""

from __future__ import annotations

import json

from tests.commands.test_event import EVENT, Run, run

__all__ = ["run"]


def made(run: Run) -> None:
    run("new", "Talks on the dam", "--date", "2026-05-01")
    for name in "cab":
        run("add", EVENT, f"{name}.txt", "--speaker", name.upper())
    run("compare", EVENT, "-f", "csv")


def test_a_text_that_the_event_has_is_warned_of(run: Run) -> None:
    made(run)
    done = run("add", EVENT, "a.txt", "--speaker", "Somebody else")
    assert done.returncode == 0
    assert "warning: the text is that of statement B, character for character" in done.stderr


def test_a_finding_is_shown_in_the_letters_of_the_event(run: Run) -> None:
    made(run)
    shown = run("review", EVENT, "B2+C2").stdout
    assert "number: Both give the number of “fishermen”: B says “40”, C says “25”." in shown
    assert "A says" not in shown


def test_the_list_has_the_sentences_of_both_sides(run: Run) -> None:
    made(run)
    listed = run("review", EVENT).stdout
    at = listed.index("B2+C2")
    assert listed[at:].splitlines()[1].strip() == "Norland will release all 40 fishermen by Friday."
    assert listed[at:].splitlines()[2].strip() == "Norland will release 25 fishermen."


def test_kinds_and_note_of_a_review_stand_in_the_overview(run: Run) -> None:
    made(run)
    run("review", EVENT, "B2+C2", "divergence", "--kind", "scope", "--note", "All of them.")
    assert "(scope)" in run("review", EVENT, "B2+C2").stdout
    text = run("compare", EVENT).stdout
    said = "B2 ↔ C2 ≠ scope (divergence instead (scope) by Ada: All of them.)"
    assert said in " ".join(text.split())
    data = json.loads(run("compare", EVENT, "-f", "json").stdout)
    found = [link["decision"] for claim in data["claims"] for link in claim["links"]]
    assert [(one["author"], one["kinds"], one["note"]) for one in found if one] == [
        ("Ada", ["scope"], "All of them."),
    ]


def test_what_is_said_of_a_statement_is_corrected_and_reviews_stay(run: Run) -> None:
    made(run)
    run("review", EVENT, "B2+C2", "accept")
    done = run("change", EVENT, "b", "--speaker", "Norland", "--date", "2026-05-02")
    assert (done.returncode, "changed the date, speaker of statement B" in done.stderr) == (0, True)
    again = run("compare", EVENT)
    assert "2 pairs compared now, 1 taken from the database" in again.stderr
    assert "Norland" in again.stdout
    assert "accepted by Ada" in again.stdout
    assert run("change", EVENT, "--title", "Dam talks").returncode == 0
    assert "Dam talks" in run("show", EVENT).stdout


def test_a_change_that_can_not_be_is_said(run: Run) -> None:
    made(run)
    for arguments, said in (
        ((), "no change of an event; expected one of: --title, --date, --note"),
        (("--speaker", "X"), "--speaker is no change of an event"),
        (("A", "--note", "X"), "--note is no change of a statement"),
        (("Q", "--speaker", "X"), "'Q' is no statement of"),
        (("A", "--date", "2026-13-01"), "2026-13-01"),
    ):
        done = run("change", EVENT, *arguments)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
