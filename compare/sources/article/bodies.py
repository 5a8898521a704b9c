"""Names that the recogniser takes for people and that the article treats as bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts.records import Fact
from compare.sources.article.sentence import Sentence
from compare.sources.article.words import INSTITUTIONS, SAY

_IT = frozenset({"it", "its", "itself"})
_PERSON = frozenset({"he", "she", "his", "her", "him", "hers", "mr", "mrs", "ms", "dr"})


def entities(sentence: Sentence) -> list[Fact]:
    """Return the names of people, bodies and places in a sentence."""
    return [fact for fact in sentence.facts.facts if fact.kind == "entity"]


def impersonal(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the keys of "people" that are bodies.

    "Marlin Ports said it had …" and "the port operator Marlin Ports" say that it is one. A name
    whose last word stands alone elsewhere, as a surname does, is a person's.
    """
    text = sentences[0].text if sentences else ""
    found: set[str] = set()
    for sentence in sentences:
        for fact in entities(sentence):
            if not fact.value.startswith("person:"):
                continue
            inside = [
                index
                for index, token in enumerate(sentence.tokens)
                if fact.span.start <= token.start < fact.span.end
            ]
            written = text[fact.span.start : fact.span.end]
            body = inside and (_introduced(sentence, inside) or _says_it(sentence, inside))
            if _initials(written) or (body and not _has_surname(fact.value, text)):
                found.add(fact.value)
    return frozenset(found)


def _initials(written: str) -> bool:
    """Say whether a name is one word of capitals, as "VDA"."""
    return written.isalpha() and written.isupper() and 2 <= len(written) <= 6


def _introduced(sentence: Sentence, inside: list[int]) -> bool:
    """Say whether a noun of a body stands right before the name, or ends it."""
    before = inside[0] - 1
    noun = before >= 0 and sentence.tokens[before].pos == "NOUN"
    lead = sentence.tokens[before].lemma if noun else ""
    last = sentence.tokens[inside[-1]]
    return lead in INSTITUTIONS or last.lemma.lower() in INSTITUTIONS or last.tag == "NNPS"


def _has_surname(key: str, text: str) -> bool:
    first, _, last = key.partition(":")[2].rpartition(" ")
    alone = rf"(?<!{re.escape(first)}\s)\b{re.escape(last)}\b" if first else re.escape(last)
    return re.search(alone, text, re.IGNORECASE) is not None


def _says_it(sentence: Sentence, inside: list[int]) -> bool:
    """Say whether the name says something of itself as "it"."""
    verb = inside[-1] + 1
    tokens = sentence.tokens
    while verb < len(tokens) and tokens[verb].dep in ("aux", "advmod", "neg"):
        verb += 1
    if verb >= len(tokens) or tokens[verb].lemma not in SAY:
        return False
    following = [sentence.word(i) for i in range(verb + 1, min(verb + 9, len(tokens)))]
    pronoun = next((word for word in following if word in _IT | _PERSON), "")
    return pronoun in _IT
