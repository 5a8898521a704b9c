"""Conditions that are denied: `not subject to any conditions`, `no preconditions were set`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_CONDITIONS = words("condition precondition pre-condition string")
_ANYTHING = words("anything any whatever")
# Verbs by which conditions are made: "no conditions were set".
_SET = words("set impose attach make put lay place state demand raise name stipulate pose tie")
_STATES = words("be become remain seem appear stay")
_NONE = words("no any")
_PRE = re.compile(r"pre-?$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)”\"'’—–])")


def denial_of(parse: Parse, verb: int) -> int | None:
    """Return the token that denies a verb: `not`, `never` or the `no` of `no longer`."""
    for child in parse.children[verb]:
        if parse.tokens[child].dep == "neg" or parse.word(child) in ("never", "neither"):
            return child
        if parse.word(child) == "longer" and child and parse.word(child - 1) == "no":
            return child - 1
    return None


def tie_denied(parse: Parse, index: int) -> int | None:
    """Return the token that denies a tie: the "not" of `is not subject to`, `doesn't depend on`.

    :param index: the first token of the tie; "not approved subject to a vote" denies the act
    """
    token = parse.tokens[index]
    if token.pos == "VERB":
        own = denial_of(parse, index)
        if own is not None or token.dep not in ("acomp", "oprd", "attr"):
            return own
    said = token.dep in ("acomp", "oprd", "attr", "prep", "advmod")
    if said and token.head != index and parse.tokens[token.head].lemma in _STATES:
        return denial_of(parse, token.head)
    return None


def freed(parse: Parse) -> list[tuple[int, int]]:
    """Return where a sentence says that there are no conditions, from the denial on."""
    found = []
    for index, token in enumerate(parse.tokens):
        if token.lemma in _CONDITIONS and token.pos == "NOUN":
            denial = _none_set(parse, index)
        elif parse.word(index) in _ANYTHING and token.dep == "pobj":
            denial = _untied(parse, index)
        else:
            continue
        if denial is None:
            continue
        other = parse.tokens[denial]
        found.append((min(other.start, token.start), max(other.end, token.end)))
    return found


def _none_set(parse: Parse, noun: int) -> int | None:
    """Return what denies conditions by their noun: `no conditions were set`, `; no conditions`."""
    token = parse.tokens[noun]
    above = parse.tokens[token.head]
    no = next((c for c in parse.children[noun] if parse.word(c) in _NONE), None)
    if no is None:
        return None
    if parse.word(no) == "any":
        if token.dep == "dobj" and above.lemma in _SET:
            return denial_of(parse, token.head)
        return _untied(parse, noun)
    if token.dep in ("nsubjpass", "dobj") and above.lemma in _SET:
        return no
    named = _PRE.search(parse.text, 0, token.start) or token.lemma.startswith("pre")
    if above.lemma == "be" and token.dep in ("attr", "nsubj"):
        there = parse.child(token.head, ("expl",)) is not None
        ends = _ENDS.match(parse.text, token.end) is not None
        return no if there and (named or ends) else None
    # Words of their own: "a full ceasefire, no conditions!"
    before = no == 0 or parse.tokens[no - 1].pos == "PUNCT"
    alone = token.head == noun or token.dep in ("appos", "npadvmod", "dep", "conj", "attr")
    return no if before and alone and _ENDS.match(parse.text, token.end) else None


def _untied(parse: Parse, noun: int) -> int | None:
    """Return what denies a tie to conditions: `is not subject to any conditions`."""
    if parse.tokens[noun].dep != "pobj":
        return None
    tie = parse.tokens[parse.tokens[noun].head].head
    if parse.tokens[tie].lemma in _TIES:
        return tie_denied(parse, tie)
    if parse.tokens[tie].lemma not in _STATES:
        return None
    inner = parse.child(tie, ("acomp", "attr"))  # "is not conditional on anything"
    known = inner is not None and parse.tokens[inner].lemma in _TIES
    return denial_of(parse, tie) if known else None


_TIES = words(
    "subject contingent conditional dependent conditioned condition depend hinge tie bind link "
    "attach"
)
