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


def guess_speaker(text: str) -> str:
    """Return who a title such as "Statement by the Foreign Minister of Norland" names, or ""."""
    for pattern in (_OWNERS, _BY):
        match = pattern.search(text[:300])
        if match is not None:
            name = _ANSWERS.sub("", match["name"]).strip(" .,")
            name = re.sub(r"['’]s\b.*$", "", name)
            return re.sub(r"^the ", "", name)
    return ""
