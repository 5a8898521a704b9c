"""Bounds of dates: `by June`, `since 2015`, and `not before June`, which turns one round."""

from __future__ import annotations

import re
from typing import Literal

from compare.language.facts.dates_lean import MOVES, lean
from compare.language.facts.parse import Parse
from compare.language.facts.wordlist import words

Sign = Literal["", "<=", ">="]

_BOUND = re.compile(
    r"(?<!\w)(?:(?P<by>(?P<turns>before|until|till|ahead of)|by|no later than|not later than|up to)"
    r"|(?P<since>since|from|after|as of|as from|starting(?: on| in| from)?|beginning(?: on| in)?"
    r"|effective(?: from)?|not (?:before|until|till)|(?:no|not) (?:earlier|sooner) than"
    r"|as early as)"
    r"|(?P<than>(?P<early>earlier|sooner)|later) than"
    r"|(?<!all )(?<!way )(?P<through>through))"
    r"\s+(?:on |at |in )?(?:the )?$",
    re.IGNORECASE,
)
_DENIALS = words("nobody none nothing nowhere")
_NO_DENIAL = words("doubt question secret surprise wonder")  # with "no", they affirm
_LAST = words("last final")
_FOCUS = words("only just merely simply necessarily")  # "not only before June"
# What is said of these is said of the act under them: "isn't expected to open before June".
_CARRIERS = words(
    "think believe expect want plan intend mean likely unlikely due able ready set schedule "
    "suppose allow permit"
)
# Denied with "until", these end sooner: "will not last until June".
_LASTING = MOVES | words("wait last stay remain continue survive persist linger live keep endure")
_PASSING = words("get go live sit come break")  # "got through Friday"


def bound_before(parse: Parse, start: int, to_its_end: bool) -> tuple[int, Sign] | None:
    """Return where the words begin that bound a date at an offset, and the sign they give it.

    :param to_its_end: it is a day or an end, so that "through" bounds it
    """
    match = _BOUND.search(parse.text, max(0, start - 30), start)
    if match is None:
        return None
    verb = parse.verb_of(parse.at(match.start()))
    lemma = parse.tokens[verb].lemma
    if match["through"]:
        return (match.start(), "<=") if to_its_end and lemma not in _PASSING else None
    if match["than"]:
        if not _denied(parse, verb, match.start()) or lean(parse, start) <= 0:
            return None  # "earlier than last year"
        return match.start(), ">=" if match["early"] else "<="
    if match["since"]:
        told = match["since"].lower() == "as early as" and lean(parse, start) < 0
        return match.start(), "" if told else ">="  # "offered it as early as 3 May"
    lasting = lemma in _LASTING and match["turns"] in ("until", "till")
    turned = (
        match["turns"]
        and not lasting
        and not _is_last(parse, verb)
        and (_on_none(parse, parse.at(match.start())) or _denied(parse, verb, match.start()))
    )
    return match.start(), ">=" if turned else "<="


def _is_last(parse: Parse, verb: int) -> bool:
    """Say whether something is called the last: "it won't be the last before June"."""
    return parse.tokens[verb].lemma == "be" and any(
        parse.tokens[child].dep in ("attr", "acomp")
        and _LAST & {parse.word(child), *map(parse.word, parse.children[child])}
        for child in parse.children[verb]
    )


def _on_none(parse: Parse, index: int) -> bool:
    """Say whether a phrase hangs on a noun that there is none of: `no tariffs before June`."""
    for _ in parse.tokens:
        head = parse.tokens[index].head
        if head == index or parse.tokens[head].pos not in ("NOUN", "PROPN", "ADP"):
            return False
        index = head
        if _is_none(parse, index):
            return True
    return False


def _is_none(parse: Parse, noun: int) -> bool:
    """Say whether there is none of what a noun names; "no doubt" denies nothing."""
    return parse.tokens[noun].lemma not in _NO_DENIAL and any(
        parse.word(child) == "no" for child in parse.children[noun]
    )


def _denied(parse: Parse, verb: int, end: int) -> bool:
    """Say whether an act is denied by words before an offset, on its verb or on one over it."""
    for _ in parse.tokens:
        if _denies(parse, verb, end):
            return True
        token = parse.tokens[verb]
        above = parse.tokens[token.head]
        if token.dep in ("acl", "relcl") and token.tag == "VB":
            return _is_none(parse, token.head)  # "no plan to meet before June"
        others = {parse.word(c) for c in parse.children[token.head]}
        carried = token.dep in ("xcomp", "ccomp") and above.lemma in _CARRIERS
        carried = carried or (token.dep == "xcomp" and above.lemma == "be")
        if carried and above.lemma == "unlikely":
            return True
        if token.head == verb or not (carried or (token.dep == "conj" and "or" in others)):
            return False
        verb = parse.verb_of(token.head)
    return False


def _denies(parse: Parse, verb: int, end: int) -> bool:
    """Say whether a verb's own words before an offset deny it: `not`, `nobody`, `no decision`."""
    for child in parse.children[verb]:
        token = parse.tokens[child]
        if token.start >= end:
            continue
        following = parse.word(child + 1) if child + 1 < len(parse.tokens) else ""
        if token.dep == "neg" and following not in _FOCUS:
            return True
        if token.dep == "acomp" and token.lemma == "unlikely":
            return True
        if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
            parse.word(child) in _DENIALS or _is_none(parse, child)
        ):
            return True
    return False
