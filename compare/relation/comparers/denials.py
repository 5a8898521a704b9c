"""Denials: what one side says was not done, or isn't so, and the other tells as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.facts import Fact, Token
from compare.language.facts.untruth import FALSE, LIES
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.covered import covered
from compare.relation.comparers.endings import ended_too, ends
from compare.relation.comparers.opposites import ELSE_ALIKE, same_by_denial
from compare.relation.comparers.parity import answered
from compare.relation.comparers.particles import same_by_particle
from compare.relation.comparers.turned import is_turned, is_undone
from compare.relation.comparers.untold import never_phrase
from compare.relation.comparers.values import EARLIEST, comparable_dates
from compare.relation.context import Difference, LinkContext, denied_words, said_before
from compare.relation.parsed import Parsed
from compare.relation.phrases import LONGEST, act_phrase, denial_phrase

# How much a denial weighs that isn't tied to an act which both sides tell, [0, 1]: the classifier
# learns what it is worth (relation/features.py), this only orders the evidence.
LONE_NEGATION = 0.4

_RENEWS = words("resume restart renew reopen")
_BREAKS = words("break pause interruption gap hiatus")
_YEAR = 366  # days by which "since 2020" may be meant as of the year's end
_SUBJECTS = words("nsubj nsubjpass")
_AHEAD = words("will shall would must to")
_NOT_YET = re.compile(rf"\b(?:{EARLIEST.pattern})\s+(?:the\s+)?\Z", re.IGNORECASE)


def _as_denial(context: LinkContext, side: Side, said: Span) -> Span:
    """Return the act that a denial belongs to: what is denied is an act, not a thing or a "not".

    Denials in a row are shown together, since either may answer the other side.
    """
    shown = never_phrase(context.tokens(side), said) or denial_phrase(context, side, said) or said
    row = _row(context, side, said)
    if len(row) < 2:
        return shown
    acts = [denial_phrase(context, side, span) or span for span in row]
    whole = Span(min(act.start for act in acts), max(act.end for act in acts))
    near = whole.end - whole.start <= LONGEST
    return whole if near and whole.start <= shown.start and shown.end <= whole.end else shown


def _row(context: LinkContext, side: Side, said: Span) -> list[Span]:
    """Return the denials that stand in a row with one, itself included.

    Each is of who or what, and their verbs are joined: "nobody was hurt and nothing was damaged".
    """
    parsed = Parsed(context, side)
    denied = {
        fact.span: _verb_denied_by_subject(parsed, fact.span)
        for fact in context.of_kind(side, "negation")
    }
    own = next((verb for span, verb in denied.items() if span.start == said.start), None)
    if own is None:
        return []
    return [
        span
        for span, verb in denied.items()
        if verb is not None and (verb == own or _joined(parsed, verb, own))
    ]


def _verb_denied_by_subject(parsed: Parsed, span: Span) -> int | None:
    """Return the verb of which nobody, nothing or no such thing is the subject."""
    edges = parsed.within(span)
    if edges is None:
        return None
    token = parsed.tokens[edges[0]]
    noun = parsed.tokens[token.head] if token.dep == "det" else token
    return noun.head if noun.dep in _SUBJECTS else None


def _joined(parsed: Parsed, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return parsed.tokens[high].dep == "conj" and parsed.tokens[high].head == low


def _only_delays(context: LinkContext, side: Side, fact: Fact, others: list[Fact]) -> bool:
    """Say whether a denial only tells from when on, and the other side gives a date for it too.

    "Not before May" and "from May on": the dates are compared. "Not before Monday's vote" and "on
    Tuesday" can both hold.

    :param others: dates of the other side
    """
    return any(
        _bounds_others(context.statement(side).text, date, others)
        for date in context.of_kind(side, "date")
        if set(date.about) & set(fact.about)
    )


def _bounds_others(text: str, date: Fact, others: list[Fact]) -> bool:
    """Say whether "not before" a date is to be set against dates of the other side."""
    if date.names:
        before = said_before(_NOT_YET, text, date.span.start)
        return before is not None and any(_no_sooner(other, date) for other in others)
    told = text[date.span.start : date.span.end]
    earliest = date.value.startswith(">=") and EARLIEST.match(told) is not None
    return earliest and any(comparable_dates(date, other) for other in others)


def _no_sooner(date: Fact, named: Fact) -> bool:
    """Say whether a date of an act can lie no sooner than that of a thing."""
    if date.names or date.unit != named.unit or named.low is None:
        return False
    return date.high is None or date.high >= named.low


def _denied_too(context: LinkContext, side: Side, fact: Fact, others: list[Fact]) -> bool:
    """Say whether the other side denies the same.

    :param others: the denials of the other side
    """
    pairs = ((fact, other) if side == "a" else (other, fact) for other in others)
    return any(context.shared_about(one.about, two.about, loose=True) for one, two in pairs)


def _alone(context: LinkContext, side: Side, fact: Fact) -> Difference:
    """Return a denial of something that the other side does not tell."""
    denial = _as_denial(context, side, denied_words(context, side, fact))
    return Difference(
        "negation",
        denial if side == "a" else None,
        denial if side == "b" else None,
        f"Only {side.upper()} denies something here: {context.quote(side, denial)}.",
        conflict=True,
        weight=LONE_NEGATION,
    )


def _calls_untrue(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether a side calls the very act untrue that the other tells: "reports of it are a lie".

    It is enough that both have its verb.
    """
    other = context.tokens(_other(side))
    return any(
        token.start == fact.span.start
        and token.dep in ("acomp", "attr")
        and token.lemma in FALSE | LIES
        for token in context.tokens(side)
    ) and any(token.lemma in fact.about[:1] and token.pos == "VERB" for token in other)


