"""A Markdown file: its text without the marks, and what its front matter says."""

from __future__ import annotations

import re

from compare.sources.records import Dropped, Extract
from compare.sources.tables import row_line

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|author|speaker|lang|language)[ \t]*:[ \t]*(.+)$", re.M | re.I)
_SIGNS = re.compile(
    r"^#{1,6}[ \t]+\S.*$|!?\[[^\]\n]{1,200}\]\((?:https?:|/|\.)[^)\s]*\)"
    r"|(?<![\w*])\*\*[^*\n]{1,200}\*\*(?![\w*])|^> "
    r"|^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*\r?$",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Say whether a text has the marks of Markdown: a heading, a link, bold words, a table."""
    return bool(_FRONT.match(text) or _SIGNS.search(text[:20_000]))


def read_markdown(text: str) -> Extract:
    """Return the text of a Markdown file; pictures, comments and HTML are left out."""
    from markdown_it import MarkdownIt

    text = text.replace("\r\n", "\n")
    fields: dict[str, str] = {}
    front = _FRONT.match(text)
    if front is not None:
        for name, value in _FIELD.findall(front.group(1)):
            fields.setdefault(name.lower(), value.strip().strip("\"'"))
        text = text[front.end() :]
    dropped: list[Dropped] = []
    parts: list[str] = []
    rows: list[str] = []
    cells: list[str] | None = None  # of the open row of a table
    heading = title = ""
    for token in MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text):
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            line = row_line(cells)
            parts += [line] if line else []
            rows += [line] if len(cells) > 1 else []
            cells = None
        elif token.type == "html_block":
            dropped.append(Dropped(token.content.strip(), "HTML"))
        elif token.type in ("fence", "code_block"):
            parts.append(token.content.strip())
        elif token.type == "inline":
            words: list[str] = []
            for child in token.children or ():
                if child.type in ("text", "code_inline"):
                    words.append(child.content)
                elif child.type in ("softbreak", "hardbreak"):
                    words.append("\n")
                elif child.type in ("image", "html_inline"):
                    reason = "picture" if child.type == "image" else "HTML"
                    dropped.append(Dropped(child.content, reason))
            line = "".join(words).strip()
            if cells is not None:
                cells.append(line)
            elif heading == "h1" and not title and not parts:
                title = " ".join(line.split())
            elif line:
                parts.append(line)
            heading = ""
    title = fields.get("title") or title
    speaker = fields.get("speaker") or fields.get("author") or ""
    date = fields.get("date", "")[:10]
    values = {"title": title, "speaker": speaker, "date": date}
    return Extract(
        text="\n\n".join(parts),
        title=title,
        speaker=speaker,
        date=date,
        language=(fields.get("language") or fields.get("lang") or "")[:2].lower(),
        basis=tuple((name, "the file's head") for name, value in values.items() if value),
        dropped=tuple(dropped),
        rows=tuple(rows),
    )
