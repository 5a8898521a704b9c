"""Words that are shown to a reader, made whole by the parse: no half name, no end in "of the"."""

from __future__ import annotations

from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.context import LinkContext
from compare.relation.parsed import VERBS, Parsed

LONGEST = 72  # code points of a phrase that words are made whole to
LONGEST_ACT = 48  # of a verb with its object or its subject
_NOUNS = frozenset(("NOUN", "PROPN"))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
# What stands before a word and belongs to it, and what an end may not be without.
_BEFORE = words("compound amod nummod nmod quantmod neg aux auxpass det poss predet case advmod")
_BEFORE |= words("preconj prt prep")
_UNFINISHED = words("compound amod nummod nmod quantmod det poss predet aux auxpass mark cc neg")
_UNFINISHED |= words("preconj")
_OBJECTS = words("dobj attr acomp oprd pobj pcomp xcomp")
_INNER = words("pobj pcomp prep")
_THAN = words("as than")
_DETERMINES = words("det preconj")
_LOOSE = frozenset(("POS", "TO", "IN", "DT", "PRP$", "WDT"))
_QUOTES = frozenset('"\u201c\u201d')
_APOSTROPHES = ("'", "\u2019")
_NOT = words("n't n\u2019t not")
_FOCUS = words("only alone either together")  # behind what they limit: "on Sundays only"
_HYPHENS = frozenset("-\u2010\u2011")


def whole_phrase(context: LinkContext, side: Side, span: Span) -> Span:
    """Return words from one edge of a phrase to another: names, compounds and verbs are whole.

    Words that can't be made whole within `LONGEST` lose their loose end.
    """
    parsed = Parsed(context, side)
    edges = parsed.within(span)
    if edges is None:
        return span
    first, last = _with_names(context, side, parsed, *edges)
    first, last = _together(parsed, first, last)
    first = _uncut(parsed, *_begun(parsed, first, last))
    last = _ended(parsed, first, last)
    first, last = _joined(parsed, *_begun(parsed, first, last))
    first, last = _quoted(parsed, *_trimmed(parsed, first, last))
    return parsed.span(first, last) if first <= last else span


def act_phrase(context: LinkContext, side: Side, span: Span) -> Span | None:
    """Return the act that words belong to: the verb with them, or with its object.

    "not" of "has not violated" gives "has not violated". None where they belong to no verb.
    """
    parsed = Parsed(context, side)
    edges = parsed.within(span)
    if edges is None:
        return None
    tops = parsed.tops(*edges) or [edges[0]]
    verb = parsed.verb_of(tops[0])
    if verb is None:
        return None
    low, high = _verb_group(parsed, verb)
    first, last = min(low, edges[0]), max(high, edges[1])
    if parsed.size(first, last) > LONGEST_ACT:
        first, last = low, high
    return whole_phrase(context, side, parsed.span(first, last))


def denial_phrase(context: LinkContext, side: Side, span: Span) -> Span | None:
    """Return the act that a denial belongs to, or what it denies where that alone has room.

    "No complaints about the police" says what there is none of, "have been received" does not.
    None where it belongs to no verb.
    """
    act = act_phrase(context, side, span)
    if act is None or (act.start <= span.start and span.end <= act.end):
        return act
    parsed = Parsed(context, side)
    edges = parsed.within(span)
    if edges is None:
        return act
    top = parsed.tops(*edges)[0]
    token = parsed.tokens[top]
    low, high = parsed.under(token.head if token.dep in _DETERMINES else top)
    low, high = min(low, edges[0]), max(high, edges[1])
    if parsed.size(low, high) > LONGEST:
        low, high = edges
    return whole_phrase(context, side, parsed.span(low, high))


def _verb_group(parsed: Parsed, verb: int) -> tuple[int, int]:
    """Return a verb with its auxiliaries, its denial and its particle."""
    near = [
        at
        for at in parsed.children[verb]
        if parsed.tokens[at].dep in ("aux", "auxpass", "neg", "prt")
        if parsed.size(min(at, verb), max(at, verb)) <= LONGEST_ACT
    ]
    return min([verb, *near]), max([verb, *near])


