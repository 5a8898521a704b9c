"""Conditions an act hangs on: `only if …`, `once …`, `unless …`, `in exchange for …`."""

from __future__ import annotations

import re

from compare.language.facts.afterwards import afterwards
from compare.language.facts.denial import forward, is_without
from compare.language.facts.freed import freed, tie_denied
from compare.language.facts.inverted import inverted
from compare.language.facts.leeway import LEEWAY, gives_leeway
from compare.language.facts.parse import Parse, unique
from compare.language.facts.permitted import only_with
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_CUES: tuple[tuple[str, str], ...] = (
    (
        "without_preconditions",
        r"with(?:out| no) (?:any |further |prior )?(?:pre-?conditions?|conditions?|strings)"
        r"(?: attached)?|no (?:pre-?)?conditions attached"
        r"|no pre-conditions?|unconditional(?:ly)?|no strings attached|free of conditions",
    ),
    ("in_exchange", r"in exchange for|in return for|as a quid pro quo for|in (?:return|exchange)"),
    ("only_if", r"only (?:if|when|once|after|on condition that|provided that|in case)|not until"),
    (
        "unless",
        r"unless|barring|failing|without|in the absence of(?! (?:the|his|her|its|their)\b)"
        r"|absent(?= (?:an?|any|some|such|further)\b)",
    ),
    (
        "provided",
        r"(?:provided|providing)(?: that)?|on (?:the )?condition(?: that| of)?|subject to"
        r"|contingent (?:up)?on|conditional (?:up)?on|conditioned (?:up)?on|dependent (?:up)?on"
        r"|depend(?:s|ing|ed)? (?:up)?on|hing(?:e|es|ed|ing) (?:up)?on"
        r"|with the proviso that|on the understanding that",
    ),
    (
        "if",
        r"if|in case(?: of)?|in the event(?: of| that)?|assuming(?: that)?|(?:as|so) long as"
        r"|on the assumption that|supposing"
        rf"|{LEEWAY}",
    ),
    ("once", r"once|as soon as"),
    ("until", r"until|till|pending"),
)
_CUE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _CUES) + r")\b(?!-)",
    re.IGNORECASE,
)
_NOT_ONCE = re.compile(
    r"(?:once|as soon as)\s+(?:again|more|every|per|possible|in\b"
    r"|an?\s+(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)\b)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\b(?:at|all|for|than|only)\s+$", re.IGNORECASE)
# What a manner lacks, and no condition: "without delay the council will vote".
_MANNER = words(
    "delay warning notice break pause hesitation doubt question exception fail prejudice word fuss "
    "ceremony result success incident"
)
# What a clause that looks ahead has: "we will go once …", "they promised to go once …".
_MODALS = words("will shall 'll ’ll may can must would")
_PROMISES = words("promise pledge vow undertake agree intend plan ready prepared willing")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_STOP = re.compile(r"[,;:.!?)]|$")


def read_conditions(parse: Parse) -> list[Fact]:
    """Return the conditions of a sentence; the span is the whole clause with its cue."""
    facts = [
        Fact("condition", Span(start, end), "without_preconditions", ())
        for start, end in freed(parse)
    ]
    none = [fact.span for fact in facts]
    end = 0
    for match in _CUE.finditer(parse.text):
        name = str(match.lastgroup)
        if any(match.start() < span.end and span.start < match.end() for span in none):
            continue
        if match.start() < end or not _is_condition(parse, match, name):
            continue
        end = match.end()
        about: tuple[str, ...] = ()
        if name == "in_exchange" and not match.group().lower().endswith(" for"):
            pass  # what for is told in another sentence
        elif name != "without_preconditions":
            end = _clause_end(parse, match)
            about = unique(_lemmas(parse, match.end(), end), limit=12)
        facts.append(Fact("condition", Span(match.start(), end), name, about))
    facts += _without_if(parse, facts)
    return facts + _afterwards(parse, facts)


