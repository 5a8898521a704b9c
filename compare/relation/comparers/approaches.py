"""Calls, invitations and requests, with both their ends.

"She called me", "the call was held at the President's request" and "I received a call from her"
tell who began it, each in another grammar; no two of them need share a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.language.facts import Fact, Token
from compare.language.facts.actor import AT, OURS
from compare.language.facts.requests import ASKED_FOR, ASKING_VERBS
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.offices import office, office_of
from compare.relation.context import LinkContext

_CALLS = words("call phone telephone ring")
_INVITES = words("invite")
_NOUNS = {
    **dict.fromkeys(words("call telephone"), "call"),
    **dict.fromkeys(words("invitation"), "invite"),
    **dict.fromkeys(ASKED_FOR, "ask"),
}
_TAKEN = words("receive accept get take answer decline reject refuse welcome")
_MADE = words("make place give send issue extend")
_HELD = words("call conversation talk discussion exchange contact speak")  # at a request
_SOUGHT = words("call conversation")  # other talks that one asks for may be yet to come
_AHEAD = words("will 'll ’ll would shall may might can could should must to")
_EMPTY = words("hold take make conduct place")
_WHO = words("who that which")
SELF = words("i me we us my our")
_OTHERS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_OTHERS |= dict.fromkeys(words("they them their"), "they")
_TRIGGERS = _CALLS | _INVITES | ASKING_VERBS | frozenset(_NOUNS)
_PERSONAL = frozenset({"person", "country", "org", "name", "role", "pronoun", "office"})
_REACH = 60  # code points from who called to whom, to be shown as one phrase
_TITLES = frozenset({"compound", "amod", "nmod"})


@dataclass(frozen=True, slots=True)
class Approach:
    """One act of calling, inviting or asking, and both its ends as far as they are told."""

    kind: str  # "call", "invite" or "ask"
    asker: Fact | None
    asked: Fact | None
    topic: frozenset[str]  # lemmas of what is asked for
    span: Span  # who did it, to be marked
    told: Span  # the same with the act, to be quoted
    talks: bool  # it is a call, or the request for one
    ahead: bool  # it is yet to be made


@dataclass(frozen=True)
class _Reader:
    """The parse of one side."""

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
            if token.dep == "relcl" and found is not None and self.word(found) in _WHO:
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

    def topic(self, index: int) -> frozenset[str]:
        """Return the lemmas of what is asked for by a verb or a noun: an act, a thing, a place."""
        found = [self.child(index, "xcomp", "ccomp", "acl"), self.behind(index, "for", "to")]
        thing = self.child(index, "dobj", "nsubjpass")
        if self.person(thing) is None:
            found.append(thing)
        told = (self.tokens[self.meant(index, at)] for at in found if at is not None)
        # Names are the same or not: "to Oslo" isn't "to Santiago", though the two are alike.
        return frozenset(f"={t.lemma}" if t.pos == "PROPN" else t.lemma for t in told)

    def meant(self, verb: int, index: int) -> int:
        """Return what a word stands for: of "a call, which he asked for" the call."""
        if self.tokens[verb].dep != "relcl" or self.word(index) not in _WHO:
            return index
        at = self.tokens[verb].head
        while self.word(index) == "which" and self.tokens[at].head != at and self.person(at):
            at = self.tokens[self.tokens[at].head].head  # "a call with her, which": the call
        return at

    def ahead(self, verb: int) -> bool:
        if self.tokens[verb].tag == "VBG" and self.child(verb, "aux") is not None:
            return True  # "I am calling her tomorrow"
        return any(
            self.word(c) in _AHEAD for c in self.kids[verb] if self.tokens[c].dep.startswith("aux")
        )

    def denied(self, index: int) -> bool:
        return any(self.tokens[c].dep == "neg" or self.word(c) == "no" for c in self.kids[index])

    def read(self) -> Iterator[Approach]:
        """Yield the approaches of the sentence."""
        for index, token in enumerate(self.tokens):
            if token.lemma not in _TRIGGERS:
                continue
            found = None
            if token.pos == "VERB":
                found = self._of_verb(index)
            elif token.pos == "NOUN" and token.lemma in _NOUNS:
                found = self._behest(index) or self._of_noun(index)
            if found is not None and (found.asker or found.asked):
                yield found

    def _of_verb(self, verb: int) -> Approach | None:
        lemma = self.tokens[verb].lemma
        kind = "call" if lemma in _CALLS else "invite" if lemma in _INVITES else "ask"
        object_ = self.child(verb, "dobj", "dative")
        if object_ is None and kind == "call":
            object_ = self.child(verb, "oprd")  # "called Ms Vann", as if that were her name
        passive = self.child(verb, "nsubjpass")
        if passive is not None:
            asker, asked = self.behind(verb, "by"), self.person(passive)
        else:
            asker, asked = self.subject(verb), self.person(object_)
        if self.denied(verb) or (kind != "ask" and asked is None):
            return None
        who = self.party(asker)
        topic = self.topic(verb)
        talks = kind == "call" or (kind == "ask" and bool(topic & _SOUGHT))
        talks = talks and not self.names(verb)
        shown = who or asked
        span = shown.span if shown else Span(0, 0)
        told = self.phrase(verb, who, asked)
        return Approach(kind, who, asked, topic, span, told, talks, self.ahead(verb))

    def names(self, verb: int) -> bool:
        """Say whether somebody is only called something: "she asked me to call her that"."""
        calls = [at for at in (verb, *self.kids[verb]) if self.tokens[at].lemma in _CALLS]
        return any(
            sum(self.tokens[c].dep in ("dobj", "dative", "oprd", "attr") for c in self.kids[at]) > 1
            for at in calls
        )

    def phrase(self, verb: int, who: Fact | None, asked: Fact | None) -> Span:
        """Return who did it with the act and to whom, where they stand near each other."""
        ends = [fact.span for fact in (who, asked) if fact is not None]
        if not ends:
            return Span(0, 0)
        told = [Span(self.tokens[verb].start, self.tokens[verb].end), *ends]
        whole = Span(min(span.start for span in told), max(span.end for span in told))
        return whole if whole.end - whole.start <= _REACH else ends[0]

    def _behest(self, noun: int) -> Approach | None:
        """Return the request at which something was done: `at his request`."""
        token = self.tokens[noun]
        if token.dep != "pobj" or self.word(token.head) not in AT or token.lemma in _CALLS:
            return None
        if token.head and self.word(token.head - 1) == "not":  # "not at our request"
            return None
        owner = self.child(noun, "poss")
        owner = self.behind(noun, "of", "from", "by") if owner is None else owner
        who = self.party(owner)
        if who is None:
            return None
        act = self.tokens[token.head].head
        done = self.child(act, "nsubjpass", "dobj")
        if done is None or self.tokens[done].lemma == "place":  # "took place"
            done = self.child(act, "nsubj")
        done = None if done is None else self.meant(act, done)
        held = self.tokens[act].lemma if done is None else self.tokens[done].lemma
        topic = frozenset((held, self.tokens[act].lemma)) - _EMPTY
        link, kind = self.tokens[token.head], _NOUNS[token.lemma]
        span = Span(link.start, max(token.end, who.span.end))
        talks = kind == "ask" and bool(topic & _HELD)
        return Approach(kind, who, None, topic, span, span, talks, self.ahead(act))

    def _of_noun(self, noun: int) -> Approach | None:
        """Return what was received or sent: `received a call from her`, `placed a call to him`."""
        token = self.tokens[noun]
        verb, kind = token.head, _NOUNS[token.lemma]
        passive = token.dep == "nsubjpass"
        if (token.dep != "dobj" and not passive) or self.denied(verb) or self.denied(noun):
            return None
        lemma = self.tokens[verb].lemma
        if lemma in _TAKEN:
            asker = _first(
                self.behind(noun, "from", "of", "by"),
                self.child(noun, "poss"),
                self.behind(verb, "from"),
            )
            asked = self.behind(verb, "by") if passive else self.subject(verb)
        elif lemma in _MADE:
            asker = self.behind(verb, "by") if passive else self.subject(verb)
            asked = _first(
                self.child(verb, "dative"), self.behind(noun, "to"), self.behind(verb, "to")
            )
            if asked is not None and self.tokens[asked].pos == "ADP":
                asked = self.child(asked, "pobj")
        else:
            return None
        who, whom = self.person(asker), self.person(asked)
        shown = who or whom
        span = shown.span if shown else Span(0, 0)
        talks = kind == "call"
        told = self.phrase(verb, who, whom)
        return Approach(kind, who, whom, self.topic(noun), span, told, talks, self.ahead(verb))


def _first(*places: int | None) -> int | None:
    """Return the first place that there is; the first token of a sentence is place 0."""
    return next((place for place in places if place is not None), None)


def approaches(context: LinkContext, side: Side) -> list[Approach]:
    """Return the approaches that one side of a link tells."""
    tokens = context.tokens(side)
    if not any(token.lemma in _TRIGGERS for token in tokens):
        return []
    return list(_Reader(context, side, tokens).read())
