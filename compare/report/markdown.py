"""GitHub Markdown: text of a source is escaped so that it shows as it is and does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.model import Side
from compare.report.decisions import LEAD as DECISIONS_LEAD
from compare.report.points import Point, Quote, Reason
from compare.report.safe import one_line
from compare.report.view import View
from compare.report.words import DOTS

# What begins a list, heading, rule or quotation at the start of a line.
_LEADING = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
# What means something anywhere in a line; `$` is mathematics on GitHub.
_INLINE = re.compile(r"[\\`*_{}\[\]#|~$^]")
# What GitHub makes a link of; and what HTML reads as a character.
_LINKS = re.compile(r"(?<=\w)(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line, also at the start of a line."""
    line = _INLINE.sub(r"\\\g<0>", one_line(text))
    line = _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
    line = _LINKS.sub(r"\\", line)
    return _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace(">", "&gt;")


def render_markdown(view: View) -> str:
    """Return the report as GitHub Markdown."""
    blocks = [
        f"# {escape(view.title)}",
        _about(view),
        *(f"> **Note:** {escape(note)}" for note in view.notes),
        escape(view.headline),
        *([escape(view.doubts)] if view.doubts else []),
        _counts(view),
        *([escape(view.trust)] if view.trust else []),
        "## Findings",
        *_findings(view),
        "## Agreements",
        *_agreements(view),
        "## Side by side",
        escape(view.order),
        _reading(view),
        *_alone(view, "a"),
        *_alone(view, "b"),
        *_decisions(view),
        "## How it was made",
        "The same statements with the same signature give the same report.",
        _signature(view),
    ]
    return "\n\n".join(blocks) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; the cells are escaped already."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _about(view: View) -> str:
    fields = (
        ("Speaker", view.a.speaker, view.b.speaker),
        ("Title", view.a.title, view.b.title),
        ("Date", view.a.date, view.b.date),
        ("Source", view.a.source, view.b.source),
        ("Language", view.a.language, view.b.language),
        ("Length", view.a.length, view.b.length),
    )
    rows = ((name, escape(a) or "–", escape(b) or "–") for name, a, b in fields if a or b)
    return table(("", view.a.letter, view.b.letter), rows)


def _counts(view: View) -> str:
    rows = (
        (f"{number:,}", f"{words.mark} {words.tally(number)}", words.meaning)
        for kind, number in view.counts
        for words in (view.kinds[kind],)
    )
    return table(("How many", "What", "That is"), rows)


def _findings(view: View) -> Iterator[str]:
    if not view.findings:
        yield "None: each sentence says what its match says."
        return
    yield "What deserves a look, most severe first. Bold words are where the two sides part."
    for point in view.findings:
        words = view.kinds[point.kind]
        topic = f": {', '.join(point.topics)}" if point.topics else ""
        yield f"### {point.rank}. {words.mark} {words.label}{topic}"
        yield _weights(point)
        for about, quotes in ((view.a, point.a), (view.b, point.b)):
            yield f"**{escape(about.heading)}**"
            if quotes:
                yield _blockquote(quotes)
            elif point.perhaps:
                yield f"*{point.perhaps.lead}*"
                if point.perhaps.quotes:
                    yield _blockquote(point.perhaps.quotes)
            else:
                yield "*No matching sentence.*"
        if decision := view.decision(point):
            yield f"**Review:** {escape(decision.sentence)}"
        if point.reasons:
            yield "\n".join(_reason(view, reason) for reason in point.strongest)


def _weights(point: Point) -> str:
    sure = f" · {point.sureness}" if point.sureness else ""
    return f"{DOTS[point.level]} severity {point.level}{sure}"


def _blockquote(quotes: Iterable[Quote]) -> str:
    return "\n>\n".join(f"> {_sentence(quote)}" for quote in quotes)


def _sentence(quote: Quote) -> str:
    """Return a sentence behind its number, its marked words bold."""
    return f"`{quote.label}` {_words(quote)}"


def _words(quote: Quote) -> str:
    texts = [one_line(text) for text, _ in quote.runs]
    written = []
    for place, (_, marked) in enumerate(quote.runs):
        text = texts[place]
        if not marked or not text.strip():
            written.append(escape(text))
            continue
        # Asterisks mark only beside letters and blanks; elsewhere it takes HTML.
        before, after = "".join(texts[:place])[-1:], "".join(texts[place + 1 :])[:1]
        opens = text[0].isalnum() or (not text[0].isspace() and before in ("", " "))
        closes = text[-1].isalnum() or (not text[-1].isspace() and after in ("", " "))
        start, end = ("**", "**") if opens and closes else ("<b>", "</b>")
        written.append(f"{start}{escape(text)}{end}")
    return "".join(written)


def _reason(view: View, reason: Reason) -> str:
    line = f"- *{reason.kind}* – {escape(reason.note).strip()}"
    if reason.quoted:
        return line
    a, b = view.a.letter, view.b.letter
    return f"{line} {a}: {_said(reason.a)} · {b}: {_said(reason.b)}"


def _said(words: str | None) -> str:
    return "*not here*" if words is None else f"“{escape(words)}”"


def _reading(view: View) -> str:
    head = (escape(view.a.heading), "", escape(view.b.heading))
    return table(head, (_row(view, point) for point in view.rows))


def _row(view: View, point: Point) -> tuple[str, str, str]:
    words = view.kinds[point.kind]
    finding = f"<br>finding {point.rank}" if point.rank is not None else ""
    return (
        _cell(point.a) or f"*no match in {view.a.letter}{point.or_closest}*",
        f"{words.mark} {words.label}{finding}",
        _cell(point.b) or f"*no match in {view.b.letter}{point.or_closest}*",
    )


def _cell(quotes: Iterable[Quote]) -> str:
    return "<br>".join(
        _sentence(quote) + (" *(repeated)*" if quote.repeated else "") for quote in quotes
    )


def _alone(view: View, side: Side) -> Iterator[str]:
    this, other = (view.a, view.b) if side == "a" else (view.b, view.a)
    yield f"## Only in {escape(this.heading)}"
    points = view.alone(side)
    if not points:
        yield f"None: every sentence has a match in {escape(other.heading)}."
        return
    yield f"No match in {escape(other.heading)}."
    yield "\n".join(
        f"- {_sentence(quote)} ({_weights(point)}{_perhaps(point)})"
        for point in points
        for quote in point.a + point.b
    )


def _perhaps(point: Point) -> str:
    return f" · {point.perhaps.brief}" if point.perhaps else ""


def _agreements(view: View) -> Iterator[str]:
    points = view.agreements
    if not points:
        yield "No sentence makes the same claim."
        return
    yield "The same claim on both sides, the least sure first."
    head = ("", escape(view.a.heading), escape(view.b.heading))
    yield table(head, ((point.sureness, _cell(point.a), _cell(point.b)) for point in points))


def _decisions(view: View) -> Iterator[str]:
    if not view.decisions:
        return
    yield "## Reviews"
    yield DECISIONS_LEAD
    yield table(
        ("Sentences", "The program", "Decision", "Before"),
        (
            (
                item.places,
                item.said,
                escape(item.sentence),
                "<br>".join(escape(line) for line in item.earlier) or "–",
            )
            for item in view.decisions
        ),
    )


def _signature(view: View) -> str:
    return "\n".join(f"- {escape(name)}: {escape(value)}" for name, value in view.made())
