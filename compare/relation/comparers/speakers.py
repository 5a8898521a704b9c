"""Who "I" is: the speaker of a statement, as the line above it names them."""

from __future__ import annotations

import re

from compare.language.facts import Fact
from compare.language.facts.mentions import COUNTRY, listed_name
from compare.language.facts.spelling import fold
from compare.language.facts.titles import OFFICE
from compare.model import Side, Statement
from compare.relation.context import LinkContext

_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_PEOPLE = re.compile(r"[^\W\d_]{3,}an\Z")  # "Drevlian": of Drevlia
_NAME = re.compile(r"[^\W\d_]{4,}")
_LANDS = ("country", "place", "org", "name")
_WITH = r"\bwith\s[^.!?;:]{0,60}\bof\s+(?:the\s+)?"  # "a call with the Premier of Tarn"
_STEM = 4  # letters by which "Amaran" is of Amara
_SMALL = frozenset({"the", "of", "and", "for", "a", "an", "our", "his", "her", "their", "mr", "ms"})


def _identity(written: str, doer: Fact) -> set[str]:
    """Return what tells who is meant: the words, and the countries that they name.

    :param doer: who is looked for; where it is a person, "Julian" is no adjective of "Julia"
    """
    names = [listed_name(match["name"]) for match in COUNTRY.finditer(written)]
    said = set(fold(written).split()) - _SMALL
    if not doer.value.startswith("person:"):
        said |= {word[:-1] for word in said if _PEOPLE.match(word)}
    return said | {name.value for name in names if name is not None}


def _offices(written: str) -> set[str]:
    return {match["office"].casefold().split()[-1] for match in _OFFICE.finditer(written)}


def says_i(statement: Statement, doer: Fact) -> bool:
    """Say whether a doer is the speaker alone, not a "we" that may be both sides."""
    return statement.slice(doer.span).casefold() == "i"


def one_says_we(context: LinkContext, one: Fact, other: Fact) -> bool:
    """Say whether one side says "we", which may be both, and the other names somebody."""
    speaks = [fact.value == "speaker" for fact in (one, other)]
    alone = says_i(context.a, one), says_i(context.b, other)
    return speaks[0] != speaks[1] and not any(alone)


def is_speaker(mine: Statement, theirs: Statement, doer: Fact) -> bool:
    """Say whether the doer whom the other side names is the speaker of `mine`, by name or country.

    :param doer: in `theirs`
    """
    return bool(_meant(theirs, doer) & _identity(mine.speaker or "", doer))


def is_another(mine: Statement, theirs: Statement, doer: Fact) -> bool:
    """Say whether the doer whom the other side names can't be the speaker of `mine`.

    So it is where the doer shares a name or a country with the other speaker and none with this
    one, and where the two hold other offices ("the President" beside a Governor).

    :param doer: in `theirs`
    """
    if not mine.speaker or is_speaker(mine, theirs, doer):
        return False
    if is_speaker(theirs, theirs, doer):
        return True
    held, named = _offices(mine.speaker), _offices(theirs.slice(doer.span))
    return bool(held and named) and not held & named


def _meant(statement: Statement, doer: Fact) -> set[str]:
    return _identity(statement.slice(doer.span), doer) | {
        f"country:{doer.value.rpartition(':')[2]}"
    }


def is_left_over(context: LinkContext, side: Side, named: Fact) -> bool:
    """Say whether a party can only be the speaker of one side, who isn't named there.

    Of two who talk with each other a first person names the other one's land: "a call with the
    Premier of Tarn". A land of the other side's that is nowhere in it is then the speaker's own.

    :param side: that of the first person
    :param named: of the other side
    """
    mine, theirs = (context.a, context.b) if side == "a" else (context.b, context.a)
    said, told = context.said(side), context.said("b" if side == "a" else "a")
    stems = [word.group()[:_STEM] for word in _NAME.finditer(theirs.slice(named.span))]
    stems = [stem for stem in stems if stem[0].isupper()]
    if not stems or named.value.partition(":")[0] not in _LANDS or named.value in said.names:
        return False
    if any(re.search(rf"\b{stem}", mine.text, re.IGNORECASE) for stem in stems):
        return False
    lands = (name.split(":", 1) for name in said.names & told.names)
    return any(
        kind in (*_LANDS, "person")  # a land that no list has may be taken for one
        and not any(land.startswith(stem.lower()) for stem in stems)
        and re.search(_WITH + re.escape(land) + r"\b", mine.text, re.IGNORECASE)
        for kind, land in lands
    )
