"""How much of something: `all`, `some`, `most`, `part of`, `only`, `in full`."""

from __future__ import annotations

import re

from compare.language.facts.exceptions import read_exceptions
from compare.language.facts.parse import Parse, unique
from compare.language.facts.records import Fact
from compare.language.facts.wordlist import words
from compare.model import Span

_DETERMINERS = {
    "all": "all",
    "every": "all",
    "each": "all",
    "some": "some",
    "most": "most",
    "several": "several",
}
_ADJECTIVES = {
    "whole": "all",
    "entire": "all",
    "full": "all",
    "complete": "all",
    "total": "all",
    "comprehensive": "all",
    "partial": "part",
    "sole": "only",
}
_ADVERBS = {
    "fully": "all",
    "completely": "all",
    "entirely": "all",
    "wholly": "all",
    "totally": "all",
    "partially": "part",
    "partly": "part",
    "only": "only",
    "solely": "only",
    "exclusively": "only",
    "merely": "only",
    "mostly": "most",
    "largely": "most",
    "mainly": "most",
    "nationwide": "all",
    "countrywide": "all",
}
_PHRASES = (
    (
        re.compile(
            r"\b(?:a |one |some |the (?:larger|greater|smaller) )?"
            r"(?<!\bbest )(?<!\bbetter )(?<!\bgood )(?:parts?|portions?) of\b(?! the agenda)",
            re.I,
        ),
        "part",
    ),
    (re.compile(r"\b(?:the |a )?(?:best|better|good) part of\b", re.I), "most"),
    (re.compile(r"\bthe whole of\b", re.I), "all"),
    (
        re.compile(
            r"\b(?:the |a )?(?:(?:vast|overwhelming|great|large) )?majority of\b|\bthe bulk of\b",
            re.I,
        ),
        "most",
    ),
    (re.compile(r"\b(?:a |the )?minority of\b", re.I), "some"),
    (re.compile(r"\bin (?:full|their entirety|its entirety|whole)\b", re.I), "all"),
    (re.compile(r"\bin part\b", re.I), "part"),
)
_IDIOM = re.compile(
    r"\b(?:not only|at all|above all|after all|first of all|once and for all|in all|all the more"
    r"|all right|only (?:if|when|once|after)|if only|all told|all but|each other|all along"
    r"|full[- ]time|at most|for the most part|some(?:what| more time)|not all that)\b",
    re.IGNORECASE,
)
# Before "all" and its like they make it less than all; "not" alone doesn't say how much less.
_NEARLY = re.compile(
    r"\b(?:(?P<some>not)\s+|(?:almost|nearly|virtually|practically|just about|not quite)\s+"
    r"(?:(?:the|an?|its|their|our|his|her)\s+)?)\Z",
    re.IGNORECASE,
)
_NEAR = 30  # code points before "all" in which such words stand
NEARLY_ALL = "nearly all"
_TIMES = words("day year week month time night morning hour minute round")
_SPANS = _TIMES | words("decade century season term life")
_PRONOUNS = words("everyone everybody everything")


def read_scope(parse: Parse) -> list[Fact]:
    """Return the words of extent in a sentence; `about` is the noun or act they limit."""
    idioms = [match.span() for match in _IDIOM.finditer(parse.text)]
    facts, wholes = read_exceptions(parse)
    for index, token in enumerate(parse.tokens):
        if any(low <= token.start < high for low, high in idioms):
            continue
        read = _of_token(parse, index)
        if read is not None:
            value, about = read[0], [lemma for lemma in read[1] if lemma != token.lemma]
            start = token.start
            if value == "all" and index not in wholes:
                start, value = _less_than_all(parse.text, start)
            elif index in wholes:
                value = "except"
            facts.append(Fact("scope", Span(start, token.end), value, unique(about)))
    for pattern, value in _PHRASES:
        for match in pattern.finditer(parse.text):
            noun = _after(parse, match.end())
            if noun[:1] and noun[0] in _SPANS:  # "the better part of a day"
                continue
            start, end = match.span()
            if value == "all":
                start, value = _less_than_all(parse.text, start)
            facts.append(Fact("scope", Span(start, end), value, unique(noun)))
    return facts


def _less_than_all(text: str, start: int) -> tuple[int, str]:
    """Return where a word for all begins and its value, with `almost` and `not` before it."""
    nearly = _NEARLY.search(text, max(0, start - _NEAR), start)
    if nearly is None:
        return start, "all"
    return nearly.start(), "some" if nearly["some"] else NEARLY_ALL


def _of_token(parse: Parse, index: int) -> tuple[str, list[str]] | None:
    token, word = parse.tokens[index], parse.word(index)
    head = parse.tokens[token.head]
    if word in _DETERMINERS:
        if head.pos in ("ADJ", "ADV", "NUM") and token.head != index and word in ("most", "some"):
            return None  # "most important", "some 40"
        following = parse.tokens[index + 1] if index + 1 < len(parse.tokens) else None
        if following is not None and word == "some" and following.pos == "NUM":
            return None
        if word == "most" and following is not None and following.pos in ("ADJ", "ADV"):
            return None
        nouns = _noun_of(parse, index)
        if nouns[:1] and nouns[0] in _TIMES:
            return None
        if not nouns and token.pos not in ("PRON", "DET"):
            return None
        if word == "each" and not nouns and parse.child(token.head, ("nummod",)) is not None:
            return "each", parse.noun_lemmas(token.head)  # "40 crowns each"
        return _DETERMINERS[word], nouns
    if word in _PRONOUNS:
        return "all", parse.act_lemmas(parse.verb_of(index))
    if word in _ADJECTIVES and token.dep == "amod" and head.pos in ("NOUN", "PROPN"):
        if head.lemma in _TIMES and word == "full":
            return None
        return _ADJECTIVES[word], [x for x in parse.noun_lemmas(token.head) if x != token.lemma]
    if word in _ADVERBS and token.pos in ("ADV", "ADJ", "PART"):
        return _ADVERBS[word], _limited(parse, index)
    return None


def _noun_of(parse: Parse, index: int) -> list[str]:
    """Return the noun of a determiner, through `of` where it stands alone."""
    token = parse.tokens[index]
    if (
        token.head != index
        and parse.tokens[token.head].pos in ("NOUN", "PROPN")
        and token.dep in ("det", "predet", "amod", "nmod", "nummod")
    ):
        return parse.noun_lemmas(token.head)
    preposition = parse.child(index, ("prep",))
    noun = None if preposition is None else parse.child(preposition, ("pobj",))
    return [] if noun is None else parse.noun_lemmas(noun)


def _limited(parse: Parse, index: int) -> list[str]:
    """Return what an adverb such as `only` limits."""
    head = parse.tokens[index].head
    token = parse.tokens[head]
    if token.pos == "ADP":
        noun = parse.child(head, ("pobj",))
        if noun is not None:
            return parse.noun_lemmas(noun)
    if token.pos in ("NOUN", "PROPN"):
        return parse.noun_lemmas(head)
    if token.pos == "NUM":
        above = parse.tokens[token.head]
        return [token.lemma, above.lemma]
    return parse.act_lemmas(head)


def _after(parse: Parse, end: int) -> list[str]:
    """Return the noun after `of`, or the act before `in full`."""
    index = parse.at(max(0, end - 1))
    noun = parse.child(index, ("pobj",))
    if noun is not None:
        return parse.noun_lemmas(noun)
    verb = parse.verb_of(index)
    return parse.act_lemmas(verb)