def _afterwards(parse: Parse, facts: list[Fact]) -> list[Fact]:
    """Read `after the troops have left` and `upon ratification`, of what is still to come."""
    return [
        Fact("condition", Span(start, end), "once", unique(_lemmas(parse, cue, end), limit=12))
        for start, cue, end in afterwards(parse)
        if all(end <= f.span.start or f.span.end <= start for f in facts)
    ]


def _is_condition(parse: Parse, match: re.Match[str], name: str) -> bool:
    text, start = parse.text, match.start()
    index = parse.at(start)
    if name == "once" and match.group().lower() != "once":
        index = parse.at(match.end() - 1)  # the last word of "as soon as" opens the clause
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    if name == "once":
        if _NOT_ONCE.match(text, start) or _AT_ONCE.search(text, 0, start):
            return False
        hangs = head.dep in ("advcl", "ccomp", "ROOT", "relcl") and token.dep in ("mark", "advmod")
        whole = match.group().lower() != "once"
        if hangs and (whole or _has_subject(parse, token.head, index) or _once_done(parse, index)):
            return True
        return _opens_clause(parse, parse.at(match.start()), index)
    word = match.group().lower()
    if re.fullmatch(LEEWAY, word):
        return gives_leeway(parse, match)
    if name == "in_exchange" and not word.endswith(" for"):
        return token.head != index and token.dep == "prep" and forward(parse, token.head)
    if name == "without_preconditions":
        return tie_denied(parse, index) is None
    if name == "provided" and tie_denied(parse, index) is not None:
        return False
    if word.startswith(("depend", "hing")):
        return not _is_hinge(parse, index)
    if word == "pending":
        return parse.child(index, ("pobj",)) is not None
    if word in ("barring", "failing"):
        return is_without(parse, index)
    if name == "unless" and word != "unless":
        return _lacks(parse, index, parse.at(match.end() - 1))
    if name == "until":
        return token.dep == "mark" or head.dep == "advcl"
    if match.group().lower() == "if":  # "asked if" is a question
        if re.search(r"\b(?:as|even)\s+$", text[:start], re.IGNORECASE):
            return False
        return head.dep != "ccomp" or parse.tokens[head.head].lemma not in ("ask", "wonder", "know")
    if match.group().lower() in ("provided", "providing"):
        return (
            token.pos == "SCONJ"
            or _provides(parse, index)
            or (
                token.dep in ("mark", "advcl", "prep")
                and (index == 0 or parse.word(index - 1) in (",", "and", "but"))
                and token.dep != "ROOT"
            )
        )
    return True


def _is_hinge(parse: Parse, index: int) -> bool:
    """Say whether `hinge` is a part of a door."""
    token = parse.tokens[index]
    if token.lemma != "hinge" or token.pos != "NOUN":
        return False
    before = parse.tokens[index - 1].pos if index else ""
    return token.dep != "ROOT" or before in ("DET", "ADJ", "NUM")


def _lacks(parse: Parse, index: int, last: int) -> bool:
    """Say whether `without a truce` opens a sentence on what will be, so that it is a condition."""
    opens = index == 0 or parse.word(index - 1) in (",", ";", ":", "and", "but", "that")
    noun = parse.child(last, ("pobj", "dobj"))
    if not opens or noun is None or parse.tokens[noun].lemma in _MANNER:
        return False
    verb = parse.verb_of(parse.tokens[index].head)
    told = parse.child(verb, ("ccomp",))  # "without a loan, he said, the firm would close"
    return verb > noun and (forward(parse, verb) or (told is not None and forward(parse, told)))


def _has_subject(parse: Parse, verb: int, after: int) -> bool:
    subject = parse.child(verb, ("nsubj", "nsubjpass", "expl"))
    return subject is not None and subject > after


