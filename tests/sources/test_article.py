"""Who said what in a news article: voices, exact words, and the seed article when it is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.errors import InputError
from compare.evaluation.articles import FLOORS, evaluate, floors_broken, read_gold
from compare.sources import read_bytes, read_source
from compare.sources.article import Article, pick_sides, read_article
from compare.sources.article.quotes import find_quotes
from tests.conftest import ROOT

GOLD = ROOT / "data" / "gold" / "articles"
SEED = ROOT.parent / "shared" / "seeds" / "article-2025-02-12.txt"


def article(text: str) -> Article:
    return read_article(read_bytes(text.encode(), "a.txt"))


def said(text: str) -> list[tuple[str, str, str]]:
    found = article(text)
    names = {voice.key: voice.name for voice in found.voices}
    return [(names[c.voice], c.manner, found.words(c)) for c in found.claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“We agreed,” said Morel, “to meet in May.”", [("Morel", "direct", "We agreed to meet in May.")]),
        ("“We agreed,” said Morel. “It was hard.”", [("Morel", "direct", "We agreed"), ("Morel", "direct", "It was hard.")]),
        ("Anna Weiss said that the harbour would open.", [("Anna Weiss", "reported", "the harbour would open.")]),
        ("According to the ministry, the talks failed.", [("ministry", "reported", "the talks failed.")]),
        ("The talks failed, according to Anna Weiss.", [("Anna Weiss", "reported", "The talks failed")]),
        ("The talks, Anna Weiss said, were hard.", [("Anna Weiss", "reported", "The talks were hard.")]),
        ("Anna Weiss left. She said the talks had failed.", [("Anna Weiss", "reported", "the talks had failed.")]),
        ("Anna Weiss did not say that the talks had failed.",
         [("Anna Weiss", "reported", "did not say that the talks had failed.")]),
        ("The harbour was shut in 1971 after the “great” storm.", []),
        ("“All is well,” the Kremlin said in its readout of the call, which it said lasted an hour.",
         [("Kremlin", "direct", "All is well"), ("Kremlin", "reported", "the call lasted an hour.")]),
        ("“We agreed,” Kremlin spokesman Dmitry Peskov said. Peskov said the call had been short.",
         [("Kremlin", "direct", "We agreed"), ("Kremlin", "reported", "the call had been short.")]),
    ],
)  # fmt: skip
def test_claims_are_exact_words_of_a_voice(text: str, claims: list[tuple[str, str, str]]) -> None:
    found = said(text)
    assert [(manner, words) for _, manner, words in found] == [c[1:] for c in claims]
    assert [name.lower() for name, _, _ in found] == [c[0].lower() for c in claims]


@pytest.mark.parametrize("path", sorted(GOLD.rglob("*.txt")), ids=lambda path: path.stem)
def test_every_word_of_a_statement_stands_in_the_article(path: Path) -> None:
    found, _, _ = read_gold(path)
    for claim in found.claims:
        for span in claim.spans:
            assert 0 <= span.start < span.end <= len(found.source.text)
    if len(found.voices) < 2:
        return
    for side in pick_sides(found):
        statement = side.statement
        assert len(side.origins) == len(statement.sentences)
        for index, origin in enumerate(side.origins):
            words = [found.source.text[s.start : s.end] for s in origin.spans]
            assert statement.sentence(index) in " ".join(words)


@pytest.mark.parametrize("folder", [GOLD, GOLD / "fresh"], ids=["all", "fresh"])
def test_attribution_is_over_its_floors(folder: Path) -> None:
    scores = evaluate(folder)
    assert len(scores) > (12 if folder == GOLD else 4)
    assert floors_broken(scores) == []
    assert scores[-1].precision >= FLOORS["precision"]


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article lies outside the repository")
def test_the_seed_article_gives_both_sides_and_no_background() -> None:
    found = read_article(read_source(str(SEED)))
    trump, kremlin = (side.statement for side in pick_sides(found))
    assert (trump.speaker, kremlin.speaker) == ("Trump", "Kremlin")
    quotes = ["work together, very closely", "even used my very strong Campaign motto",
              "both agreed, we want to stop the millions of deaths",
              "We agreed to work together, very closely, including visiting each other's Nations",
              "We have also agreed to have our respective teams start"]  # fmt: skip
    assert [quote for quote in quotes if quote not in trump.text] == []
    assert len(trump.sentences) == 6
    assert 'peaceful negotiations" on ending' in kremlin.text
    assert "a long-term settlement could be reached through peaceful" in kremlin.text
    assert "the call lasted almost one-and-a-half hours" in kremlin.text
    assert len(kremlin.sentences) == 3
    for word in ("Fogel", "Vinnik", "prisoner", "unconfirmed", "File image", "HT News Desk"):
        assert word not in trump.text + kremlin.text
    again = pick_sides(found, a="Putin", b="US President")
    assert [side.statement.text for side in again] == [kremlin.text, trump.text]


def test_a_voice_is_named_by_any_of_its_names() -> None:
    text = "Anna Weiss said the talks failed. The union said the talks went well. Karl Hill said it rained."
    found = article(text)
    a, b = pick_sides(found, a="Weiss, Hill", b="union")
    assert a.statement.speaker == "Anna Weiss, Karl Hill"
    assert b.statement.text == "the talks went well."
    with pytest.raises(InputError, match="no voice 'Smith' in a.txt; choose among: Anna Weiss"):
        pick_sides(found, a="Smith")
    with pytest.raises(InputError, match="A and B are both 'Anna Weiss'"):
        pick_sides(found, a="Weiss", b="Anna Weiss")


def test_an_article_of_one_voice_or_another_language_is_refused() -> None:
    with pytest.raises(InputError, match="fewer than two voices \\(found: Anna Weiss\\)"):
        pick_sides(article("Anna Weiss said the talks failed."))
    with pytest.raises(InputError, match="another language than English \\(de\\)"):
        article(
            "Der Präsident sagte am Dienstag, dass die Gespräche über die Brücke gescheitert seien."
        )


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “one ‘two’ three” and left.", ["one ‘two’ three"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("‘One two,’ the minister’s team said of the ministers’ talks.", ["One two,"]),
        ("“First part.\n\n“Second part.”", ["First part.", "Second part."]),
        ("It’s the 'temporary' office's door.", []),
        ("«Un deux» et „drei“.", ["Un deux", "drei"]),
    ],
)
def test_quotations_are_found_by_their_marks(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in find_quotes(text).all] == inner


def test_the_list_as_json_has_offsets_into_the_article() -> None:
    from compare.commands.article import article_json, voices_text

    found = article("“We agreed,” said Anna Weiss, “to meet.” The union said nothing was agreed.")
    data = json.loads(article_json(found))
    assert data["schema"] == "readouts/article/1"
    for voice in data["voices"]:
        for claim in voice["claims"]:
            words = [data["text"][s["start"] : s["end"]] for s in claim["spans"]]
            assert " ".join(words) == claim["text"]
    assert voices_text(found).splitlines()[0].split() == [
        "voice",
        "quoted",
        "reported",
        "also",
        "called",
    ]
