"""How reasons quote the words that they stand on: how firmly what is meant, not "agreed" alone."""

from __future__ import annotations

from dataclasses import replace

from compare.model import Side, Span
from compare.relation.context import Difference, LinkContext
from compare.relation.fitting import SIDES
from compare.relation.parsed import VERBS, Parsed
from compare.relation.phrases import LONGEST, whole_phrase

_SAID = frozenset(("xcomp", "ccomp", "acl", "pcomp"))
_CAUSES = frozenset(("have", "let", "make"))
_PASSIVE = frozenset(("nsubjpass",))


def with_acts(context: LinkContext, item: Difference) -> Difference:
    """Return a reason that quotes how firmly each side puts it with what is put so.

    "A says “agreed”" leaves open on what; "A says “agreed to a truce”" doesn't. Other reasons are
    returned as they are.
    """
    if item.kind != "commitment" or item.a is None or item.b is None:
        return item
    own = item.a, item.b
    whole = [_whole(context, side, span) for side, span in zip(SIDES, own, strict=True)]
    note = item.note
    for side, *spans in zip(SIDES, own, whole, strict=True):
        before, after = (f"{side.upper()} says {context.quote(side, span)}" for span in spans)
        if before not in note:
            return item
        note = note.replace(before, after, 1)
    return replace(item, a=whole[0], b=whole[1], note=note)


def _whole(context: LinkContext, side: Side, span: Span) -> Span:
    """Return the words with their object, with what is agreed to, or with what is to be done."""
    parsed = Parsed(context, side)
    whole = whole_phrase(context, side, span)
    edges = parsed.within(whole)
    if edges is None:
        return whole
    first, last = edges
    top = next(iter(parsed.tops(first, last)), first)
    clause = _act(parsed, parsed.child(top, _SAID))
    if clause is not None and clause > last and parsed.tokens[clause].pos in VERBS:
        more = whole_phrase(context, side, parsed.span(first, clause))
        whole = more if more.end - more.start <= LONGEST else whole
    first = _with_subject(parsed, top, first)
    longer = Span(parsed.tokens[first].start, whole.end)
    return longer if longer.end - longer.start <= LONGEST else whole


def _act(parsed: Parsed, clause: int | None) -> int | None:
    """Return the verb of what is to be done: "start" of "to have our teams start talks"."""
    if clause is None or parsed.tokens[clause].lemma not in _CAUSES:
        return clause
    done = parsed.child(clause, _SAID)
    return done if done is not None and done > clause else clause


def _with_subject(parsed: Parsed, verb: int, first: int) -> int:
    """Return where the subject of a passive begins, or where the words do: what "was agreed"."""
    subject = next((at for at in parsed.children[verb] if parsed.tokens[at].dep in _PASSIVE), None)
    if subject is None or subject >= first:
        return first
    low, high = parsed.under(subject)
    return low if high + 1 == first and parsed.tokens[subject].pos != "PRON" else first
