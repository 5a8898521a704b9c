"""Dates that only name a thing: `last year's report`, `the 2027 budget`, `the treaty of 3 May`."""

from __future__ import annotations

from compare.language.facts.dates_bounds import bound_before
from compare.language.facts.dates_lean import WHEN_NOUNS
from compare.language.facts.parse import Parse
from compare.language.facts.when import SEASONS
from compare.language.facts.wordlist import words

# Words of one kind of event, each the same as the others here.
MEETINGS = words("meeting meet talk talks call summit session conversation speak conference")
ATTACKS = words("attack strike shelling shell bombing bomb bombardment raid assault hit")
_EVENTS = MEETINGS | ATTACKS | words("vote debate visit hearing ceremony round match election")
_HARMS = words("kill wound injure hurt hit damage destroy")
_AT = words("at in during")
# "Friday's deadline", "the summer season", "the 2027 fiscal year" are times themselves.
_TIMES = WHEN_NOUNS | words(
    "deadline date year decade century season period term time hour minute evening night "
    "afternoon noon midnight dawn weekend anniversary"
)
# What is known by its day where "of" or "dated" joins both: "the contract of 14 June 2019".
_DATED = _EVENTS | words(
    "contract agreement treaty accord pact deal convention protocol charter letter note memorandum "
    "memo report notice decision ruling judgment judgement verdict order decree ordinance law act "
    "statute regulation directive resolution communique declaration licence license permit lease "
    "mandate incident accident"
)
_OF = words("of by with between")
_NUMBERED = words("no no. nos nos. number №")  # "Law No. 58 of 3 May"
_MODIFIERS = words("poss compound nummod amod nmod")
_OWN = words("amod compound nmod")


def named_by(parse: Parse, start: int, end: int) -> int | None:
    """Return the noun that a date only names; None where it tells when something is done.

    "At Monday's meeting they agreed" tells when they agreed.
    """
    first, date = parse.at(start), parse.at(end - 1)
    while first <= parse.tokens[date].head < date:
        date = parse.tokens[date].head
    known = _known_by(parse, first)
    if known is not None:
        return None if _tells_when(parse, known) else known
    token = parse.tokens[date]
    noun = token.head
    named = parse.tokens[noun]
    if token.dep not in _MODIFIERS or named.start < end or named.pos not in ("NOUN", "PROPN"):
        return None
    if named.lemma in _TIMES:
        return None
    return None if _tells_when(parse, noun) and not _is_season(parse, start, end) else noun


def _known_by(parse: Parse, first: int) -> int | None:
    """Return the noun before "of" or "dated" that a date belongs to: `the treaty of 3 May`.

    Whose it is may stand between: "the decision of the court of 3 May".

    :param first: where the date begins
    """
    link = first - 1
    if link < 1 or parse.word(link) not in ("of", "dated"):
        return None
    noun = parse.tokens[link].head
    for _ in range(3):
        token = parse.tokens[noun]
        if token.pos not in ("NOUN", "PROPN") or noun >= link:
            break
        if token.lemma in _DATED:
            return noun
        over = token.head
        if token.dep != "pobj" or parse.tokens[over].lemma not in _OF:
            break
        noun = parse.tokens[over].head
    return _numbered(parse, link)


def _numbered(parse: Parse, link: int) -> int | None:
    """Return the noun before its number, a comma or nothing: `Law No. 58 of`, `a letter, dated`."""
    at = link - 1
    while at > 0 and (
        parse.word(at) in _NUMBERED
        or any(character.isdigit() for character in parse.word(at))
        or not any(character.isalpha() for character in parse.word(at))
    ):
        at -= 1
    return at if at >= 0 and parse.tokens[at].lemma in _DATED else None


def _tells_when(parse: Parse, noun: int) -> bool:
    """Say whether what a clause tells was done at an event: `at Monday's meeting they agreed`."""
    token = parse.tokens[noun]
    above = parse.tokens[token.head]
    if token.dep == "pobj":
        clause = parse.tokens[above.head].pos in ("VERB", "AUX")
        return token.lemma in _EVENTS and clause and above.lemma in _AT
    return token.dep == "nsubj" and token.lemma in ATTACKS and above.lemma in _HARMS


def _is_season(parse: Parse, start: int, end: int) -> bool:
    return bool(SEASONS.keys() & set(parse.text[start:end].lower().split()))


def name_end(parse: Parse, start: int, end: int, noun: int) -> int:
    """Return where the words of a date end: those of a season with the noun that it modifies."""
    return parse.tokens[noun].end if _is_season(parse, start, end) else end


def name_start(parse: Parse, start: int, end: int) -> int:
    """Return where the words of a date begin: those of a season with what bounds the noun."""
    bound = bound_before(parse, start, False) if _is_season(parse, start, end) else None
    return start if bound is None else bound[0]


def name_lemmas(parse: Parse, noun: int, end: int) -> tuple[str, ...]:
    """Return the lemmas of a thing that a date names, the noun first, without those of the date."""
    own = [parse.tokens[child] for child in parse.children[noun]]
    before = parse.tokens[noun].start < end  # "the arms treaty of 3 May"
    lemmas = [t.lemma for t in own if t.dep in _OWN and (before or t.start >= end)]
    return parse.tokens[noun].lemma, *lemmas
