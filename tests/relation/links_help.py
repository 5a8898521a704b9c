"""What the link tests share: two texts as one link, and the words of what is found in it."""

from __future__ import annotations

from compare.alignment.words import align_words
from compare.embedding import load_embedder
from compare.language.facts import read_sentences
from compare.relation.context import Difference, LinkContext, link_contexts
from compare.sources.statement import make_statement


def context_of(
    text_a: str,
    text_b: str,
    speakers: tuple[str, str] = ("", ""),
    date: str = "2026-05-01",
    *,
    groups: bool = False,
) -> LinkContext:
    """Return the first sentences of two texts as a link, or all of them."""
    a, b = (
        make_statement(text, date=date, speaker=speaker)
        for text, speaker in zip((text_a, text_b), speakers, strict=True)
    )
    of_a, of_b = (tuple(range(len(side.sentences) if groups else 1)) for side in (a, b))
    tokens = (
        load_embedder().encode([side.sentence(i) for i in of]).tokens
        for side, of in ((a, of_a), (b, of_b))
    )
    words = align_words(a, b, of_a, of_b, *tokens)
    (found,) = link_contexts(a, b, read_sentences(a), read_sentences(b), [(of_a, of_b)], [words])
    return found


def said(context: LinkContext, found: list[Difference]) -> list[tuple[str, str]]:
    return [
        (context.a.slice(item.a) if item.a else "", context.b.slice(item.b) if item.b else "")
        for item in found
    ]
