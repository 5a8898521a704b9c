"""Whether a side asserts what a verb tells, of what, and as of when."""

from __future__ import annotations

from typing import Literal

from compare.language.facts.wordlist import words
from compare.model import Side
from compare.relation.context import LinkContext
from compare.relation.parsed import Parsed

# Of now and of what will be; what came about, and what was then.
When = Literal["now", "ahead", "came", "was"]

_NEVER = words("not n't n’t never hardly no neither nor")
_AHEAD = words("will shall 'll ’ll wo")
_SAYING = words(
    "say tell announce report state confirm add note insist stress claim declare maintain assure "
    "inform understand acknowledge admit concede write learn reveal emphasise emphasize reiterate "
    "point show recall affirm explain indicate mean see find hear disclose"
)
_OPEN_MARKS = words("if unless until till once whether lest before that so in case provided as")
_HANGING = words("ccomp xcomp acl pcomp csubj")
_GROUPS = words("pair group number couple dozen all both each total")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def subject_of(parsed: Parsed, at: int) -> int | None:
    """Return the noun that a verb is said of, its own or that of the verb it stands beside."""
    for _ in range(4):
        near = [at, *(c for c in parsed.children[at] if parsed.tokens[c].dep == "auxpass")]
        below = (c for place in near for c in parsed.children[place])  # "stays" of "stays shut"
        own = next((c for c in below if parsed.tokens[c].dep in SUBJECTS), None)
        token = parsed.tokens[at]
        if own is not None:
            relative = parsed.tokens[own].tag in ("WDT", "WP")
            return _noun(parsed, token.head if relative and token.dep == "relcl" else own)
        if token.dep != "conj":
            return None
        at = token.head
    return None


def _noun(parsed: Parsed, at: int) -> int:
    """Return what a group is of: "reporters" of "the pair of reporters"."""
    if parsed.tokens[at].lemma in _GROUPS:
        for of in parsed.children[at]:
            if parsed.word(of) == "of":
                return next((c for c in parsed.children[of] if parsed.tokens[c].dep == "pobj"), at)
    return at


def is_denied(parsed: Parsed, at: int) -> bool:
    near = {parsed.word(c) for c in parsed.children[at]} | {
        parsed.tokens[c].lemma for c in parsed.children[at]
    }
    subject = next((c for c in parsed.children[at] if parsed.tokens[c].dep in SUBJECTS), None)
    by_subject = subject is not None and any(
        parsed.word(c) in ("no", "neither") for c in parsed.children[subject]
    )
    longer = any(
        parsed.word(c) == "longer" and {parsed.word(g) for g in parsed.children[c]} & {"no", "any"}
        for c in parsed.children[at]
    )
    return bool(near & _NEVER) != by_subject or longer


def as_of(parsed: Parsed, at: int) -> When | None:
    """Return as of when a finite verb is told; None for what may, should or might be."""
    token = parsed.tokens[at]
    helpers = [parsed.tokens[c] for c in parsed.children[at] if parsed.tokens[c].dep[:3] == "aux"]
    tags = {token.tag, *(helper.tag for helper in helpers)}
    modal = [helper.lemma for helper in helpers if helper.tag == "MD"]
    if modal:
        told = token.head != at and parsed.tokens[token.head].lemma in _SAYING
        return "ahead" if set(modal) <= _AHEAD or (modal == ["would"] and told) else None
    if token.dep == "conj" and not helpers:  # "will go and stay", "was seized and is held"
        over = parsed.tokens[token.head]
        if token.tag == over.tag and not any(
            parsed.tokens[c].dep in SUBJECTS for c in parsed.children[at]
        ):
            return as_of(parsed, token.head)
    told = token.dep == "ccomp" and parsed.tokens[token.head].lemma in _SAYING
    if not told and any(helper.lemma == "have" and helper.tag == "VBD" for helper in helpers):
        return None  # "had been called off", before something else
    if token.tag == "VB" or any(helper.lemma == "to" for helper in helpers):
        return None
    if {"VBZ", "VBP"} & tags:
        return "now"
    return "came" if "VBD" in tags else None


def is_perfect(parsed: Parsed, at: int) -> bool:
    return any(
        parsed.tokens[c].lemma == "have" and parsed.tokens[c].dep == "aux"
        for c in parsed.children[at]
    )


def is_asserted(context: LinkContext, side: Side, parsed: Parsed, at: int) -> bool:
    """Say whether a side itself says it: not under "if", nor wished, asked or denied."""
    place = parsed.tokens[at].start
    for fact in context.of_kind(side, "condition"):
        near = fact.span.start <= place < fact.span.end
        if fact.value != "without_preconditions" and (near or fact.value != "once"):
            return False
    for _ in range(len(parsed.tokens)):
        token = parsed.tokens[at]
        over = parsed.tokens[token.head]
        marks = {parsed.word(c) for c in parsed.children[at] if parsed.tokens[c].dep == "mark"}
        if token.dep == "advcl" and marks & _OPEN_MARKS:
            return False
        told = token.dep == "ccomp" and over.lemma in _SAYING
        if token.dep in _HANGING and (not told or is_denied(parsed, token.head)):
            return False
        if token.head == at:
            return True
        at = token.head
    return True
