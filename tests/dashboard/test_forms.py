"""The forms for a new comparison and for one more statement."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from compare.store import open_store
from tests.dashboard.bench import (
    ARTICLE,
    CONSTRUCTED,
    HOSTILE,
    address,
    html,
    new,
    opened,
    parts,
    sentences,
)
from tests.report.pages import Page


def test_two_pasted_texts_are_compared(app: AppTest) -> None:
    new(app)
    app.text_area(key="a_text").set_value("We met in Oslo. All 40 men go home by Friday.").run()
    assert "2 sentences" in html(app)
    app.text_area(key="b_text").set_value("The talks took place in Oslo.")
    app.text_input(key="a_speaker").set_value("Minister")
    app.button(key="compare").click().run()
    assert not app.exception
    assert "Minister and statement B" in html(app)
    with open_store() as store:
        (row,) = store.events()
    assert (row.id, row.findings) == ("minister-and-statement-b", 2)
    assert address(app) == f"event={row.id}"
    assert "All 40 men go home by Friday." in "".join(sentences(parts(app)["reading"]))


def test_the_same_text_twice_is_refused_in_plain_words(app: AppTest) -> None:
    new(app)
    for side in "ab":
        app.text_area(key=f"{side}_text").set_value("We met in Oslo.").run()
    app.button(key="compare").click().run()
    assert "the same text by the same speaker; expected two accounts" in html(app)
    app.text_input(key="a_speaker").set_value("Minister")
    app.button(key="compare").click().run()
    assert "Minister and statement B" in html(app)


def test_two_files_are_compared(app: AppTest) -> None:
    new(app)
    for side, data in (("a", b"We met in Oslo.\n"), ("b", "Мы met in Осло.".encode())):
        app.segmented_control(key=f"{side}_way").set_value("Upload a file").run()
        app.file_uploader(key=f"{side}_file").set_value((f"{side}.txt", data, "text/plain")).run()
    app.button(key="compare").click().run()
    assert not app.exception
    assert "A and B" in html(app)  # the files' names without their suffix


def test_another_language_is_warned_of_before_compare_is_pressed(app: AppTest) -> None:
    new(app)
    app.text_area(key="b_text").set_value(
        "Les deux présidents se sont entretenus hier du barrage et de la réouverture du port."
    ).run()
    assert "B is in French. The comparison is made for English" in html(app)
    app.text_area(key="b_text").set_value("They talked about the dam and the harbour.").run()
    assert "The comparison is made for English" not in html(app)


def test_what_was_typed_stays_until_it_is_compared_or_cancelled(app: AppTest) -> None:
    new(app)
    app.text_area(key="a_text").set_value("We met in Oslo.")
    app.text_input(key="b_speaker").set_value("Kremlin").run()
    app.button(key="events").click().run()
    app.button(key="new").click().run()
    assert app.text_area(key="a_text").value == "We met in Oslo."
    assert app.text_input(key="b_speaker").value == "Kremlin"
    app.button(key="cancel").click().run()
    app.button(key="new").click().run()
    assert app.text_area(key="a_text").value == ""
    assert not app.exception


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Statement B is empty; expected at least one sentence"),
        ("  \n\t ", "Statement B is empty; expected at least one sentence"),
        ("\u200b", "is empty; expected a statement of at least one sentence"),
    ],
)
def test_an_empty_text_is_refused_in_a_sentence(app: AppTest, text: str, sentence: str) -> None:
    new(app)
    app.text_area(key="a_text").set_value("We met.")
    app.text_area(key="b_text").set_value(text)
    app.button(key="compare").click().run()
    assert not app.exception
    page = html(app)
    assert sentence in page
    assert page.count(sentence) == 2  # under the text, and above the buttons
    assert page.index('role="alert"') > page.index("readouts-line error")
    assert app.button(key="compare")  # still on the form, with what was typed
    assert app.text_area(key="a_text").value == "We met."


def test_a_date_that_nobody_means_is_refused_in_a_sentence(app: AppTest) -> None:
    new(app)
    for side in ("a", "b"):
        app.text_area(key=f"{side}_text").set_value("We met.")
    app.date_input(key="b_date").set_value(date(1700, 5, 3)).run()
    sentence = "Statement B has the date 1700-05-03; expected one from 1800 to 2199"
    assert html(app).count(sentence) == 1
    assert f'"readouts-line error date"><bdi>{sentence}' in html(app)
    assert html(app).count("It says “We met.”") == 2  # the text was read all the same
    app.button(key="compare").click().run()
    assert html(app).count(sentence) == 2
    app.date_input(key="b_date").set_value(date(1815, 5, 3))
    app.date_input(key="event_date").set_value(date(2500, 1, 1))
    app.button(key="compare").click().run()
    assert html(app).count("The event has the date 2500-01-01") == 2  # at its field, and above
    app.date_input(key="event_date").set_value(None)
    app.button(key="compare").click().run()
    assert not app.exception
    with open_store() as store:
        assert [row.date for row in store.events()] == ["1815-05-03"]


def test_a_file_that_is_no_text_is_refused_in_a_sentence(app: AppTest) -> None:
    new(app)
    app.segmented_control(key="a_way").set_value("Upload a file").run()
    app.file_uploader(key="a_file").set_value(("<b>.txt", b"%PDF-1.7", "text/plain")).run()
    assert not app.exception
    assert "&lt;b&gt;.txt can&#x27;t be read as pdf" in html(app)


def test_markup_in_every_text_field_is_text(app: AppTest) -> None:
    new(app)
    for side in ("a", "b"):
        app.text_area(key=f"{side}_text").set_value(f"We met in Oslo. {HOSTILE}")
        app.text_input(key=f"{side}_speaker").set_value(HOSTILE)
        app.text_input(key=f"{side}_title").set_value(HOSTILE)
    app.button(key="compare").click().run()
    assert not app.exception
    shown = [html(app), *parts(app).values()]
    for text in shown:
        page = Page(text)
        assert not page.tags & {"img", "script", "i", "iframe"}
        assert not [name for _, name, _ in page.attributes if name.startswith("on")]
        assert "<img src=x onerror=" in "".join(page.shown)
    # Streamlit's own Markdown shows none of it: it would draw the emoji and the link.
    for element in (*app.markdown, *app.caption, *app.error, *app.warning, *app.button):
        assert "smile" not in str(getattr(element, "label", element.value))


def test_a_third_statement_makes_a_matrix_of_claims() -> None:
    app = opened(event=CONSTRUCTED)
    app.button(key="add").click().run()
    app.text_area(key="added_text").set_value(
        "The harbour of Veld will reopen on 10 May. Norland will return 25 fishermen."
    )
    app.text_input(key="added_speaker").set_value("Observers <b>")
    app.button(key="compare").click().run()
    assert not app.exception
    page = Page(parts(app)["claims"])
    assert not page.faults
    assert "Observers <b>" in "".join(page.shown)
    assert len(app.get("vega_lite_chart")) >= 3
    app.selectbox(key="pair").set_value((0, 2)).run()
    assert "B is statement C" in html(app)
    assert "pair=A-C" in address(app)


def test_an_article_gives_both_sides(app: AppTest) -> None:
    new(app)
    app.segmented_control(key="compose_way").set_value("One news article").run()
    assert app.button(key="compare").disabled
    app.text_area(key="article_text").set_value(ARTICLE).run()
    assert not app.exception
    assert "Anna Weiss" in html(app)
    assert "reported" in html(app)
    app.button(key="compare").click().run()
    assert not app.exception
    shown = "".join(sentences(parts(app)["reading"]))
    assert "We will free all 40 sailors by Friday" in shown
    assert "the weather was fine" not in shown


def test_an_article_with_one_voice_is_refused_in_a_sentence(app: AppTest) -> None:
    new(app)
    app.segmented_control(key="compose_way").set_value("One news article").run()
    app.text_area(key="article_text").set_value("It rained in Oslo. Nobody said a word.").run()
    assert "hardly quotes or reports anybody" in html(app)
    assert app.button(key="compare").disabled
