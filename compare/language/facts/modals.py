"""Modals and their like: `will`, `may`, `must`, `is to`, `is set to`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.pending import is_infinitive

_MODALS = {
    "will": "will",
    "shall": "will",
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "would": "will",
    "may": "considered",
    "might": "considered",
    "could": "considered",
    "must": "demanded",
    "should": "called_for",
    "ought": "called_for",
}


def modal_of(parse: Parse, index: int) -> tuple[str, int, int] | None:
    """Return the rung of a modal, `be to` or `be going to`, and its words."""
    token = parse.tokens[index]
    for child in parse.children[index]:
        rung = _MODALS.get(parse.word(child))
        if rung and parse.tokens[child].dep in ("aux", "auxpass"):
            if (
                parse.word(child) in ("would", "could", "should", "might")
                and token.tag == "VBN"
                and (
                    parse.child(index, ("aux",)) is not None
                    and any(parse.word(c) == "have" for c in parse.children[index])
                )
            ):
                return "", 0, 0  # "would have sent": it wasn't
            if parse.word(child) == "should" and _inverted(parse, index, child):
                return None
            if parse.word(child) == "would" and token.lemma == "like":
                rung = "plans"
            return rung, parse.tokens[child].start, parse.tokens[child].end
    if token.dep == "xcomp" and is_infinitive(parse, index):  # "is to meet", "are set to open"
        head = parse.tokens[token.head]
        to = parse.child(index, ("aux",))
        if to is None or parse.word(to) != "to":
            return None
        if any(parse.word(c) == "yet" for c in parse.children[token.head]):
            return None
        if head.lemma == "be" and head.pos in ("AUX", "VERB"):
            return "will", head.start, parse.tokens[to].end
        if parse.word(token.head) in ("going", "set", "due", "bound"):
            return "will", head.start, parse.tokens[to].end
    return None


def _inverted(parse: Parse, verb: int, modal: int) -> bool:
    """Say whether the modal stands before its subject: `should the truce fail`."""
    subject = parse.child(verb, ("nsubj", "nsubjpass"))
    return subject is not None and modal < subject
