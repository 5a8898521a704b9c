"""The page's logic, run by Streamlit's own test bench with the real model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from compare.dashboard.address import parse
from compare.dashboard.sidebar import label
from compare.pipeline import signature
from compare.settings import Settings, setting_infos
from compare.sources.samples import BUILT_IN, load_sample
from compare.store import open_store
from compare.store.variable import VARIABLE
from tests.dashboard.test_reading import CROSSED
from tests.report.pages import Page

ROOT = Path(__file__).parents[2]
CONSTRUCTED = "constructed-harbour-talks"
ARTICLE = """Ministers talk about the harbour

Minister Anna Weiss said: "We will free all 40 sailors by Friday." She added that the harbour would
reopen on 3 May.

President Karl Berg said his country would release 25 sailors once the survey ship left. "Nothing
was promised," Berg said.

Reporters noted that the weather was fine.
"""
HOSTILE = (
    '<img src=x onerror="alert(1)"> *bold* :smile: :red[x] $x^2$ [a](http://a.example) </script>'
)


def opened(**link: str) -> AppTest:
    """Return the page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


@pytest.fixture
def app() -> AppTest:
    """The page as it opens."""
    return opened()


def html(app: AppTest) -> str:
    """Return everything the page shows as HTML of ours, outside the components."""
    return "".join(item.proto.body for item in app.get("html"))


def parts(app: AppTest) -> dict[str, str]:
    """Return the HTML that the components are given, by the first word of their keys."""
    found = {}
    for data in sent(app):
        text = data.get("html", "")
        for name, sign in (
            *(("reading", 'class="panes"'), ("matters", 'class="matters"')),
            *(("findings", 'class="finding'), ("findings", 'class="empty"')),
            *(("events", 'class="events"'), ("claims", 'id="claims"')),
        ):
            if sign in text:
                found[name] = text
                break
    return found


def sent(app: AppTest) -> list[dict[str, Any]]:
    """Return what the components are given, but for the address bar's."""
    return [json.loads(item.proto.json) for item in app.get("bidi_component")]


def address(app: AppTest) -> str:
    return next(data["query"] for data in sent(app) if "query" in data)


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


def test_what_matters_stands_above_the_findings() -> None:
    app = opened(event=CONSTRUCTED)
    page = Page(parts(app)["matters"])
    assert page.values("href") == ["#finding-1", "#finding-2", "#finding-3"]
    found = "".join(Page(parts(app)["findings"]).shown)
    lines = [text.strip("“”") for text in page.shown if text.rstrip("”").endswith((".", "!"))]
    assert len(lines) == 3
    assert all(line in found for line in lines)


def test_the_list_of_events_leads_to_each_and_searches_them(app: AppTest) -> None:
    app.button(key="events").click().run()
    page = Page(parts(app)["events"])
    assert page.values("data-event") == [BUILT_IN, CONSTRUCTED]
    assert page.values("href") == ["?event=" + BUILT_IN, "?event=" + CONSTRUCTED]
    app.text_input(key="events_search").set_value("fisherm").run()
    page = Page(parts(app)["events"])
    assert page.values("data-event") == [CONSTRUCTED]
    assert "Norland will send back all 40 fishermen by Friday." in page.shown
    app.text_input(key="events_search").set_value('"forty ships"').run()
    assert "No event holds all of these words." in "".join(d.get("html", "") for d in sent(app))
    app.text_input(key="events_search").set_value("***").run()
    assert "nothing to search for" in html(app)


def test_a_link_restores_event_filters_and_finding() -> None:
    app = opened(
        event=CONSTRUCTED, show="divergence,only_b", evidence="number", review="open",
        confidence="0.3", search="Veld", finding="a" * 16,
    )  # fmt: skip
    assert load_sample(CONSTRUCTED).title in html(app)
    assert app.text_input(key=f"search_{CONSTRUCTED}").value == "Veld"
    assert app.multiselect(key=f"evidence_{CONSTRUCTED}").value == ["number"]
    assert app.multiselect(key=f"states_{CONSTRUCTED}").value == ["open"]
    assert app.slider(key=f"confidence_{CONSTRUCTED}").value == 0.3
    assert any(data.get("focus") == "a" * 16 for data in sent(app))
    again = parse(dict(parse_qsl(address(app))))
    assert again.event == CONSTRUCTED
    assert again.wanted.kinds == ("divergence", "only_b")
    assert (again.wanted.search, again.wanted.confidence) == ("Veld", 0.3)


def test_filters_outlast_a_look_at_another_page() -> None:
    app = opened(event=CONSTRUCTED, search="Veld")
    app.segmented_control(key="view").set_value("overview").run()
    assert not app.exception
    assert "Similarity" in html(app)
    app.segmented_control(key="view").set_value("compare").run()
    assert app.text_input(key=f"search_{CONSTRUCTED}").value == "Veld"


def test_an_event_that_is_not_there_is_said_in_a_sentence() -> None:
    app = opened(event="no-such-event")
    assert "no event &#x27;no-such-event&#x27; in this database" in html(app)
    app.button(key="events").click().run()
    assert "events" in parts(app)


def test_a_database_that_can_not_be_opened_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert "is a directory; expected a file" in html(opened())


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
    assert "Minister and statement B" in html(app)
    with open_store() as store:
        (row,) = store.events()
    assert (row.id, row.findings) == ("minister-and-statement-b", 2)
    assert address(app) == f"event={row.id}"
    assert "All 40 men go home by Friday." in "".join(sentences(parts(app)["reading"]))


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


def test_unsure_agreements_have_a_tile_and_stand_among_the_findings() -> None:
    with open_store() as store:
        event = store.new_event("Unsure", statements=(CROSSED.a, CROSSED.b))
        stored = store.event(event)
        links = tuple(replace(link, confidence=0.4) for link in CROSSED.links)
        made = replace(CROSSED, links=links, signature=signature(Settings()))
        store.save_comparison(event, *stored.statements, made)
    app = opened(event=event)
    assert app.button(key="tile_unsure").label == "**1** ? of them unsure"
    assert "? unsure" in parts(app)["findings"]
    app.button(key="tile_unsure").click().run()
    listed = Page(parts(app)["findings"]).values("class")
    assert [name for name in listed if name.startswith("finding ")] == ["finding agreement"]
    assert "show=unsure" in address(app)


def test_no_timeline_where_there_is_nothing_to_tell_apart() -> None:
    app = opened(event=CONSTRUCTED, page="overview")
    assert "Timeline" not in html(app)  # both are of one day
    assert "“norland” (" in html(app)  # and few words stand out: a sentence, no picture


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
