"""What one side says was not raised, while the other tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.language.facts import Fact, Token
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.opposites import ELSE_ALIKE
from compare.relation.context import Difference, LinkContext
from compare.relation.parsed import Parsed
from compare.relation.phrases import LONGEST, act_phrase

# Verbs and nouns of bringing a matter into a talk, those with a particle apart.
_RAISED = words("raise discuss mention address broach speak talk")
_WITH_PARTICLE = {"touch": words("on upon"), "come": words("up"), "bring": words("up")}
_TALK = words("discussion mention talk conversation agenda")
_IS = words("be make")
# Words of their own: "No talk of the dam", "not a word about it".
_BARE = _TALK | words("word")
_OF = words("of about on")
_ALONE = words("ROOT conj npadvmod dep appos parataxis intj meta")
_WHAT = words("it that this they")
# Who denies one of these says as well that a matter wasn't raised.
_SAID = _RAISED | words("ask offer propose suggest request say tell hear figure feature")
_AHEAD = words("will would shall should may might must can could to")
_NEAR = 40  # code points of a denial with its verb, or of a name, that are shown as one phrase
_SUBJECTS = words("nsubj nsubjpass")
_CLAUSES = words("ccomp acl xcomp advcl acomp")
_NAMING = frozenset({"compound", "amod", "nmod"})
_LEFT = words("leave avoid skip omit drop exclude decline refuse")
_NOT_A_MATTER = words(
    "question matter subject issue topic point theme time moment way side party talk conversation "
    "call meeting discussion negotiation mention agenda part word voice possibility"
)


def _below(tokens: Sequence[Token], top: int) -> Iterator[Token]:
    """Yield the words that hang on one, directly or through others."""
    for at, token in enumerate(tokens):
        seen = at
        while seen != top and tokens[seen].head != seen:
            seen = tokens[seen].head
        if seen == top and at != top:
            yield token


def _raises(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word tells that a matter was raised, or with a denial that it wasn't."""
    token = tokens[at]
    if token.pos == "VERB":
        if any(item.head == at and item.lemma in _AHEAD for item in tokens):
            return False  # "won't be raised again" is of what is to come
        particles = _WITH_PARTICLE.get(token.lemma)
        if token.lemma == "say":  # "nothing was said about the dam"
            return any(t.head == at and t.lemma == "nothing" and t.dep in _SUBJECTS for t in tokens)
        if particles is None:
            return token.lemma in _RAISED
        return any(item.lemma in particles and item.head == at for item in tokens)
    if token.pos != "NOUN" or _bare(tokens, at) is not None:
        return token.pos == "NOUN"
    if token.lemma not in _TALK:
        return False
    while token.dep in ("pobj", "prep", "attr", "nsubjpass", "dobj"):  # "was not on the agenda"
        if tokens[token.head] is token:
            break
        token = tokens[token.head]
    return token.lemma in _IS


def _bare(tokens: Sequence[Token], at: int) -> int | None:
    """Return the "of" of `No talk of the dam`, words that no verb is said of; else None."""
    token = tokens[at]
    if token.lemma not in _BARE or token.dep not in _ALONE or tokens[token.head].pos == "VERB":
        return None
    return next((i for i, t in enumerate(tokens) if t.head == at and t.lemma in _OF), None)


def _meant(tokens: Sequence[Token], verb: int) -> str:
    """Return the noun that "it" stands for in `she wrote about the dam, but it never came up`."""
    own = (i for i, t in enumerate(tokens) if t.head == verb and t.dep in _SUBJECTS)
    subject = next(own, None)
    if subject is None or tokens[subject].lemma not in _WHAT or tokens[verb].dep != "conj":
        return ""
    before = [t.lemma for t in tokens[:subject] if t.pos in ("NOUN", "PROPN")]
    return before[-1] if before else ""


def _clause(tokens: Sequence[Token], at: int) -> int:
    """Return the verb that a noun of talking belongs to, or the verb itself."""
    while tokens[at].pos not in ("VERB", "AUX") and tokens[at].head != at:
        at = tokens[at].head
    return at


def _top(tokens: Sequence[Token], verb: int) -> int:
    """Return the auxiliary that the parser sets above a verb: "never was the loan discussed"."""
    if any(t.head == verb and t.dep in ("mark", "aux", "auxpass") for t in tokens):
        return verb
    over = tokens[verb].head
    if tokens[verb].dep in _CLAUSES and tokens[over].pos == "NOUN" and tokens[over].dep == "nsubj":
        over = tokens[over].head
    return over if tokens[verb].dep in _CLAUSES and tokens[over].pos == "AUX" else verb


def _opening(tokens: Sequence[Token], denial: Span) -> int | None:
    """Return where "At no point" begins, whose denial is "no point" or "no"."""
    at = next((i for i, token in enumerate(tokens) if token.start == denial.start), 0)
    before = tokens[at - 1] if at else None
    noun = tokens[tokens[at].head]
    if before is None or before.lemma not in ("at", "on") or noun.dep != "pobj":
        return None
    return before.start if tokens[noun.head] is before else None


def never_phrase(tokens: Sequence[Token], denial: Span) -> Span | None:
    """Return "At no point was the bridge hit", up to the verb; None for another denial."""
    opening = _opening(tokens, denial)
    verb = next((t for t in tokens if t.start >= denial.end and t.pos == "VERB"), None)
    behind = [t.end for t in tokens if t is verb or (t.dep == "prt" and tokens[t.head] is verb)]
    if opening is None or not behind or max(behind) - opening > LONGEST:
        return None
    return Span(opening, max(behind))


