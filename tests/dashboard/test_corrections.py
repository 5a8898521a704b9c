"""A wrong speaker or date is put right on the page; the text and its reviews stay."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from compare.sources.samples import load_sample
from compare.store import open_store
from tests.dashboard.bench import CONSTRUCTED, html, opened


def form(app: AppTest) -> str:
    """Return how the fields of the statement that is chosen are called."""
    keys = [item.key for item in app.text_input if item.key and item.key.startswith("correct_")]
    return str(keys[0]).removesuffix("_speaker")


def choice(app: AppTest) -> Any:
    """Return the field in which a statement is chosen."""
    return next(item for item in app.selectbox if str(item.key).startswith("correct_"))


def save(app: AppTest) -> None:
    button = next(item for item in app.button if "FormSubmitter:correct_" in str(item.key))
    button.click().run()
    assert not app.exception


def test_a_speaker_is_corrected(app: AppTest) -> None:
    app = opened(event=CONSTRUCTED)
    choice(app).set_value(1).run()
    name = form(app)
    assert app.text_input(key=f"{name}_speaker").value == "Presidency of Norland"
    app.text_input(key=f"{name}_speaker").set_value("Chancellery of Norland")
    app.text_input(key=f"{name}_date").set_value("2026-05-02")
    save(app)
    assert "Chancellery of Norland" in html(app)
    assert choice(app).value == 1
    assert choice(app).options[1] == "B Chancellery of Norland"
    with open_store() as store:
        a, b = (row.statement for row in store.event(CONSTRUCTED).statements)
    assert (b.speaker, b.date) == ("Chancellery of Norland", "2026-05-02")
    assert (a, b.text) == (
        load_sample(CONSTRUCTED).statements[0],
        load_sample(CONSTRUCTED).statements[1].text,
    )


def test_what_is_no_date_is_said_and_nothing_changed(app: AppTest) -> None:
    app = opened(event=CONSTRUCTED)
    app.text_input(key=f"{form(app)}_date").set_value("May 2nd")
    save(app)
    assert "is no date; expected year-month-day" in html(app)
    with open_store() as store:
        assert not store.has_event(CONSTRUCTED)
