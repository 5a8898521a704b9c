"""Refusals and denials, by the sense of the verb: `declined to pay`, `denied that it had paid`."""

from __future__ import annotations

import re

from compare.language.facts.parse import Parse
from compare.language.facts.untruth import called_untrue, claims, negative, untrue
from compare.language.facts.wordlist import words

_REFUSALS = words(
    "refuse reject deny decline fail refrain dismiss veto rebuff oppose abstain forbid prohibit "
    "ban bar cancel withhold exclude repudiate disavow lack"
)
_DENIALS = words("deny refute rebut disavow repudiate")
_OF_CLAIMS = _DENIALS | words("dismiss reject")
# What is dismissed as untrue or unfounded; people are dismissed from office.
_DISMISSED = words(
    "claim report allegation accusation charge assertion suggestion speculation rumour rumor story "
    "possibility notion idea theory appeal plea petition motion case lawsuit suit complaint "
    "objection challenge application request demand call proposal offer plan bid criticism concern "
    "fear warning threat argument statement question doubt talk it this that"
)
_PEOPLE = words(
    "member minister candidate delegate player team party worker student voter man woman child "
    "person people"
)
_NAMES = frozenset({"PERSON", "NORP", "GPE", "ORG"})
_WITHOUT_THAT = re.compile(r"(?:barring|failing) (?:that|which),", re.IGNORECASE)
_WHO = words("i we he she who")
_MEASURES = frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
_PRESENT = frozenset({"VBZ", "VBP"})
_CLAUSES = ("xcomp", "ccomp", "pcomp")


def refuses(parse: Parse, verb: int) -> bool:
    """Say whether a verb means that something is not granted, not done or not so."""
    token = parse.tokens[verb]
    if token.lemma not in _REFUSALS or token.pos != "VERB":
        return False
    if is_without(parse, verb):
        return False
    if token.lemma in ("decline", "dismiss", "exclude") and token.dep == "amod":
        return False
    if token.lemma == "decline":
        return _declines(parse, verb)
    if token.lemma == "dismiss":
        return any(parse.tokens[c].dep == "ccomp" for c in parse.children[verb]) or any(
            parse.tokens[noun].lemma in _DISMISSED for noun in _objects(parse, verb)
        )
    if token.lemma == "exclude":
        if any(parse.word(c) == "from" for c in parse.children[verb]):  # "from the league"
            return False
        return not any(_is_people(parse, noun) for noun in _objects(parse, verb))
    return True


def is_without(parse: Parse, verb: int) -> bool:
    """Say whether `barring X` or `failing X` opens a condition."""
    token = parse.tokens[verb]
    if parse.word(verb) not in ("barring", "failing"):
        return False
    if _WITHOUT_THAT.match(parse.text, token.start):
        return True
    if parse.word(verb) == "barring" and token.dep == "prep":
        return True
    given = parse.child(verb, ("dobj", "pobj")) is not None
    opens = verb == 0 or parse.word(verb - 1) in (",", ";", "and", "or", "but")
    return given and opens and token.dep in ("advcl", "prep") and forward(parse, token.head)


def forward(parse: Parse, verb: int) -> bool:
    """Say whether a main verb is one of the future or the present, not of what was."""
    tags = {parse.tokens[c].tag for c in parse.children[verb] if parse.tokens[c].dep == "aux"}
    tag = parse.tokens[verb].tag
    return "MD" in tags or tag in _PRESENT or (tag == "VBG" and bool(tags & _PRESENT))


def denied(parse: Parse, verb: int) -> bool:
    """Say whether a verb tells what somebody denies: `denied that it had shelled the town`."""
    token = parse.tokens[verb]
    if token.dep == "conj" and parse.child(verb, ("nsubj", "nsubjpass")) is None:
        return token.head != verb and denied(parse, token.head)
    head = parse.tokens[token.head]
    if called_untrue(parse, verb):
        return True
    if token.dep == "acl":
        above = parse.tokens[head.head]
        return (
            claims(parse, token.head) == verb
            and head.dep in ("dobj", "nsubjpass")
            and (above.lemma in _OF_CLAIMS or _rules_out(parse, head.head))
            and not negative(parse, head.head)
        )
    if token.dep not in ("ccomp", "xcomp", "csubj"):
        return False
    if head.lemma in _DENIALS or _rules_out(parse, token.head):
        return not negative(parse, token.head)
    return untrue(parse, token.head) == verb


def after_nor(parse: Parse, verb: int) -> bool:
    """Say whether `nor` brings a verb in: `nor does it cover farms`."""
    head = parse.tokens[verb].head
    own = [c for c in parse.children[verb] if c < verb and parse.word(c) == "nor"]
    return bool(own) or any(
        parse.word(c) == "nor" and joined_by(parse, c) == verb for c in parse.children[head]
    )


def joined_by(parse: Parse, conjunction: int) -> int | None:
    """Return what a conjunction joins to its head."""
    head = parse.tokens[conjunction].head
    return next(
        (
            c
            for c in parse.children[head]
            if c > conjunction and parse.tokens[c].dep in ("conj", "parataxis")
        ),
        None,
    )


def hardly(parse: Parse, index: int) -> bool:
    """Say whether a word is `hardly` or `scarcely` of an act; `hardly begun when` is just begun."""
    if parse.word(index) not in ("hardly", "scarcely") or parse.tokens[index].dep != "advmod":
        return False
    if parse.tokens[parse.tokens[index].head].pos not in ("VERB", "AUX"):
        return False
    return not any(
        parse.word(i) in ("when", "before", "than") for i in range(index, len(parse.tokens))
    )


def _rules_out(parse: Parse, verb: int) -> bool:
    particle = parse.child(verb, ("prt",))
    return (
        parse.tokens[verb].lemma == "rule"
        and particle is not None
        and parse.word(particle) == "out"
    )


def _declines(parse: Parse, verb: int) -> bool:
    """Say whether `decline` means to refuse: what falls declines by a measure, or just declines."""
    if any(parse.tokens[c].dep in _CLAUSES for c in parse.children[verb]):
        return True
    objects = _objects(parse, verb)
    if objects:
        return not any(parse.tokens[noun].entity in _MEASURES for noun in objects)
    if any(parse.tokens[c].dep in ("prep", "npadvmod") for c in parse.children[verb]):
        return False
    subject = parse.child(verb, ("nsubj",))
    return subject is not None and (
        parse.word(subject) in _WHO or parse.tokens[subject].entity in _NAMES
    )


def _objects(parse: Parse, verb: int) -> list[int]:
    return [c for c in parse.children[verb] if parse.tokens[c].dep in ("dobj", "nsubjpass")]


def _is_people(parse: Parse, noun: int) -> bool:
    token = parse.tokens[noun]
    return token.lemma in _PEOPLE or token.entity in _NAMES
