"""What stands beside a comparison: reviews, what the statements dwell on, similarities."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.contract import to_json
from compare.event import findings
from compare.report import Extras, make_view, render
from compare.report.decisions import decisions
from compare.store.records import Review, Verdict
from compare.store.verdicts import draft, new_link

from .board_sample import extras
from .pages import Page
from .sample import realistic, small
from .test_report_hostile import ATTRIBUTES, CONTROLS, CORPUS, TAGS, everywhere

TIME = "2026-11-24T11:40:00.000000+00:00"


def reviewed(*rows: object) -> dict[str, tuple[Review, ...]]:
    history: dict[str, tuple[Review, ...]] = {}
    for row in rows:
        fields = {
            name: getattr(row, name)
            for name in (
                "finding",
                "verdict",
                "author",
                "a",
                "b",
                "said",
                "relation",
                "kinds",
                "note",
            )
        }
        before = history.get(fields["finding"], ())
        history[fields["finding"]] = (*before, Review(**fields, number=len(before) + 1, time=TIME))
    return history


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ((), "may differ on 1 point"),
        (("accept",), "differ on 1 point"),
        (("accept", "open"), "may differ on 1 point"),
    ],
)
def test_a_divergence_that_was_accepted_is_unsure_no_more(
    verdicts: tuple[Verdict, ...], said: str
) -> None:
    made = small()
    made = replace(made, links=tuple(replace(link, confidence=0.3) for link in made.links))
    rows = [draft(made, findings(made)[0], verdict, "Ben") for verdict in verdicts]
    assert f"accounts {said}." in make_view(made, Extras(reviewed(*rows))).headline


def test_a_decision_counts_and_is_shown_where_it_belongs() -> None:
    first = findings(small())[0]
    history = reviewed(
        draft(small(), first, "accept", "Ben", note="Yes."),
        draft(small(), first, "relation", "Ada", relation="partial", note="Nearly the same."),
        new_link(small(), [1], [1], "agreement", "Ada"),
    )
    view = make_view(small(), Extras(history))
    assert view.headline == (
        "The accounts overlap in part on 1 point and agree on 1. "
        "Neither side has a sentence of its own."
    )
    assert [(row.places, row.said, row.sentence) for row in view.decisions] == [
        (
            "A1 ↔ B1",
            "Divergence",
            "partial overlap instead by Ada, 2026-11-24 11:40 UTC: Nearly the same.",
        ),
        ("A2 ↔ B2", "Not linked", "linked by hand: agreement by Ada, 2026-11-24 11:40 UTC"),
    ]
    assert view.decisions[0].earlier == ("accepted by Ben, 2026-11-24 11:40 UTC: Yes.",)
    for format in ("text", "markdown", "html"):
        shown = render(small(), format, extras=Extras(history))
        assert shown.count("Nearly the same.") == 2  # at the finding, and among the reviews
        assert shown.count("Yes.") == 1
    assert render(small(), "json", extras=Extras(history)) == to_json(small())


def test_what_was_rejected_is_gone_from_the_findings_but_not_from_the_reviews() -> None:
    history = reviewed(draft(small(), findings(small())[0], "reject", "Ada", note="Two talks."))
    view = make_view(small(), Extras(history))
    assert [point.kind for point in view.rows] == ["only_a", "only_b", "only_a", "only_b"] or len(
        view.rows
    ) == 4
    assert view.decisions[0].decision == "not the same claim"
    assert "Two talks." in render(small(), "html", extras=Extras(history))


def test_reviews_of_other_statements_are_left_out() -> None:
    history = reviewed(draft(realistic(), findings(realistic())[0], "accept", "Ada"))
    assert decisions(small(), history) == ()
    assert make_view(small(), Extras(history)) == make_view(small())


def test_without_extras_nothing_changes() -> None:
    for format in ("text", "markdown", "html", "csv"):
        assert render(small(), format, extras=Extras()) == render(small(), format)


def test_every_number_of_the_insight_leads_to_its_sentence() -> None:
    page = Page(render(small(), "html", extras=extras(small(), "")))
    assert page.faults == []
    ids = set(page.values("id"))
    assert {"topics", "distinctive", "named-entity", "named-number", "certainty"} <= ids
    assert {target.removeprefix("#") for target in page.values("href")} <= ids


def test_the_heat_map_is_a_table_with_numbers_and_rings() -> None:
    html = render(small(), "html", extras=extras(small(), ""))
    assert '<td class="linked" title="A1 and B1: 0.00, Divergence">0</td>' in html
    assert '<td title="A1 and B2: 0.10">10</td>' in html
    assert '<td class="h1" title="A2 and B2: 0.20">20</td>' in html


@pytest.mark.parametrize("text", CORPUS)
def test_any_text_in_a_review_or_an_insight_is_only_text(text: str) -> None:
    comparison = everywhere(text)
    page = Page(render(comparison, "html", extras=extras(comparison, text)))
    assert page.faults == []
    assert page.tags <= set(TAGS.split())
    assert {name for _, name, _ in page.attributes} <= set(ATTRIBUTES.split())
    assert CONTROLS.search(render(comparison, "text", extras=extras(comparison, text))) is None
