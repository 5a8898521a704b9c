"""The page's logic, run by Streamlit's own test bench with the real model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from compare.dashboard.sidebar import label
from compare.settings import setting_infos
from compare.sources.samples import BUILT_IN, load_sample
from tests.report.pages import Page

ROOT = Path(__file__).parents[2]
CONSTRUCTED = "constructed-harbour-talks"
HOSTILE = (
    '<img src=x onerror="alert(1)"> *bold* :smile: :red[x] $x^2$ [a](http://a.example) </script>'
)


@pytest.fixture
def app() -> AppTest:
    """The page as it opens."""
    opened = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not opened.exception
    return opened


def html(app: AppTest) -> str:
    """Return everything the page shows as HTML of ours, outside the components."""
    return "".join(item.proto.body for item in app.get("html"))


def parts(app: AppTest) -> dict[str, str]:
    """Return the HTML that the components are given, by the first word of their keys."""
    found = {}
    for item in app.get("bidi_component"):
        name = "reading" if 'class="panes"' in (text := json.loads(item.proto.json)["html"]) else ""
        found[name or "findings"] = text
    return found


def sentences(text: str) -> Iterator[str]:
    """Return what stands in a reading, with the marks taken off."""
    page = Page(text)
    assert not page.faults
    yield from page.shown


def squeezed(text: str) -> str:
    return " ".join(text.split())


def new(app: AppTest) -> AppTest:
    return app.button(key="new").click().run()


def test_it_opens_with_the_built_in_event(app: AppTest) -> None:
    event = load_sample(BUILT_IN)
    assert event.title in html(app)
    shown = "".join(sentences(parts(app)["reading"]))
    for statement in event.statements:
        for index in range(len(statement.sentences)):
            assert statement.sentence(index) in shown
    tiles = [button.label for button in app.button if (button.key or "").startswith("tile_")]
    assert len(tiles) == 5


def test_another_event_is_one_choice_away(app: AppTest) -> None:
    app.selectbox(key="event").set_value(CONSTRUCTED).run()
    assert not app.exception
    assert load_sample(CONSTRUCTED).title in html(app)
    assert load_sample(BUILT_IN).title not in html(app)


def test_a_tile_filters_and_clearing_brings_everything_back(app: AppTest) -> None:
    everything = parts(app)["findings"]
    tile = next(
        button
        for button in app.button
        if (button.key or "").startswith("tile_only") and not button.disabled
    )
    kind = (tile.key or "").removeprefix("tile_")
    tile.click().run()
    listed = Page(parts(app)["findings"]).values("class")
    kinds = {value.split()[1] for value in listed if value.startswith("finding ")}
    assert kinds == {kind}
    app.button(key="clear").click().run()
    assert parts(app)["findings"] == everything


def test_the_search_finds_words_of_a_quotation(app: AppTest) -> None:
    app.text_input(key=f"search_{BUILT_IN}").set_value("common sense").run()
    shown = "".join(Page(parts(app)["findings"]).shown)
    assert "COMMON SENSE" in shown
    assert "Zelensky" not in shown
    app.text_input(key=f"search_{BUILT_IN}").set_value("nobody says this").run()
    assert "Nothing matches." in parts(app)["findings"]
    assert 'class="line' in parts(app)["reading"]  # the statements stay whole
    assert "COMMON SENSE" in parts(app)["reading"]


def test_two_pasted_texts_are_compared(app: AppTest) -> None:
    new(app)
    app.text_area(key="a_text").set_value("We met in Oslo. All 40 men go home by Friday.").run()
    assert "2 sentences" in html(app)
    app.text_area(key="b_text").set_value("The talks took place in Oslo.")
    app.text_input(key="a_speaker").set_value("Minister")
    app.button(key="compare").click().run()
    assert not app.exception
    assert app.selectbox(key="event").value == "own-1"
    assert "Minister and statement B" in html(app)
    assert "All 40 men go home by Friday." in "".join(sentences(parts(app)["reading"]))


def test_two_files_are_compared(app: AppTest) -> None:
    new(app)
    for side, data in (("a", b"We met in Oslo.\n"), ("b", "Мы met in Осло.".encode())):
        app.segmented_control(key=f"{side}_way").set_value("Upload a file").run()
        app.file_uploader(key=f"{side}_file").set_value((f"{side}.txt", data, "text/plain")).run()
    app.button(key="compare").click().run()
    assert not app.exception
    assert "A.txt and b.txt" in html(app)


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
    assert 'role="alert"' in page
    assert app.button(key="compare")  # still on the form, with what was typed
    assert app.text_area(key="a_text").value == "We met."


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


def test_a_search_with_markup_shows_no_markup(app: AppTest) -> None:
    app.text_input(key=f"search_{BUILT_IN}").set_value(HOSTILE).run()
    assert not app.exception
    assert not Page(html(app)).tags & {"img", "script"}


def test_every_setting_is_a_field_with_its_help(app: AppTest) -> None:
    fields = {item.label: item for item in (*app.sidebar.text_input, *app.sidebar.number_input)}
    for info in setting_infos():
        field = fields[label(info.name)]
        assert field.value == info.default
        assert info.help in field.help


def test_a_bad_setting_is_refused_in_a_sentence(app: AppTest) -> None:
    app.number_input(key="setting_link_threshold").set_value(3.0).run()
    assert not app.exception
    assert "link_threshold is 3.0; expected a number from 0 to 1" in html(app)
    app.button(key="reset_settings").click().run()
    assert "link_threshold is" not in html(app)
    assert load_sample(BUILT_IN).title in html(app)


def test_an_embedder_that_is_not_there_is_refused_in_a_sentence(app: AppTest) -> None:
    app.text_input(key="setting_embedder").set_value("/nowhere/<b>model</b>").run()
    assert not app.exception
    assert 'role="alert"' in html(app)
    assert "/nowhere/&lt;b&gt;model&lt;/b&gt;" in html(app)


def test_a_setting_changes_the_comparison_and_its_signature(app: AppTest) -> None:
    before = app.code[0].value
    app.number_input(key="setting_link_threshold").set_value(0.99).run()
    assert app.code[0].value != before
    assert "link_threshold:0.99" in app.code[0].value
