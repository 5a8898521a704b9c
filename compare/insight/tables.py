"""insight(): topics, distinctive words, names and numbers side by side, and certainty.

There is no tone: the lexicons for it that may be shipped are not maintained any more (VADER's last
release is of 2020), and a number that nobody looks after is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.embedding import load_embedder
from compare.insight.certainty import certainty
from compare.insight.distinctive import distinctive
from compare.insight.named import named
from compare.insight.records import Insight
from compare.insight.text import sentence_lengths, sentence_terms, sentence_words
from compare.insight.topics import topics
from compare.language.facts import SentenceFacts, read_sentences, resolve
from compare.model import Statement


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
    lengths = [sentence_lengths(item) for item in statements]
    terms = [sentence_terms(item, of) for item, of in zip(statements, facts, strict=True)]
    return Insight(
        words=tuple(sum(of) for of in lengths),
        topics=topics(lengths, vectors, terms),
        distinctive=distinctive(words),
        named=named(statements, facts),
        certainty=tuple(certainty(place, of) for place, of in enumerate(facts)),
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
