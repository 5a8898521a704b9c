"""Acts that are agreed in part or not yet: `agreed in principle`, `has yet to be ratified`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

# "Tentatively agreed", "agreed in principle", "a preliminary agreement".
_LOOSELY = words("tentatively provisionally preliminarily broadly")
_LOOSE = words("tentative provisional preliminary")
_IN_PRINCIPLE = words("principle principles")
# "Is still to be agreed", "remains to be agreed", "has yet to be agreed".
_OVER = words("be have remain need")
_YET = words("yet still")


_REACH = 4  # tokens between what is agreed and the words that say how far


def loosely(parse: Parse, verb: int, noun: int | None = None) -> tuple[int, int] | None:
    """Return the words for what is not settled: `agreed in principle`, `reached a tentative deal`.

    :param noun: of the agreement, where one was reached
    """
    for child in parse.children[verb] + (() if noun is None else parse.children[noun]):
        named = is_in_principle(parse, child)
        if not named and parse.word(child) not in _LOOSELY | _LOOSE:
            continue
        last = parse.child(child, ("pobj",)) if named else noun
        ends = [i for i in (child, child if last is None else last) if abs(i - verb) <= _REACH]
        own = [parse.tokens[i] for i in (verb, *ends)]
        return min(token.start for token in own), max(token.end for token in own)
    return None


def is_in_principle(parse: Parse, index: int) -> bool:
    """Say whether a token is the "in" of `in principle`; "in principles of law" is none."""
    inner = parse.child(index, ("pobj",))
    return (
        parse.word(index) == "in"
        and inner is not None
        and parse.word(inner) in _IN_PRINCIPLE
        and not parse.children[inner]
    )


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Say whether a verb has a "to": `to ratify`, `to be ratified`."""
    helpers = {parse.word(c) for c in parse.children[verb] if parse.tokens[c].dep[:3] == "aux"}
    tag = parse.tokens[verb].tag
    return "to" in helpers and (tag == "VB" or (tag == "VBN" and "be" in helpers))


def pending(parse: Parse, verb: int) -> int | None:
    """Return the first token of `has yet to be agreed` or `remains to be agreed`; None for neither.

    :param verb: the token of the act that is still to come
    """
    head = parse.tokens[verb].head
    if head == verb or not is_infinitive(parse, verb) or parse.tokens[head].lemma not in _OVER:
        return None
    if parse.tokens[head].pos not in ("VERB", "AUX"):
        return None
    own = [c for c in (*parse.children[head], *parse.children[verb]) if parse.word(c) in _YET]
    if not own and parse.tokens[head].lemma != "remain":
        return None
    return min(head, *own) if own else head


def subject_of(parse: Parse, verb: int) -> list[str]:
    """Return the lemmas of what an act that is still to come is done to."""
    own = parse.object_lemmas(verb)
    subject = parse.child(parse.tokens[verb].head, ("nsubj", "nsubjpass"))
    if own or subject is None or parse.tokens[verb].tag == "VB":
        return own
    return parse.noun_lemmas(subject) if parse.tokens[subject].pos in ("NOUN", "PROPN") else []