def _with_names(
    context: LinkContext, side: Side, parsed: Parsed, first: int, last: int
) -> tuple[int, int]:
    """Take in the rest of names and of words with hyphens that the edges cut."""
    span = parsed.span(first, last)
    for fact in context.of_kind(side, "entity", "number", "date", "duration"):
        cut = fact.span.start < span.end and span.start < fact.span.end
        around = parsed.within(fact.span) if cut else None
        if around and parsed.size(min(first, around[0]), max(last, around[1])) <= LONGEST:
            first, last = min(first, around[0]), max(last, around[1])
    return _joined(parsed, first, last)


def _joined(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take in what hyphens join to the edges."""
    while last + 1 < len(parsed.tokens) and _hyphenated(parsed, last):
        last += 1
    while first and _hyphenated(parsed, first - 1):
        first -= 1
    return first, last


def _hyphenated(parsed: Parsed, at: int) -> bool:
    """Say whether a word and the next are parts of one: "12-year"."""
    one, other = parsed.tokens[at], parsed.tokens[at + 1]
    joined = {parsed.word(at), parsed.word(at + 1)} & _HYPHENS
    return one.end == other.start and bool(joined)


def _together(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take in the verb that all the words hang on, if near; else keep those that belong together.

    "Deal very badly" is nothing without "want".
    """
    tops = parsed.tops(first, last)
    if len(tops) < 2:
        return first, last
    heads = {parsed.tokens[at].head for at in tops}
    over = heads.pop() if len(heads) == 1 else -1
    if over >= 0 and parsed.tokens[over].pos in (*VERBS, "NOUN", "PROPN"):
        low, high = min(first, over), max(last, over)
        if parsed.size(low, high) <= LONGEST:
            return low, high
    if over >= 0:
        return first, last
    return max((_part(parsed, top, first, last) for top in tops), key=lambda part: part[0])[1]


def _part(parsed: Parsed, top: int, first: int, last: int) -> tuple[int, tuple[int, int]]:
    """Return which of some words hang on one of them, and how many say something."""
    low = high = top
    while low > first and parsed.is_under(low - 1, top):
        low -= 1
    while high < last and parsed.is_under(high + 1, top):
        high += 1
    says = sum(parsed.tokens[at].pos in _CONTENT for at in range(low, high + 1))
    return says, (low, high)


def _begun(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take in what stands before the first word and belongs to the words."""
    while first:
        token = parsed.tokens[first - 1]
        belongs = token.dep in _BEFORE and first - 1 < token.head <= last
        if not (belongs or _is_contracted(parsed, first)) or parsed.size(first - 1, last) > LONGEST:
            break
        first -= 1
    return first, last


def _is_contracted(parsed: Parsed, at: int) -> bool:
    """Say whether a word is nothing without the one that it is written to: "'s" of "it's"."""
    token, before = parsed.tokens[at], parsed.tokens[at - 1]
    contracted = parsed.word(at).startswith(_APOSTROPHES) or parsed.word(at) in _NOT
    return contracted and token.tag != "POS" and before.end == token.start


def _uncut(parsed: Parsed, first: int, last: int) -> int:
    """Return where words begin that don't begin within a noun: "the law is in force" does.

    What it hangs on, "a draft of the law", is taken in, or else left out with it.
    """
    for at in range(first, last + 1):
        top = at
        while parsed.tokens[top].head < first and parsed.tokens[top].head != top:
            top = parsed.tokens[top].head
        over = parsed.tokens[top].head
        if top >= first or not first <= over <= last or parsed.tokens[over].pos not in VERBS:
            continue
        low, high = parsed.under(top)
        if high < over and parsed.size(low, last) <= LONGEST:
            return low
        return high + 1 if high < over else first
    return first


def _ended(parsed: Parsed, first: int, last: int) -> int:
    """Take in what the last word is nothing without, as far as there is room."""
    for _ in range(6):
        behind = _wanted(parsed, first, last)
        if behind is None or behind <= last or parsed.size(first, behind) > LONGEST:
            break
        last = behind
    return last


def _wanted(parsed: Parsed, first: int, last: int) -> int | None:
    """Return the last word that a phrase needs so as to end; None where it does already."""
    token = parsed.tokens[last]
    opened = _opened(parsed, first, last)
    if opened is not None:
        return parsed.tokens[opened].head
    after = last + 1 if last + 1 < len(parsed.tokens) else None
    if token.dep in _UNFINISHED and token.head > last:
        return token.head
    if after is not None and parsed.tokens[after].tag == "POS":
        return parsed.tokens[last].head if parsed.tokens[last].head > last else None
    limits = after is not None and parsed.word(after) in _FOCUS
    if after is not None and limits and first <= parsed.tokens[after].head <= last:
        return after
    verb = token.head if token.dep in ("neg", "prt") and token.head >= first else last
    if parsed.tokens[verb].pos in VERBS:
        near = (parsed.child(verb, kinds) for kinds in (frozenset(("prt",)), _OBJECTS))
        behind = next((at for at in near if at is not None and at > last), None)
        if behind is None and after is not None and parsed.tokens[after].dep == "prep":
            behind = parsed.child(after, _INNER) if parsed.tokens[after].head == verb else None
        return behind
    if token.pos == "ADP" or token.dep in ("prep", "agent", "dative", "mark"):
        inner = parsed.child(last, _INNER)
        return inner if inner is not None else (token.head if token.head > last else None)
    if after is not None and token.pos in ("ADJ", "ADV") and parsed.word(after) in _THAN:
        return parsed.last_under(last)
    if after is None or parsed.tokens[after].dep != "prep":
        return None
    of_noun = parsed.word(after) == "of" and parsed.tokens[after].head == last
    return parsed.child(after, _INNER) if of_noun or token.pos == "ADJ" else None


def _opened(parsed: Parsed, first: int, last: int) -> int | None:
    """Return the word that opens a clause whose verb is still to come: "that its residents"."""
    for at in range(first, last + 1):
        token = parsed.tokens[at]
        if token.dep == "mark" and token.head > last:
            return at
    return None


def _trimmed(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Drop what can't stand at an edge: a mark, an article, half a prepositional phrase."""
    opened = _opened(parsed, first, last)
    last = last if opened is None else max(first, opened - 1)
    while last > first and _is_loose(parsed, last, first):
        last -= 1
    while first < last and (
        parsed.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE")
        or parsed.tokens[first].tag == "POS"
        or (parsed.word(first) == "of" and parsed.tokens[first].head < first)
    ):
        first += 1
    return first, last


def _quoted(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Take in the other mark of a quotation, or leave out the one at the edge."""
    marks = [at for at in range(first, last + 1) if parsed.word(at) in _QUOTES]
    if len(marks) % 2 == 0:
        return first, last
    if last + 1 < len(parsed.tokens) and parsed.word(last + 1) in _QUOTES:
        return first, last + 1
    return (first + 1, last) if marks[0] == first < last else (first, last)


def _is_loose(parsed: Parsed, at: int, first: int) -> bool:
    """Say whether the last word of a phrase says nothing without what comes behind it."""
    tokens, token = parsed.tokens, parsed.tokens[at]
    if token.pos == "ADV" and at + 1 < len(tokens) and parsed.word(at + 1) in _THAN:
        return True  # "as long" of "as long as they like"
    if token.tag == "POS":
        return tokens[token.head].head > at  # else nothing is missing: "faster than Norland's"
    if token.pos in ("PUNCT", "CCONJ", "SCONJ", "SPACE") or token.tag in _LOOSE:
        return token.dep != "prt" and not (token.tag == "DT" and token.dep in _OBJECTS)
    if token.dep in _UNFINISHED and token.head > at:
        return True
    # "in resolving" without what: its preposition goes next.
    return token.dep == "pcomp" and token.pos == "VERB" and _lacks_object(parsed, at) and at > first


def _lacks_object(parsed: Parsed, at: int) -> bool:
    """Say whether a verb has an object that stands behind it."""
    return any(t.head == at and t.dep in _OBJECTS for t in parsed.tokens[at + 1 :])