def _against(context: LinkContext, side: Side, fact: Fact, told: Span) -> Difference:
    """Return a denial of what the other side tells as it is.

    :param told: the words of the other side
    """
    other = _other(side)
    untrue = _calls_untrue(context, side, fact)
    denial = _as_denial(context, side, fact.span)
    told = act_phrase(context, other, told) or told
    return Difference(
        "negation",
        denial if side == "a" else told,
        denial if side == "b" else told,
        f"{side.upper()} denies with {context.quote(side, denial)} what {other.upper()} tells "
        f"without a denial: {context.quote(other, told)}.",
        conflict=True,
        weight=ELSE_ALIKE if untrue else 0.8,
        opposite=untrue,
    )


def _of_conditions(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether conditions are denied, and the other side speaks of conditions too."""
    own = context.of_kind(side, "condition")
    return bool(context.of_kind(_other(side), "condition")) and any(
        one.value == "without_preconditions" and one.span.start == fact.span.start for one in own
    )


def _last_time(context: LinkContext, side: Side, fact: Fact) -> bool:
    """Say whether the other side tells of the last time, or the next one: "last met in 2020".

    "Have not met since 2020" denies neither.
    """
    tokens = context.tokens(side)
    at = next((t for t in tokens if t.start == fact.span.start), None)
    act = None if at is None or at.dep != "neg" else tokens[at.head]
    if act is None or act.pos != "VERB" or act.lemma not in fact.about[:1]:
        return False
    own = [t for t in tokens if tokens[t.head] is act]
    since = [t for t in own if t.lemma in ("since", "for") and t.dep in ("prep", "mark")]
    if not since or not any(t.lemma == "have" for t in own):
        return False
    theirs = context.tokens(_other(side))
    for verb in (t for t in theirs if t.lemma in (act.lemma, *_RENEWS) and t.pos == "VERB"):
        near = {t.lemma for t in theirs if theirs[t.head] is verb and t.dep != "amod"}
        ahead = bool(near & _AHEAD) or verb.lemma in _RENEWS
        if ahead and (verb.lemma in _RENEWS or "again" in near or _breaks(theirs)):
            return True
        if near & {"last", "ago"}:
            return _no_later(context, side)
    return False


def _breaks(tokens: Sequence[Token]) -> bool:
    return any(token.lemma in _BREAKS and token.pos == "NOUN" for token in tokens)


def _no_later(context: LinkContext, side: Side) -> bool:
    """Say whether the other side's dates lie no later than the one since when it isn't so.

    Without a date to set them against, "last" alone tells of no other time.
    """
    begun = [d.low for d in context.of_kind(side, "date") if d.low is not None]
    told = [d.low for d in context.of_kind(_other(side), "date") if d.low is not None]
    return not begun or not told or max(told) <= max(begun) + _YEAR


def _other(side: Side) -> Side:
    return "b" if side == "a" else "a"


def _is_ended(context: LinkContext, side: Side, fact: Fact, told: Span | None) -> bool:
    """Say whether the other side tells the end of what is denied.

    :param told: where it tells what is denied
    """
    by_act = told is not None and ends(context, side, fact, told)
    return by_act or ended_too(context, side, fact)


def same_by_end(context: LinkContext) -> bool:
    """Say whether a denial only tells of an end that the other side tells, and none is left."""
    sides: tuple[Side, Side] = ("a", "b")
    ended = (
        _is_ended(context, side, fact, covered(context, side, fact.about))
        for side in sides
        for fact in context.of_kind(side, "negation")
    )
    return any(ended) and not compare_negations(context)


def _denial(context: LinkContext, side: Side, fact: Fact) -> Difference | None:
    """Return what comes of one denial; None where the other side says the same in other words."""
    other = _other(side)
    if _denied_too(context, side, fact, context.of_kind(other, "negation")):
        return None
    if _only_delays(context, side, fact, context.of_kind(other, "date")):
        return None
    if _of_conditions(context, side, fact) or _last_time(context, side, fact):
        return None
    if same_by_particle(context, side, fact):
        return None
    affirmed = covered(context, side, fact.about)
    if _is_ended(context, side, fact, affirmed):
        return None
    if affirmed is not None and is_undone(context, side, fact):
        return None
    if affirmed is None or is_turned(context, side, fact):
        return _alone(context, side, fact)
    return _against(context, side, fact, affirmed)


def compare_negations(context: LinkContext) -> list[Difference]:
    """Return what one side denies and the other affirms; nothing where it affirms the opposite."""
    if same_by_denial(context):
        return []
    sides: tuple[Side, Side] = ("a", "b")
    told = (
        _denial(context, side, fact) for side in sides for fact in context.of_kind(side, "negation")
    )
    return answered(context, [item for item in told if item is not None])
