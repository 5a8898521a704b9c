"""Denials by a time or a way: `at no point`, `on no occasion`, `under no circumstances`."""

from __future__ import annotations

from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

_EMPTY = words("time way case circumstance account mean means event")
# Only behind "at" or "on": "at no point", and not "there is no point".
_TIMES = words("point stage occasion moment juncture instant")
_AT = words("at on")
_WHEN = words("at on in under by for")  # not "with no means"
_INVERTED = words("ccomp acl xcomp advcl acomp")
_FORMS = words("VBN VBG VB VBD")


def is_never(parse: Parse, no: int) -> bool:
    """Say whether a token is the "no" of `at no point` or `in no way`."""
    noun = parse.tokens[no].head
    if parse.word(no) != "no" or noun == no or in_no_time(parse, no):
        return False
    lemma = parse.tokens[noun].lemma
    if lemma in _EMPTY:
        return True
    return lemma in _TIMES and no > 0 and parse.word(no - 1) in _AT


def in_no_time(parse: Parse, no: int) -> bool:
    """Say whether a token is the "no" of `in no time`, which is soon."""
    before = parse.word(no - 1) if no else ""
    return before == "in" and parse.tokens[parse.tokens[no].head].lemma == "time"


def main_verb(parse: Parse, verb: int) -> int:
    """Return the verb that an auxiliary belongs to, in a question's order too: `was it discussed`.

    The parser takes the auxiliary for the verb there, and the verb for a clause below it.
    """
    token = parse.tokens[verb]
    if token.pos != "AUX":
        return verb
    if token.dep in ("aux", "auxpass"):
        return token.head
    subject = parse.child(verb, ("nsubj", "nsubjpass"))
    if subject is not None and subject < verb:
        return verb
    below = parse.children[verb] + (() if subject is None else parse.children[subject])
    for child in below:
        inner = parse.tokens[child]
        if inner.dep not in _INVERTED or inner.tag not in _FORMS or child < verb:
            continue
        who = parse.child(child, ("nsubj", "nsubjpass"))
        if parse.child(child, ("mark", "aux", "auxpass")) is None and (subject is None or not who):
            return child
    return verb


def act_of(parse: Parse, no: int) -> tuple[int, list[str]]:
    """Return the verb that `at no point` denies, and the lemmas of its act."""
    noun = parse.tokens[no].head
    above = parse.verb_of(noun)
    verb = main_verb(parse, above)
    lemmas = parse.act_lemmas(verb)
    passive = verb != above or parse.child(verb, ("auxpass",)) is not None
    found = (parse.child(place, ("nsubj",)) for place in (above, verb))
    subject = next((noun for noun in found if noun is not None), None)
    if passive and subject is not None and parse.tokens[subject].pos in ("NOUN", "PROPN"):
        lemmas += parse.noun_lemmas(subject)  # "was the loan discussed"
        for of in parse.children[subject]:
            inner = parse.child(of, ("pobj",))
            lemmas += [] if inner is None else parse.noun_lemmas(inner)
    return verb, [lemma for lemma in lemmas if lemma != parse.tokens[noun].lemma]


def never_done(parse: Parse, verb: int) -> bool:
    """Say whether `at no point` or `in no way` stands with a verb."""
    above = [verb] + [c for c in parse.children[verb] if parse.tokens[c].dep in ("aux", "auxpass")]
    head = parse.tokens[verb].head
    over = (head, parse.tokens[head].head)
    above += [place for place in over if place != verb and main_verb(parse, place) == verb]
    for place in above:
        for child in parse.children[place]:
            noun = parse.child(child, ("pobj",)) if parse.word(child) in _WHEN else None
            if noun is not None and any(is_never(parse, c) for c in parse.children[noun]):
                return True
    return False