def _opens_clause(parse: Parse, first: int, last: int) -> bool:
    """Say whether a clause follows `once`, whatever it was hung on, of what is still to come.

    :param first: the first token of the cue; `last` its last one
    """
    stop = _STOP.search(parse.text, parse.tokens[last].end)
    end = stop.start() if stop is not None else len(parse.text)
    ahead = any(
        token.lemma in _PROMISES or (token.tag == "MD" and token.lemma in _MODALS)
        for token in parse.tokens[:first]
    )
    if not ahead or (first and parse.tokens[first - 1].pos == "AUX"):  # "was once the capital"
        return False
    for verb in range(last + 1, len(parse.tokens)):
        token = parse.tokens[verb]
        subject = parse.child(verb, ("nsubj", "nsubjpass", "expl"))
        if subject is None or token.start >= end or token.pos not in ("VERB", "AUX"):
            continue
        if min(parse.subtree(subject)) == last + 1 and parse.tokens[subject].tag != "WDT":
            return _is_finite(parse, verb)
    # "Once the parts arrive": the parser may take the verb for a noun, and yet for a clause.
    head = parse.tokens[last].head
    token = parse.tokens[head]
    return token.dep == "advcl" and token.pos == "NOUN" and last + 2 < head and token.start < end


def _is_finite(parse: Parse, verb: int) -> bool:
    helpers = [
        parse.tokens[c].tag for c in parse.children[verb] if parse.tokens[c].dep[:3] == "aux"
    ]
    return any(tag in _FINITE for tag in (parse.tokens[verb].tag, *helpers))


def _once_done(parse: Parse, index: int) -> bool:
    """Say whether `once signed` tells on what something hangs that is still to come."""
    verb = parse.tokens[index].head
    token = parse.tokens[verb]
    return token.tag == "VBN" and token.dep == "advcl" and forward(parse, token.head)


def _provides(parse: Parse, index: int) -> bool:
    """Say whether `provided` has a clause and nobody who provides: `provided the fire stopped`."""
    token = parse.tokens[index]
    clause = parse.child(index, ("ccomp",))
    return (
        token.dep in ("xcomp", "advcl", "prep", "acl")
        and token.tag in ("VBN", "VBG")
        and clause is not None
        and _has_subject(parse, clause, index)
        and parse.child(index, ("nsubj", "aux", "auxpass", "dobj")) is None
    )


def _clause_end(parse: Parse, match: re.Match[str]) -> int:
    """Return where the clause ends: with the parsed clause, or at the next stop."""
    stop = _STOP.search(parse.text, match.end())
    fallback = stop.start() if stop is not None else len(parse.text)
    first = parse.at(match.start())
    tokens = parse.tokens
    last = parse.at(max(match.end() - 1, match.start()))
    clause = -1
    for index in range(first, last + 1):
        head = tokens[index].head
        if tokens[index].dep in ("mark", "advmod") and tokens[head].dep == "advcl" and head > last:
            clause = head
            break
    if clause < 0 and tokens[last].dep in ("prep", "pcomp") and parse.children[last]:
        clause = last
    if clause < 0:
        return max(fallback, match.end())
    end = tokens[parse.subtree(clause)[-1]].end
    text = parse.text[match.end() : end].rstrip(" ,;:.")
    return max(match.end() + len(text), match.end())


def _lemmas(parse: Parse, start: int, end: int) -> list[str]:
    return parse.content(i for i, t in enumerate(parse.tokens) if t.start >= start and t.end <= end)


def _without_if(parse: Parse, facts: list[Fact]) -> list[Fact]:
    """Read `should the truce fail`, and `only with notice` of what may be done."""
    read = (("if", inverted(parse)), ("only_if", only_with(parse)))
    return [
        Fact("condition", Span(start, end), name, unique(_lemmas(parse, cue, end), limit=12))
        for name, found in read
        for start, cue, end in found
        if all(end <= f.span.start or f.span.end <= start for f in facts)
    ]
