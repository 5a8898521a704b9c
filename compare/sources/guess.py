"""Who speaks, where a title or a first line says so."""

from __future__ import annotations

import re

_KIND = (
    r"(?:joint |official |press |full |public |written |opening |closing |televised )*"
    r"(?:statement|remarks?|speech|address|readout|read-out|message|communiqu[ée]|declaration"
    r"|press release|comments?|transcript|response|letter)"
)
_NAME = (
    r"(?P<name>(?:the )?[A-Z][\w.'’-]*(?:[ -](?:[A-Z][\w.'’-]*|of|the|for|and|de|al|van|von))*"
    r"[ -]?(?:[A-Z][\w.]*)?)"
)
_BY = re.compile(rf"(?i:\b{_KIND} (?:by|from|of)) {_NAME}")
_OWNERS = re.compile(
    rf"(?i:\b{_KIND} (?:on|of)) {_NAME}['’]s? (?i:\w+ )*(?i:call|meeting|talks|visit)"
)
_ANSWERS = re.compile(r"\s+(?:of|the|for|and|on|at|in)$")
# "Northern Ferries press statement, 9 June 2026": whose statement it is, what it is, and when.
_WHEN = r"(?P<when>[ ,:;|(–—-]+(?=.*\b\d{4}\b)[\w ,./-]{6,30}\)?)"
_HEAD = re.compile(rf"{_NAME}(?:['’]s?)?[ ,:–—-]+(?i:{_KIND}){_WHEN}?")
_NOBODY = frozenset(
    {"Public", "Press", "Official", "Joint", "Full", "No", "My", "Our", "New", "First"}
)
_ARTICLE = re.compile(r"(?:The|A|An|This|That|Our|Their|His|Her|Its|My|No)\b")


def heads_a_statement(line: str) -> bool:
    """Say whether a whole line only names whose statement it is, what it is, and when."""
    match = _HEAD.fullmatch(line.strip())
    return match is not None and (bool(match["when"]) or not _ARTICLE.match(line.strip()))


def guess_speaker(text: str) -> str:
    """Return who a title such as "Statement by the Foreign Minister of Norland" names, or ""."""
    for pattern in (_OWNERS, _BY):
        match = pattern.search(text[:300])
        if match is not None:
            name = _ANSWERS.sub("", match["name"]).strip(" .,")
            name = re.sub(r"['’]s\b.*$", "", name)
            return re.sub(r"^the ", "", name)
    head = text.strip().split("\n", 1)[0].strip()
    match = _HEAD.fullmatch(head)
    if match is None or match["name"] in _NOBODY:
        return ""
    return re.sub(r"^[Tt]he |['’]s$", "", match["name"]).strip(" .,")