def _matters(tokens: Sequence[Token], at: int) -> set[str]:
    """Return the lemmas of what was, or wasn't, raised; who raises it is no such thing."""
    verb = _bare(tokens, at)
    verb = _top(tokens, _clause(tokens, at)) if verb is None else verb
    who = {
        id(below)
        for i, token in enumerate(tokens)
        if token.dep == "nsubj" and token.head == verb and tokens[verb].lemma in _RAISED
        if not any(t.head == verb and t.dep == "auxpass" for t in tokens)
        for below in (token, *_below(tokens, i))
    }
    found = {
        token.lemma
        for token in _below(tokens, verb)
        if token.pos in ("NOUN", "PROPN") and token.lemma not in _NOT_A_MATTER
        if id(token) not in who
    }
    return found or {_meant(tokens, verb)} - {"", *_NOT_A_MATTER}


def _phrase(tokens: Sequence[Token], denial: Span, at: int) -> Span:
    """Return a denial with the whole verb that it denies, if that is near: "was not brought up".

    A denial of the noun itself is shown with it: "no talk".
    """
    noun = tokens[at]
    if noun.pos == "NOUN" and any(t.head == at and t.start == denial.start for t in tokens):
        return Span(denial.start, noun.end)
    verb = _clause(tokens, at)
    particles = _WITH_PARTICLE.get(tokens[verb].lemma, frozenset())
    parts = [
        token
        for i, token in enumerate(tokens)
        if (token.head == verb and (token.dep in ("aux", "auxpass") or token.lemma in particles))
        or i in (verb, at)
    ]
    opening = _opening(tokens, denial)
    first = denial.start if opening is None else opening
    start = min(first, *(token.start for token in parts))
    end = max(denial.end, *(token.end for token in parts))
    longest = _NEAR if opening is None else LONGEST
    return Span(start, end) if end - start <= longest else Span(first, denial.end)


def _denies(fact: Fact, lemma: str) -> bool:
    return lemma in fact.about or any(item.startswith(f"{lemma} ") for item in fact.about)


def denied_raising(context: LinkContext, side: Side) -> tuple[Span, set[str]] | None:
    """Return the words of one side that deny that something was raised, and what; None for none."""
    tokens = context.tokens(side)
    for fact in context.of_kind(side, "negation"):
        for at, token in enumerate(tokens):
            before = fact.span.start <= token.start  # not "by him, not by her"
            if before and _denies(fact, token.lemma) and _raises(tokens, at):
                matters = _matters(tokens, at)
                if matters:
                    return _phrase(tokens, fact.span, at), matters
    return None


def _denies_saying(context: LinkContext, side: Side) -> bool:
    """Say whether a side denies that anything was said, or says that a matter was left out."""
    tokens = context.tokens(side)
    return any(token.lemma in _LEFT for token in tokens) or any(
        token.pos == "VERB"
        and (token.lemma in _SAID or token.lemma in _WITH_PARTICLE)
        and _denies(fact, token.lemma)
        for fact in context.of_kind(side, "negation")
        for token in tokens
    )


def _told(context: LinkContext, side: Side, matters: set[str]) -> Span | None:
    """Return where one side speaks of something that the other says wasn't raised.

    :param side: the one that speaks of it
    :param matters: lemmas of the other side's words
    """
    theirs = sorted(matters)
    for kinds in (("NOUN", "PROPN"), ("VERB",)):
        for token in context.tokens(side):
            one, other = ([token.lemma], theirs) if side == "a" else (theirs, [token.lemma])
            if token.pos in kinds and context.shared_about(one, other):
                return _whole(context.tokens(side), token)
    return None


def _whole(tokens: Sequence[Token], token: Token) -> Span:
    """Return a noun with what names it: "NATO expansion", not "NATO"."""
    while token.dep in _NAMING and tokens[token.head].start > token.start:
        token = tokens[token.head]
    near = [t for t in tokens if tokens[t.head] is token and t.dep in _NAMING]
    start = min([token.start, *(t.start for t in near if t.start < token.start)])
    return Span(start, token.end) if token.end - start <= _NEAR else Span(token.start, token.end)


def _telling(context: LinkContext, side: Side, told: Span) -> Span:
    """Return a matter with the verb that tells of it, "raised the dam", or by itself."""
    phrase = act_phrase(context, side, told)
    if phrase is None or phrase.start > told.start or phrase.end < told.end or phrase == told:
        return told
    parsed = Parsed(context, side)
    edges = parsed.within(phrase)
    if edges is None or not edges[0] or parsed.tokens[edges[0] - 1].pos != "ADP":
        return phrase
    # "The tariffs were discussed" of "the question of the tariffs was discussed".
    over = parsed.tokens[parsed.tokens[edges[0] - 1].head]
    low = parsed.under(parsed.tokens.index(over))[0]
    whole = Span(parsed.tokens[low].start, phrase.end)
    return whole if whole.end - whole.start <= LONGEST else told


def compare_untold(context: LinkContext) -> list[Difference]:
    """Return what one side says wasn't raised where the other tells of it.

    Whatever is denied of the matter itself doesn't count: "I told him that they will never join"
    tells of it, "joining was not discussed" says that nobody did.
    """
    sides: tuple[tuple[Side, Side], ...] = (("a", "b"), ("b", "a"))
    for side, other in sides:
        denied = denied_raising(context, side)
        if denied is None or _denies_saying(context, other) or denied_raising(context, other):
            continue
        told = _told(context, other, denied[1])
        if told is None:
            continue
        spans = (denied[0], told) if side == "a" else (told, denied[0])
        shown = context.quote(other, _telling(context, other, told))
        note = (
            f"{side.upper()} says that it wasn't raised: {context.quote(side, denied[0])}; "
            f"{other.upper()} tells of it: {shown}."
        )
        return [
            Difference("negation", *spans, note, conflict=True, weight=ELSE_ALIKE, opposite=True)
        ]
    return []
