"""Who is meant by the words of one side: a walk over what hangs on what, as doers are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.language.facts import Fact, Token
from compare.language.facts.actor import OURS
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.offices import office, office_of
from compare.relation.context import LinkContext

WHO = words("who that which")
SELF = words("i me we us my our")
_OTHERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_OTHERS |= dict.fromkeys(words("they them their"), "they")
_PERSONAL = frozenset({"person", "country", "org", "name", "role", "pronoun", "office"})
_TITLES = frozenset({"compound", "amod", "nmod"})


@dataclass(frozen=True)
class Reader:
    """The parse of one side of a link, and whom its words mean."""

    context: LinkContext
    side: Side
    tokens: Sequence[Token]

    @cached_property
    def kids(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index and token.head < len(found):
                found[token.head].append(index)
        return found

    @property
    def text(self) -> str:
        return (self.context.a if self.side == "a" else self.context.b).text

    def word(self, index: int) -> str:
        token = self.tokens[index]
        return self.text[token.start : token.end].lower()

    def child(self, index: int | None, *deps: str) -> int | None:
        if index is None:
            return None
        return next((c for c in self.kids[index] if self.tokens[c].dep in deps), None)

    def behind(self, index: int, *links: str) -> int | None:
        """Return the noun behind a preposition that hangs on a token."""
        for child in self.kids[index]:
            if self.word(child) in links and self.tokens[child].dep in ("prep", "agent", "dative"):
                return self.child(child, "pobj")
        return None

    def subject(self, verb: int) -> int | None:
        """Return who does it; of "A met B and left", the subject of the first verb."""
        for _ in self.tokens:
            found = self.child(verb, "nsubj")
            token = self.tokens[verb]
            if token.dep == "relcl" and found is not None and self.word(found) in WHO:
                return token.head  # "it was she who called"
            if found is not None or token.dep not in ("conj", "xcomp") or token.head == verb:
                return found
            verb = token.head
        return None

    def party(self, index: int | None) -> Fact | None:
        """Return who a word means, in the form of a doer."""
        if index is None:
            return None
        token, word = self.tokens[index], self.word(index)
        span = Span(token.start, token.end)
        own = {self.word(c) for c in self.kids[index]} & {"my", "our"}
        if word in SELF or (own and token.lemma in OURS):
            return Fact("actor", span, "speaker", ())
        if word == "latter":
            found = (self.person(at) for at in range(index - 1, -1, -1))
            return next((fact for fact in found if fact is not None), None)
        if word in _OTHERS:
            return Fact("actor", span, f"pronoun:{_OTHERS[word]}", ())
        owners = ("poss", "amod", "compound", "nmod", "appos")
        near = [index, *(c for c in self.kids[index] if self.tokens[c].dep in owners)]
        for at in near:
            for fact in self.context.of_kind(self.side, "entity"):
                if fact.span.start <= self.tokens[at].start < fact.span.end:
                    start, end = min(span.start, fact.span.start), max(span.end, fact.span.end)
                    value = fact.value
                    if at != index and token.pos == "NOUN" and value.startswith("person:"):
                        value = f"name:{value[7:]}"  # a spokesman is not the person himself
                    title = None if at == index else self.office(index)
                    held = office_of(self.text, fact.span) or (title.about[0] if title else "")
                    return Fact("actor", Span(start, end), value, (held,) if held else ())
        if token.pos not in ("NOUN", "PROPN"):
            return None
        return self.office(index) or Fact("actor", span, f"noun:{token.lemma}", ())

    def office(self, index: int) -> Fact | None:
        """Return who holds the office that a noun is with the words before it: `Prime Minister`."""
        token = self.tokens[index]
        kinds = (self.tokens[c] for c in self.kids[index] if self.tokens[c].dep in _TITLES)
        span = Span(min([token.start, *(kind.start for kind in kinds)]), token.end)
        held = office(self.text[span.start : span.end])
        return Fact("actor", span, f"office:{held}", (held,)) if held else None

    def person(self, index: int | None) -> Fact | None:
        """Return whom a word means, where it is surely somebody and no thing."""
        found = self.party(index)
        if found is None or found.value == "speaker":
            return found
        return found if found.value.partition(":")[0] in _PERSONAL else None
