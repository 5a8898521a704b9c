"""Calls, invitations, requests and offers, with both their ends.

"She called me", "the call was held at the President's request" and "I received a call from her"
tell who began it, each in another grammar; no two of them need share a verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.language.facts import Fact
from compare.language.facts.actor import AT
from compare.language.facts.requests import ASKED_FOR, ASKING_VERBS, WISHED
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.askers import meant_by, only_before, put_by
from compare.relation.comparers.parties import WHO, Reader
from compare.relation.context import LinkContext

_CALLS = words("call phone telephone ring")
_INVITES = words("invite")
_OFFERS = words("offer volunteer")
_NOUNS = {
    **dict.fromkeys(words("call telephone"), "call"),
    **dict.fromkeys(words("invitation"), "invite"),
    **dict.fromkeys(ASKED_FOR | WISHED, "ask"),
}
_TAKEN = words("receive accept get take answer decline reject refuse welcome")
_MADE = words("make place give send issue extend")
_HELD = words("call conversation talk discussion exchange contact speak")  # at a request
_SOUGHT = words("call conversation")  # other talks that one asks for may be yet to come
_AHEAD = words("will 'll ’ll would shall may might can could should must to")
_EMPTY = words("hold take make conduct place")
_PLEAS = words("appeal plea")  # at which something is done; what is received is often another
TRIGGERS = _CALLS | _INVITES | _OFFERS | ASKING_VERBS | frozenset(_NOUNS) | _PLEAS
_REACH = 60  # code points from who called to whom, to be shown as one phrase


@dataclass(frozen=True, slots=True)
class Approach:
    """One act of calling, inviting, asking or offering, and its ends as far as they are told."""

    kind: str  # "call", "invite", "ask" or "offer"
    asker: Fact | None
    asked: Fact | None
    topic: frozenset[str]  # lemmas of what is asked for
    span: Span  # who did it, to be marked
    told: Span  # the same with the act, to be quoted
    talks: bool  # it is a call, or the request for one
    ahead: bool  # it is yet to be made
    behest: bool = False  # something was done at it
    things: frozenset[str] = frozenset()  # lemmas of whom or what the act asked for is done to


@dataclass(frozen=True)
class _Reader(Reader):
    """The parse of one side, read for approaches."""

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
        if self.tokens[verb].dep != "relcl" or self.word(index) not in WHO:
            return index
        at = self.tokens[verb].head
        while self.word(index) == "which" and self.tokens[at].head != at and self.person(at):
            at = self.tokens[at].head  # "a call with her, which": the call
            at = self.tokens[at].head if self.tokens[at].pos == "ADP" else at
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
            if token.lemma not in TRIGGERS:
                continue
            found = None
            if token.pos == "VERB":
                found = self._of_verb(index)
            elif token.pos == "NOUN" and token.lemma in _NOUNS:
                found = self._behest(index) or self._of_noun(index)
            elif token.pos == "NOUN" and token.lemma in _PLEAS:
                found = self._behest(index)
            if found is not None and (found.asker or found.asked):
                yield found

    def _of_verb(self, verb: int) -> Approach | None:
        lemma = self.tokens[verb].lemma
        if lemma in _OFFERS:
            return self._offer(verb)
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
        told, things = self.phrase(verb, who, asked), self.things(verb)
        ahead = self.ahead(verb)
        return Approach(kind, who, asked, topic, span, told, talks, ahead, things=things)

    def _offer(self, verb: int) -> Approach | None:
        """Return what somebody offers to do or to give: `he offered us the port`."""
        passive = self.child(verb, "nsubjpass")
        who = self.person(self.subject(verb) if passive is None else self.behind(verb, "by"))
        if who is None or self.denied(verb):
            return None
        whom = _first(self.behind(verb, "to"), self.child(verb, "dative"), passive)
        told = self.phrase(verb, who, None)
        return Approach(
            "offer",
            who,
            self.person(whom),
            self.topic(verb),
            who.span,
            told,
            False,
            self.ahead(verb),
            things=self.things(verb),
        )

    def things(self, verb: int) -> frozenset[str]:
        """Return the lemmas of what the act is done to that is asked for: "to send a team"."""
        act = self.child(verb, "xcomp", "ccomp")
        thing = None if act is None else self.child(act, "dobj", "nsubjpass")
        return frozenset() if thing is None else frozenset(self.nouns(thing))

    def nouns(self, noun: int) -> list[str]:
        """Return the lemmas of a noun and of those behind it: `a programme for training pilots`."""
        found, at = [noun], 0
        while at < len(found):
            links = (c for c in self.kids[found[at]] if self.tokens[c].dep in ("prep", "pcomp"))
            found += [n for c in links if (n := self.child(c, "pobj", "pcomp", "dobj")) is not None]
            at += 1
        return [self.tokens[index].lemma for index in found]

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
        before = next((t for t in self.tokens if t.end + 1 == whole.start and t.pos == "DET"), None)
        whole = Span(before.start if before else whole.start, whole.end)
        return whole if whole.end - whole.start <= _REACH else ends[0]

    def _behest(self, noun: int) -> Approach | None:
        """Return the request at which something was done: `at his request`."""
        token = self.tokens[noun]
        link = self._link(noun)
        if link is None or token.lemma in _CALLS:
            return None
        if link and self.word(link - 1) == "not":  # "not at our request"
            return None
        owner = self.child(noun, "poss")
        owner = _first(owner, self.behind(noun, "of", "from", "by"), put_by(self, noun))
        who = self.party(owner) if owner is not None else self.of_people(noun)
        if who is None or only_before(self, link, noun):
            return None
        who = who if owner is None else meant_by(self, owner, who)
        act = self.held(self.tokens[link].head)
        done = self.child(act, "nsubjpass", "dobj")
        if done is None or self.tokens[done].lemma == "place":  # "took place"
            done = self.child(act, "nsubj")
        done = None if done is None else self.meant(act, done)
        kind = _NOUNS.get(token.lemma, "ask")
        held = self.tokens[act].lemma if done is None else self.tokens[done].lemma
        topic = frozenset((held, self.tokens[act].lemma)) - _EMPTY
        talks = kind == "ask" and bool(topic & _HELD)
        topic |= frozenset(() if done is None else self.nouns(done)) - _EMPTY
        span = Span(self.tokens[link].start, max(token.end, who.span.end))
        return Approach(kind, who, None, topic, span, span, talks, self.ahead(act), behest=True)

    def held(self, index: int) -> int:
        """Return what is done at a request, which the parser may hang on the last name before."""
        for _ in self.tokens:
            token = self.tokens[index]
            if token.pos not in ("PROPN", "ADP") or token.head == index:
                break
            index = token.head
        return index

    def _link(self, noun: int) -> int | None:
        """Return where `at the request` and `in response to the request` begin."""
        link = self.tokens[noun].head
        if self.tokens[noun].dep != "pobj" or self.word(link) != "to":
            at = self.word(link) in AT or self.word(link) == "after"
            return link if self.tokens[noun].dep == "pobj" and at else None
        response = self.tokens[link].head
        first = self.tokens[response].head
        answers = self.word(response) == "response" and self.word(first) == "in"
        return first if answers else None

    def of_people(self, noun: int) -> Fact | None:
        """Return whose request "a Polish request" is."""
        owner = self.child(noun, "amod", "compound", "nmod")
        named = owner is not None and any(
            fact.span.start <= self.tokens[owner].start < fact.span.end
            for fact in self.context.of_kind(self.side, "entity")
        )
        return self.party(noun) if named else None

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
    if not any(token.lemma in TRIGGERS for token in tokens):
        return []
    return list(_Reader(context, side, tokens).read())
