"""The list of events counts what their pages show."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from compare.dashboard.tally import tallied
from compare.settings import Settings
from compare.sources.samples import load_sample
from compare.store import open_store
from tests.dashboard.bench import CONSTRUCTED, html, new, opened, parts


def count(text: str) -> str:
    found = re.search(r"0 of \d+ reviewed", text)
    assert found
    return found[0]


def test_the_list_counts_with_the_settings_that_are_shown(app: AppTest) -> None:
    new(app)
    app.text_area(key="a_text").set_value("We met in Oslo. All 40 men go home by Friday.")
    app.text_area(key="b_text").set_value("The talks took place in Oslo. 25 men go home.")
    app.button(key="compare").click().run()
    usual = count(html(app))
    app.number_input(key="setting_link_threshold").set_value(1.0).run()
    tried = count(html(app))
    assert tried != usual
    app.button(key="events").click().run()
    assert count(parts(app)["events"]) == tried
    app = opened(event="statement-a-and-statement-b")  # another session, with the usual settings
    assert count(html(app)) == usual
    app.button(key="events").click().run()
    assert count(parts(app)["events"]) == usual


def test_settings_that_nobody_has_tried_leave_the_newest_count() -> None:
    with open_store() as store:
        event = store.new_event("Talks", statements=load_sample(CONSTRUCTED).statements)
    opened(event=event)
    with open_store() as store:
        rows = store.events()
    assert rows[0].findings > 0
    assert tallied(rows, Settings(link_threshold=0.7)) == list(rows)
