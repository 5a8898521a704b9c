"""What is to come only after something else: `after the troops have left`, `upon ratification`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.facts.dates_lean import WHEN_NOUNS
from compare.language.facts.parse import Parse
from compare.language.facts.when import MONTHS, SEASONS, WEEKDAYS
from compare.language.facts.wordlist import words

_CUE = re.compile(
    r"\b(?P<after>(?:only |not until |immediately |shortly |soon )?(?:after|following))\b"
    r"|\b(?P<upon>(?:only )?(?:up)?on)\b",
    re.IGNORECASE,
)
# What has to happen first, by noun.
_DONE = words(
    "completion ratification conclusion signature approval adoption receipt fulfilment fulfillment "
    "implementation acceptance confirmation verification finalisation finalization"
)
_ENDS = _DONE | words("end cessation withdrawal signing lifting release settlement resolution")
# "Named after", "a month after both have left" (a length of time).
_NO_WAIT = words("name call minute hour day week month year decade")
_AHEAD = words("will shall 'll ’ll may can must would should to")
_PRESENT = frozenset({"VBZ", "VBP"})
# "After the end of the year" is a date.
_TIMES = (
    WHEN_NOUNS
    | words("year season term decade century hour minute holiday winter weekend period")
    | frozenset((*MONTHS, *WEEKDAYS, *SEASONS))
)


def afterwards(parse: Parse) -> Iterator[tuple[int, int, int]]:
    """Yield the start, the end of the cue and the end of what an act still to come waits for."""
    for match in _CUE.finditer(parse.text):
        cue = parse.at(match.end() - 1)
        if parse.tokens[max(0, parse.at(match.start()) - 1)].lemma in _NO_WAIT:
            continue
        token = parse.tokens[cue]
        if token.dep == "mark" and match["after"]:
            clause = token.head
            if _is_state(parse, clause) and _ahead(parse, parse.tokens[clause].head):
                yield match.start(), match.end(), _end(parse, clause)
        elif token.dep in ("prep", "pcomp") and parse.tokens[token.head].pos in ("VERB", "AUX"):
            noun = parse.child(cue, ("pobj", "dobj"))
            if noun is None or not _is_end(parse, noun, upon=match["upon"] is not None):
                continue
            if _ahead(parse, token.head):
                yield match.start(), match.end(), _end(parse, noun)


def _ahead(parse: Parse, verb: int) -> bool:
    """Say whether an act is still to come."""
    return any(
        parse.word(child) in _AHEAD
        for child in parse.children[verb]
        if parse.tokens[child].dep.startswith("aux")
    ) and not any(parse.word(child) == "have" for child in parse.children[verb])


def _is_state(parse: Parse, verb: int) -> bool:
    """Say whether a clause tells what will be: `after the troops have left`, `after it is over`."""
    if parse.tokens[verb].dep != "advcl":
        return False
    if parse.child(verb, ("nsubj", "nsubjpass", "expl")) is None:
        return False
    helpers = {
        parse.tokens[c].tag for c in parse.children[verb] if parse.tokens[c].dep[:3] == "aux"
    }
    return bool(_PRESENT & (helpers | {parse.tokens[verb].tag}))


def _is_end(parse: Parse, noun: int, *, upon: bool) -> bool:
    """Say whether a noun is the end of something that is not a time.

    :param upon: it stands behind "on" or "upon": "on completion", not "talks on the completion"
    """
    if parse.tokens[noun].lemma not in (_DONE if upon else _ENDS):
        return False
    if upon and any(parse.word(child) == "the" for child in parse.children[noun]):
        return False
    inner = [i for i in parse.subtree(noun) if i != noun]
    return not any(
        parse.tokens[i].lemma in _TIMES or parse.tokens[i].entity in ("DATE", "TIME")
        for i in inner
        if parse.tokens[i].pos in ("NOUN", "PROPN", "NUM")
    ) and (parse.tokens[noun].lemma != "end" or bool(inner))


def _end(parse: Parse, index: int) -> int:
    return parse.tokens[parse.subtree(index)[-1]].end
