"""Claims that are called untrue: `it is false that`, `reports that it was hit are a lie`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_CLAIMS = words(
    "claim report allegation accusation charge assertion suggestion speculation rumour rumor story "
    "possibility notion idea"
)
_SAYINGS = _CLAIMS | words("statement assumption insinuation news information allegation account")
_TRUE = words("true correct accurate")
FALSE = words("untrue false incorrect baseless unfounded groundless bogus fictitious fabricated")
LIES = words("lie fabrication nonsense invention falsehood fiction untruth hoax myth")
_TELLS = words("tell spread repeat hear believe invent know like make")
_NONE = words("no none nobody nothing neither")
_OF_NOUN = ("acl", "relcl", "ccomp")


def negative(parse: Parse, verb: int) -> bool:
    """Say whether `not` or `never` stands with a verb, or `no` with its subject or object."""
    for child in parse.children[verb]:
        if parse.tokens[child].dep == "neg" or parse.word(child) in ("never", "neither"):
            return True
        if parse.tokens[child].dep in ("nsubj", "nsubjpass", "dobj"):
            inside = (child, *parse.children[child])
            if any(parse.word(c) in _NONE for c in inside):
                return True
    return False


def claims(parse: Parse, noun: int) -> int | None:
    """Return the verb of the clause that a noun claims: `reports that the bank had closed`."""
    clause = parse.child(noun, ("acl",))
    if clause is None or parse.tokens[noun].lemma not in _CLAIMS:
        return None
    return clause if parse.child(clause, ("nsubj", "nsubjpass", "expl")) is not None else None


def untrue(parse: Parse, verb: int) -> int | None:
    """Return the verb of the clause that is called untrue: `it is not true that they paid`.

    :param verb: the "is" of `it is false that`, or of `reports that they paid are a lie`
    """
    if parse.tokens[verb].lemma != "be":
        return None
    said = parse.child(verb, ("acomp", "attr"))
    if said is None or not _is_untrue(parse, verb, said):
        return None
    return _clause(parse, verb, said)


def _clause(parse: Parse, verb: int, said: int) -> int | None:
    """Return the verb of the clause that is called something."""
    noun = _subject(parse, verb)
    if noun is not None and parse.word(noun) not in ("it", "this", "that"):
        return _said(parse, noun) if parse.tokens[noun].lemma in _SAYINGS else None
    clause = parse.child(verb, ("ccomp", "csubj"))
    if clause is None and parse.tokens[said].lemma in LIES:
        return _said(parse, said, of_it=noun is not None)
    return clause if clause is not None else parse.child(said, ("ccomp",))


def no_lie(parse: Parse, verb: int) -> bool:
    """Say whether a claim is said not to be untrue: `it is no lie that`, `is not false that`."""
    said = parse.child(verb, ("acomp", "attr"))
    if parse.tokens[verb].lemma != "be" or said is None:
        return False
    false = parse.word(said) in FALSE or parse.tokens[said].lemma in LIES
    return false and not _is_untrue(parse, verb, said) and _clause(parse, verb, said) is not None


def untrue_word(parse: Parse, index: int) -> int | None:
    """Return the verb of the clause that a word calls untrue: the "lie" of `is a lie`."""
    token = parse.tokens[index]
    if token.dep not in ("acomp", "attr") or not (
        parse.word(index) in FALSE or token.lemma in LIES
    ):
        return None
    return untrue(parse, token.head)


def called_untrue(parse: Parse, verb: int) -> bool:
    """Say whether a verb is that of a clause which is called untrue, behind a noun."""
    token = parse.tokens[verb]
    if token.dep not in _OF_NOUN or parse.tokens[token.head].pos not in ("NOUN", "PROPN"):
        return False
    noun = parse.tokens[token.head]
    places = [noun.head, *(c for c in parse.children[token.head] if parse.tokens[c].pos == "AUX")]
    return any(untrue(parse, place) == verb for place in places)


def _is_untrue(parse: Parse, verb: int, said: int) -> bool:
    """Say whether a predicate calls something untrue: `is a lie`, not `is no lie`."""
    word = parse.word(said)
    none = any(parse.word(c) in _NONE for c in parse.children[said])
    if negative(parse, verb) or none:
        return word in _TRUE
    return word in FALSE or parse.tokens[said].lemma in LIES


def _subject(parse: Parse, verb: int) -> int | None:
    """Return the subject; the parser takes "Claims that … are a lie" for a noun with a clause."""
    subject = parse.child(verb, ("nsubj", "nsubjpass"))
    head = parse.tokens[verb].head
    if subject is None and head < verb and parse.tokens[head].pos == "NOUN":
        return head if parse.tokens[verb].dep in ("auxpass", "relcl", "acl", "aux") else None
    return subject


def _said(parse: Parse, noun: int, *, of_it: bool = False) -> int | None:
    """Return the verb of the clause with "that" behind a noun.

    :param of_it: "it" is what the noun tells: the parser may take "that" for what was paid in `it
        is a lie that they had paid`; in `it is a lie that they told` it is
    """
    for child in parse.children[noun]:
        token = parse.tokens[child]
        if token.dep in _OF_NOUN and token.pos in ("VERB", "AUX"):
            who = parse.child(child, ("nsubj", "nsubjpass", "expl"))
            mark = parse.child(child, ("mark",))
            if who is not None and mark is not None and parse.word(mark) == "that":
                return child
            behind = noun + 1 < len(parse.tokens) and parse.word(noun + 1) == "that"
            if of_it and who is not None and who > noun + 1 and behind:
                return None if token.lemma in _TELLS else child
    return None
