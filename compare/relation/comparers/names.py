"""People, places and organisations: one that only one side names is an added detail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts import Fact, Token, same_entity
from compare.model import Side, Span, Statement
from compare.relation.comparers.speakers import is_speaker
from compare.relation.context import ELSEWHERE, Difference, LinkContext

# Names shown for each side of a link, the first ones: more hide what matters.
MAX_NAMES = 2
_REACH = 60  # code points before a word in which the rest of its name stands
_NAME_BEFORE = re.compile(
    r"(?<!\w)(?!The )(?:[^\W\d_a-z][\w'’-]+ )+"
    r"(?:of|for) (?:the )?(?:[^\W\d_a-z][\w'’-]+ |and )*$"
)
_NAME_AFTER = re.compile(r"(?: (?:of (?:the )?)?[^\W\d_a-z][\w-]+)+")
_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent"})


def _frame(tokens: Sequence[Token]) -> list[Span]:
    """Return the words for who tells whom: "President X told President Y that …".

    A verb with a clause of its own for an object opens a frame; who takes part in the telling is no
    detail of what is told.
    """
    tellers = {token.head for token in tokens if token.dep == "ccomp"}
    found = []
    for token in tokens:
        head = tokens[token.head] if token.head < len(tokens) else token
        told = token.dep in _PARTICIPANTS and token.head in tellers
        through = token.dep == "pobj" and head.dep in ("prep", "agent") and head.head in tellers
        if told or through:
            found.append(Span(token.start, token.end))
    return found


def _is_named(context: LinkContext, side: Side, span: Span) -> bool:
    """Say whether a span is a name that the other side lacks, not a common word in capitals.

    In shouting posts the recogniser takes "AGREED" and "War" for names.
    """
    own, others = context.tokens_a, context.tokens_b
    mine, other = context.a, context.b
    if side == "b":
        own, others, mine, other = others, own, other, mine
    words = [
        token
        for token in own
        if token.start < span.end and span.start < token.end
        if token.pos in ("PROPN", "NOUN", "ADJ", "NUM")
    ]
    if not any(token.pos in ("PROPN", "NOUN") for token in words):
        return False
    said = {token.lemma.casefold() for token in others}
    said |= {other.slice(Span(token.start, token.end)).casefold() for token in others}
    forms = [
        {token.lemma.casefold(), mine.slice(Span(token.start, token.end)).casefold()}
        for token in words
    ]
    return not all(form & said for form in forms)


def full_name(statement: Statement, fact: Fact) -> Span:
    """Return a name with the rest of it: of "Court of Justice" or "First Lady" not a word alone."""
    span = fact.span
    if not fact.value.startswith(("name:", "org:")):
        return span
    before = _NAME_BEFORE.search(statement.text, max(0, span.start - _REACH), span.start)
    after = _NAME_AFTER.match(statement.text, span.end)
    start = before.start() if before else span.start
    return Span(start, after.end() if after else span.end)


def _is_common(context: LinkContext, side: Side, fact: Fact, whole: Span) -> bool:
    """Say whether a name is a common noun that is capitalised for emphasis: "the War", "a Deal".

    Its small form stands in one of the statements, or nobody would have an article or an adjective
    before a name: "a very good Deal".
    """
    statement = context.statement(side)
    written = statement.slice(whole)
    if " " in written or fact.value.startswith(("country:", "role:")) or written.isupper():
        return False
    small = written[0].lower() + written[1:]
    if small in context.said_a.words or small in context.said_b.words:
        return True
    return any(
        token.dep in ("det", "amod")
        and statement.text[token.start].islower()
        and statement.slice(Span(token.start, token.end)) not in ("the", "The")
        for token in _before(context, side, whole)
    )


def _before(context: LinkContext, side: Side, span: Span) -> list[Token]:
    """Return the words that stand before a name and hang on it."""
    tokens = context.tokens(side)
    at = {i for i, token in enumerate(tokens) if span.start <= token.start < span.end}
    return [token for token in tokens if token.head in at and token.start < span.start]


def _lone(context: LinkContext, side: Side) -> list[Difference]:
    """Return the names that stand on one side only, those first that the other nowhere names.

    The models count the first two, and learned to count common words in capitals among them.
    """
    other: Side = "b" if side == "a" else "a"
    known = {fact.value for fact in context.of_kind(other, "entity")}
    frame = _frame(context.tokens(side))
    named: list[tuple[bool, bool, Difference]] = []
    for fact in context.of_kind(side, "entity"):
        if fact.value in known:
            continue
        known.add(fact.value)
        if any(s.start < fact.span.end and fact.span.start < s.end for s in frame):
            continue
        if not _is_named(context, side, fact.span):
            continue
        if is_speaker(context.statement(other), context.statement(side), fact):
            continue  # who speaks there says "I" or "we"
        whole = full_name(context.statement(side), fact)
        elsewhere = _says_too(context, side, fact, whole)
        told = not elsewhere and _is_detail(context, side, fact, whole)
        named.append((not told, elsewhere, _told(context, side, whole, elsewhere, told)))
    return [item for *_, item in sorted(named, key=lambda row: row[:2])][:MAX_NAMES]


def _is_detail(context: LinkContext, side: Side, fact: Fact, whole: Span) -> bool:
    """Say whether a name tells the reader of one side something: who speaks is known to both."""
    other: Side = "b" if side == "a" else "a"
    statement = context.statement(side)
    return not (
        _is_common(context, side, fact, whole)
        or _goes_by(context, other, fact)
        or _names_the_speaker(statement, whole)
    )


def _names_the_speaker(statement: Statement, whole: Span) -> bool:
    """Say whether a name is that of the statement's own speaker, or a part of it."""
    own = re.findall(r"\w+", (statement.speaker or "").casefold())
    said = re.findall(r"\w+", statement.slice(whole).casefold())
    return bool(said) and any(
        own[at : at + len(said)] == said for at in range(len(own) - len(said) + 1)
    )


def _told(context: LinkContext, side: Side, span: Span, elsewhere: bool, told: bool) -> Difference:
    other = "B" if side == "a" else "A"
    name = context.quote(side, span)
    note = f"Only {side.upper()} names {name} here."
    if elsewhere:
        note = f"{side.upper()} names {name} here; {other} does so elsewhere."
    return Difference(
        "entity",
        span if side == "a" else None,
        span if side == "b" else None,
        note,
        conflict=False,
        weight=ELSEWHERE if elsewhere else 1.0,
        told=told,
    )


def _says_too(context: LinkContext, side: Side, fact: Fact, whole: Span) -> bool:
    """Say whether the other side has a name in some sentence of its statement."""
    said = context.said("b" if side == "a" else "a")
    return fact.value in said.names or context.statement(side).slice(whole) in said.text


def _goes_by(context: LinkContext, other: Side, fact: Fact) -> bool:
    """Say whether the other side has a name under another form: "Moscow" and "Russia"."""
    named = context.of_kind(other, "entity", "actor")
    return any(same_entity(fact.value, one.value) for one in named)


def compare_entities(context: LinkContext) -> list[Difference]:
    """Return the names that stand on one side only, each once, without those who tell it."""
    return [*_lone(context, "a"), *_lone(context, "b")]
