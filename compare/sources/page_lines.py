"""Lines that a page copied whole has around its text: trails, cookie notices, buttons."""

from __future__ import annotations

import re

_PARTS = re.compile(r"\s+[|>›»·•/]\s+")
_PARTS_FROM = 3  # parts of a menu or trail in one line
_PART_WORDS = 5  # of each part, at most
# One of these stands in a menu or trail: they lead to the pages of a site, not to a subject.
_LEADS = frozenset(
    {
        "about us", "contact", "contacts", "contact us", "documents", "events", "home",
        "home page", "main", "main page", "media", "news", "newsroom", "photos", "press",
        "press centre", "press center", "press releases", "publications", "search", "sitemap",
        "site map", "start", "start page", "statements", "videos",
    }
)  # fmt: skip
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|vk|odnoklassniki|reddit|e-?mail|print|tweet"
    r"|pinterest|viber|instagram|youtube|copy link|link|bluesky|threads|mastodon)"
)
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cookie notice", re.compile(
        r"(?:we|(?:this|our|the) (?:web)?site) uses?\s(?:[\w-]+\s){0,3}cookies\b.{0,280}"
        r"|by (?:continuing|using|clicking|browsing)\b.{0,120}\bcookies\b.{0,160}"
        r"|(?:accept|reject|allow|decline|manage)(?: all| only)?(?: necessary| essential)? cookies"
        r"(?: settings)?|cookies? (?:settings|policy|preferences|notice)"
        r"|accept all ?reject(?: all)?", re.IGNORECASE)),
    ("share buttons", re.compile(
        rf"share(?: this(?: page| article)?)?(?: on| via)?\s*:?(?:\W*{_NETWORK}){{1,10}}\W*"
        r"|(?:print(?:able)?(?: this)?(?: page| version)|version for (?:print|printing)"
        r"|send (?:by|via) e-?mail|save as pdf)", re.IGNORECASE)),
)  # fmt: skip
_EDGE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("contact line", re.compile(
        r"(?:the |our )?(?:postal )?(?:address|tel(?:ephone)?|phone|fax|e-?mail)s?\.?\s*:"
        r"\s*.{3,200}", re.IGNORECASE)),
    ("date line", re.compile(
        r"(?:.{0,60}\s[|·•]\s+)?(?:published|posted|updated|released|issued)\b:?[^|·•]{0,20}"
        r"\b(?:19|20)\d\d\b[^|·•]{0,20}(?:\s[|·•]\s.{0,80})?", re.IGNORECASE)),
    ("document number", re.compile(r"(?:(?:No|Nr|Ref)\.?:?\s*)?\d{2,5}(?:[-/]\d{1,4}){2,4}")),
)  # fmt: skip


def page_line(line: str, edge: bool) -> str:
    """Return why a line belongs to a page and not to its text, or "".

    :param edge: the line is near the top or the bottom
    """
    rules = _RULES + (_EDGE_RULES if edge else ())
    for reason, pattern in rules:
        if pattern.fullmatch(line):
            return reason
    return "menu" if edge and _is_trail(line) else ""


def _is_trail(line: str) -> bool:
    """Say whether a line is "Home > News > Press releases", or "Main | President | News"."""
    parts = [part.strip() for part in _PARTS.split(line)]
    if len(parts) < _PARTS_FROM or line.endswith((".", "!", "?", ":", ";")):
        return False
    short = all(len(part.split()) <= _PART_WORDS and part[:1].isupper() for part in parts)
    return short and any(part.lower() in _LEADS for part in parts)
