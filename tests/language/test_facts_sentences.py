"""Whole sentences: all kinds at once."""

from __future__ import annotations

from compare.language.facts import read_sentences
from tests.language.facts_help import statement


def read(sentence: str) -> set[tuple[str, str, str]]:
    """Return kind, exact words and value of every fact."""
    (found,) = read_sentences(statement(sentence))
    return {(f.kind, sentence[f.span.start : f.span.end], f.value) for f in found.facts}


def test_a_promise_with_a_sum_a_date_and_a_condition() -> None:
    found = read(
        "Norway will pay Chile $40 million by the end of June, provided that the mine stays open."
    )
    assert found == {
        ("actor", "Norway", "country:NO"),
        ("entity", "Norway", "country:NO"),
        ("commitment", "will", "will"),
        ("entity", "Chile", "country:CL"),
        ("number", "$40 million", "40000000 USD"),
        ("date", "by the end of June", "<=2025-06-30"),
        ("condition", "provided that the mine stays open", "provided"),
    }


def test_a_refusal() -> None:
    found = read("Oslo refused to extend the 30-day pause, and no ships were sent.")
    assert {
        ("actor", "Oslo", "country:NO"),
        ("commitment", "refused", "rejected"),
        ("negation", "refused", "negated"),
        ("duration", "30-day", "43200 min"),
        ("negation", "no", "negated"),
    } <= found


def test_a_report_of_a_call() -> None:
    found = read(
        "At the request of Peru, President Jeanne Morel spoke with Karl Weiss for an hour and a "
        "half on Thursday."
    )
    assert {
        ("actor", "At the request of Peru", "country:PE"),
        ("actor", "President Jeanne Morel", "person:jeanne morel"),
        ("entity", "Karl Weiss", "person:karl weiss"),
        ("duration", "an hour and a half", "90 min"),
        ("date", "Thursday", "2025-04-10"),
    } <= found


def test_tokens_carry_the_parse() -> None:
    (found,) = read_sentences(statement("They signed treaties."))
    tokens = found.tokens
    assert [token.lemma for token in tokens] == ["they", "sign", "treaty", "."]
    assert tokens[1].dep == "ROOT"
    assert tokens[2].head == 1
    assert tokens[2].pos == "NOUN"
