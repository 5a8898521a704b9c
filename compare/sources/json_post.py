"""A post or posts exported as JSON: the text, who wrote it and when, by any site's names."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from compare.errors import InputError
from compare.sources.dates import find_date
from compare.sources.limits import MAX_JSON_DEPTH
from compare.sources.records import Extract

_TEXT = (
    "full_text",
    "text",
    "content",
    "body",
    "message",
    "status",
    "post",
    "caption",
    "statement",
)
_DATE = (
    "date", "created_at", "createdAt", "timestamp", "published_at", "publishedAt", "published",
    "datePublished", "created_time", "time", "created",
)  # fmt: skip
_AUTHOR = ("author", "speaker", "user", "account", "from", "creator", "username", "name")
_NAME = ("name", "display_name", "displayName", "full_name", "screen_name", "username", "handle")
_TITLE = ("title", "headline", "subject")
_LISTS = ("posts", "items", "data", "tweets", "statuses", "messages", "results", "thread")
_WRAPPED = ("tweet", "post", "status", "node", "legacy", "record")
_ARCHIVE = re.compile(r"\A\s*window\.[\w.]+\s*=\s*(?=[\[{])")
# How JSON begins that may be cut off: with a quoted key. Prose in brackets has none.
_BEGINS = re.compile(r'\{\s*"[^"\n]{0,100}"\s*:|\[\s*\{\s*"[^"\n]{0,100}"\s*:')
_NAMED_SO = re.compile(r'\{|\[\s*(?:["{\[\]\d-]|\Z)')
_TAGS = re.compile(r"<(?:p|br|/p|a|span|/a|/span)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Post:
    text: str
    moment: float  # seconds since 1970, or 0 where it isn't known
    date: str  # ISO 8601
    author: str
    title: str


def is_json(text: str, name: str = "") -> bool:
    """Say whether a text is meant as JSON: whole, broken off, or an archive's script.

    :param name: of the file; one in .json needs no quoted key to be taken for broken JSON
    """
    body = text.strip().rstrip(";")
    if _ARCHIVE.match(body) or _BEGINS.match(body):
        return True
    if name.lower().endswith(".json") and _NAMED_SO.match(body):
        return True
    return body[:1] + body[-1:] in ("{}", "[]") and bool(re.match(r"[\[{]\s*[\"{\[\]}]", body))


def read_json(text: str, shown: str) -> Extract:
    """Return the post, or the posts of a thread in the order of their dates.

    :raises InputError: not JSON, or no text where a post has one
    """
    body = _ARCHIVE.sub("", text.strip().rstrip(";"))
    try:
        data = json.loads(body)
    except RecursionError:
        raise InputError(f"{shown} is JSON nested too deep; expected a post with a text") from None
    except ValueError as error:
        why = error if isinstance(error, json.JSONDecodeError) else "a number in it is too long"
        raise InputError(
            f"{shown} begins like JSON but isn't ({why}); expected a post with a text; "
            "export it again, or paste the text"
        ) from None
    if isinstance(data, dict) and str(data.get("schema", "")).startswith("readouts/"):
        raise InputError(
            f"{shown} is a report of this program ({data['schema']}), not a statement; "
            "expected a post with a text"
        )
    posts = [post for post in map(_post, _found(data, 0)) if post.text]
    if not posts:
        raise InputError(
            f"{shown} is JSON without a post's text; expected an object with 'text', and also "
            "'date' and 'author' if known"
        )
    if all(post.moment for post in posts):
        posts.sort(key=lambda post: post.moment)
    speakers = dict.fromkeys(post.author for post in posts if post.author)
    first = posts[0]
    speaker = next(iter(speakers), "")
    notes: tuple[str, ...] = ()
    if len(posts) > 1:
        notes = (f"{shown} holds {len(posts)} posts; they are read as one statement",)
    if len(speakers) > 1:
        notes += (f"they are by {len(speakers)} authors: {', '.join(list(speakers)[:5])}",)
    values = {"speaker": speaker, "date": first.date, "title": first.title}
    return Extract(
        text="\n\n".join(post.text for post in posts),
        speaker=speaker,
        date=values["date"],
        title=first.title,
        basis=tuple((name, "the post") for name, value in values.items() if value),
        notes=notes,
    )


def _found(data: Any, depth: int) -> list[dict[str, Any]]:
    """Return the objects that are posts."""
    if depth > MAX_JSON_DEPTH:
        return []
    if isinstance(data, list):
        return [post for item in data for post in _found(item, depth + 1)]
    if not isinstance(data, dict):
        return []
    for name in _WRAPPED:
        if isinstance(data.get(name), dict) and not _first(data, _TEXT):
            return _found(data[name], depth + 1)
    for name in _LISTS:
        if isinstance(data.get(name), list) and not _first(data, _TEXT):
            return _found(data[name], depth + 1)
    if isinstance(data.get("data"), dict) and not _first(data, _TEXT):
        return _found(data["data"], depth + 1)
    return [data]


def _post(data: dict[str, Any]) -> _Post:
    text = _first(data, _TEXT)
    if _TAGS.search(text):  # some sites export their posts as HTML
        text = re.sub(r"</p>\s*<p[^<>]*>|<br\s*/?>", "\n", text, flags=re.IGNORECASE)
        text = re.sub(r"<[^<>]{0,2000}>", "", text)
    text = html.unescape(text).strip()
    author = ""
    for name in _AUTHOR:
        value = data.get(name)
        author = _first(value, _NAME) if isinstance(value, dict) else value or ""
        if isinstance(author, str) and author.strip():
            break
    raw = next((data[name] for name in _DATE if data.get(name)), "")
    moment, date = _when(raw)
    title = " ".join(_first(data, _TITLE).split())
    return _Post(text, moment, date, " ".join(str(author).split()), title)


def _when(raw: Any) -> tuple[float, str]:
    """Return a moment in seconds and as a date: ISO 8601, X's own form, or a Unix time."""
    if isinstance(raw, int | float):
        seconds = raw / 1000 if raw > 1e11 else float(raw)
        if not 0 < seconds < 4e9:
            return 0.0, ""
        return seconds, datetime.fromtimestamp(seconds, UTC).date().isoformat()
    text = str(raw).strip()
    for parse in (
        datetime.fromisoformat,
        lambda text: datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y"),
    ):
        try:
            moment = parse(text)
        except ValueError:
            continue
        return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp(), moment.date().isoformat()
    return 0.0, find_date(text)


def _first(data: Any, names: tuple[str, ...]) -> str:
    return next((data[n] for n in names if isinstance(data.get(n), str) and data[n].strip()), "")
