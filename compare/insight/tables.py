"""insight(): topics, distinctive words, names and numbers side by side, and certainty.

There is no tone: the lexicons for it that may be shipped are not maintained any more (VADER's last
release is of 2020), and a number that nobody looks after is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.embedding import load_embedder
from compare.insight.distinctive import distinctive
from compare.insight.records import Certainty, Insight, Named, NamedKind
from compare.insight.text import sentence_words
from compare.insight.topics import topics
from compare.language.facts import SentenceFacts, read_sentences, resolve
from compare.model import Statement
from compare.relation.comparers.acts import LADDER

_KINDS: tuple[NamedKind, ...] = ("entity", "number", "date", "duration")


def insight(statements: Sequence[Statement], embedder: str) -> Insight:
    """Return what the statements dwell on; the same statements give the same result.

    :param embedder: name of the model, as in the settings
    :raises ModelError: the embedder or the spaCy pipeline can't be had
    """
    words = [sentence_words(item) for item in statements]
    model = load_embedder(embedder)
    vectors = [
        model.encode([item.sentence(i) for i in range(len(item.sentences))]).sentences
        for item in statements
    ]
    facts = _facts(statements)
    return Insight(
        words=tuple(sum(len(sentence) for sentence in of) for of in words),
        topics=topics(words, vectors),
        distinctive=distinctive(words),
        named=_named(statements, facts),
        certainty=tuple(_certainty(place, of) for place, of in enumerate(facts)),
    )


def _facts(statements: Sequence[Statement]) -> list[Sequence[SentenceFacts]]:
    """Return each statement's facts, names made one across all of them."""
    found: list[Sequence[SentenceFacts]] = []
    for item in statements:
        new: Sequence[SentenceFacts] = read_sentences(item)
        before = [sentence for of in found for sentence in of]
        if before:
            before_list, new = resolve(before, new)
            at, again = 0, []
            for of in found:
                again.append(before_list[at : at + len(of)])
                at += len(of)
            found = list(again)
        found.append(new)
    return found


def _named(
    statements: Sequence[Statement], facts: Sequence[Sequence[SentenceFacts]]
) -> tuple[Named, ...]:
    rows: dict[tuple[NamedKind, str, str], list[set[int]]] = {}
    written: dict[tuple[NamedKind, str, str], str] = {}
    for place, of in enumerate(facts):
        for index, sentence in enumerate(of):
            for fact in sentence.facts:
                kind = next((kind for kind in _KINDS if kind == fact.kind), None)
                if kind is None or (fact.vague and kind != "entity"):
                    continue
                # Forty fishermen and forty ships are two numbers, and lie together by their noun.
                about = fact.about[0] if kind == "number" and fact.about else ""
                key = (kind, about, fact.value)
                if key not in rows:
                    rows[key] = [set() for _ in statements]
                    text = " ".join(statements[place].slice(fact.span).split())
                    written[key] = text
                rows[key][place].add(index)
    order = {kind: at for at, kind in enumerate(_KINDS)}
    keys = sorted(
        rows,
        key=lambda key: (
            order[key[0]],
            key[1] if key[0] == "number" else "",
            -sum(bool(of) for of in rows[key]) if key[0] != "date" else 0,
            key[2].lstrip("<>=~"),
        ),
    )
    return tuple(
        Named(key[0], written[key], key[1], tuple(tuple(sorted(of)) for of in rows[key]))
        for key in keys
    )


def _certainty(place: int, facts: Sequence[SentenceFacts]) -> Certainty:
    rungs: dict[str, list[int]] = {}
    for index, sentence in enumerate(facts):
        for fact in sentence.facts:
            if fact.kind == "commitment":
                rungs.setdefault(fact.value, []).append(index)
    ordered = sorted(rungs, key=lambda rung: (-LADDER.get(rung, 0), rung))
    return Certainty(place, {rung: tuple(rungs[rung]) for rung in ordered})
