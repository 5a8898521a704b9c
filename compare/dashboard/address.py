"""What the page shows, as the link to it has it: event, pair, filters and finding."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar, get_args
from urllib.parse import urlencode

from compare.dashboard.selection import STATES, Filter
from compare.model import EVIDENCE_KINDS
from compare.report.words import KINDS, LETTERS
from compare.sources.samples import BUILT_IN

Page = Literal["compare", "overview", "events", "new", "add"]
PAGES: tuple[Page, ...] = get_args(Page)
_UNSURE = "unsure"  # beside the kinds of point that a link shows
_LONGEST = 200  # characters of a search that a link carries
_EVENT = re.compile(r"[a-z0-9-]{1,72}")
_FINDING = re.compile(r"[0-9a-f]{16}")
T = TypeVar("T", bound=str)


@dataclass(frozen=True, slots=True)
class Address:
    """One page with all that is set on it."""

    page: Page = "compare"
    event: str = BUILT_IN
    pair: tuple[int, int] = (0, 1)
    wanted: Filter = field(default_factory=Filter)
    finding: str = ""


def query(address: Address) -> str:
    """Return an address as the query of a link; what is as usual is left out."""
    wanted = address.wanted
    parts = {
        "page": address.page if address.page != "compare" else "",
        "event": address.event if address.page in ("compare", "overview", "add") else "",
        "pair": "-".join(LETTERS[place] for place in address.pair),
        "show": ",".join((*wanted.kinds, *((_UNSURE,) if wanted.unsure else ()))),
        "evidence": ",".join(wanted.evidence),
        "review": ",".join(wanted.states),
        "confidence": f"{wanted.confidence:g}" if wanted.confidence else "",
        "search": wanted.search.strip()[:_LONGEST],
        "finding": address.finding,
    }
    if address.pair == (0, 1):
        parts["pair"] = ""
    if address.page != "compare":
        for name in ("pair", "show", "evidence", "review", "confidence", "search", "finding"):
            if not (name == "pair" and address.page == "overview"):
                parts[name] = ""
    return urlencode({name: value for name, value in parts.items() if value})


def parse(params: Mapping[str, str]) -> Address:
    """Return what a link asks for; a part that makes no sense is as if it weren't there."""
    page: Page = next((name for name in PAGES if name == params.get("page")), "compare")
    event = params.get("event", "")
    try:
        confidence = float(params.get("confidence", "0"))
    except ValueError:
        confidence = 0.0
    finding = params.get("finding", "")
    return Address(
        page=page,
        event=event if _EVENT.fullmatch(event) else BUILT_IN,
        pair=_pair(params.get("pair", "")),
        wanted=Filter(
            kinds=_known(params.get("show", ""), tuple(KINDS)),
            evidence=_known(params.get("evidence", ""), EVIDENCE_KINDS),
            confidence=confidence if 0.0 <= confidence <= 1.0 else 0.0,
            search=params.get("search", "")[:_LONGEST],
            states=_known(params.get("review", ""), STATES),
            unsure=_UNSURE in params.get("show", "").split(","),
        ),
        finding=finding if _FINDING.fullmatch(finding) else "",
    )


def _pair(text: str) -> tuple[int, int]:
    found = re.fullmatch(rf"([{LETTERS}])-([{LETTERS}])", text.upper())
    if found is None or found[1] == found[2]:
        return 0, 1
    return LETTERS.index(found[1]), LETTERS.index(found[2])


def _known(text: str, names: Collection[T]) -> tuple[T, ...]:
    asked = text.split(",")
    return tuple(name for name in names if name in asked)
