"""The page's logic, run by Streamlit's own test bench with the real model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from compare.dashboard.address import parse
from compare.dashboard.library import UNNAMED
from compare.dashboard.sidebar import label
from compare.pipeline import signature
from compare.settings import Settings, setting_infos
from compare.sources import make_statement
from compare.sources.samples import BUILT_IN, load_sample
from compare.store import open_store
from compare.store.events import called
from compare.store.variable import VARIABLE
from tests.dashboard.bench import (
    CONSTRUCTED,
    HOSTILE,
    MEDIATED,
    address,
    html,
    opened,
    parts,
    sent,
    sentences,
)
from tests.dashboard.test_reading import CROSSED
from tests.report.pages import Page


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
    assert page.values("data-event") == [BUILT_IN, CONSTRUCTED, MEDIATED]
    assert page.values("href") == [f"?event={name}" for name in (BUILT_IN, CONSTRUCTED, MEDIATED)]
    app.text_input(key="events_search").set_value("fisherm").run()
    page = Page(parts(app)["events"])
    assert page.values("data-event") == [CONSTRUCTED]
    assert "Norland will send back all 40 fishermen by Friday." in page.shown
    app.text_input(key="events_search").set_value('"forty ships"').run()
    assert "No event holds all of these words." in "".join(d.get("html", "") for d in sent(app))
    app.text_input(key="events_search").set_value("***").run()
    assert "nothing to search for" in html(app)


def test_statements_that_nothing_names_are_called_by_their_letters(app: AppTest) -> None:
    sides = [make_statement("We met in Bergen."), make_statement("They sang.", title="Readout")]
    with open_store() as store:
        store.new_event("Talks", statements=(*sides, make_statement("We met in Bergen then.")))
    assert called(sides[0]) == UNNAMED  # as the store has it
    app.button(key="events").click().run()
    shown = Page(parts(app)["events"]).shown
    assert [text for text in shown if text.startswith("Statement") or text == "Readout"] == [
        "Statement A",
        "Readout",
        "Statement C",
    ]
    app.text_input(key="events_search").set_value("then").run()
    assert "Statement C: " in Page(parts(app)["events"]).shown
    assert UNNAMED not in parts(app)["events"]


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
    assert "no event &#x27;no-such-event&#x27; in this database; see “All events”" in html(app)
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
    assert "keeps the settings of before" in html(app)
    assert load_sample(BUILT_IN).title in html(app)
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
