"""Text for a terminal: side by side where the window is wide, stacked where it isn't."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import ConsoleRenderable, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from compare.model import Side, brief_hash
from compare.report.console import DIVIDED, Labelled, drawn, make_console, two_columns
from compare.report.decisions import LEAD as DECISIONS_LEAD
from compare.report.points import Point, Quote, Reason
from compare.report.safe import one_line
from compare.report.view import SideView, View
from compare.report.words import DOTS, PointKind

# Two columns of 45 characters, the shortest line that prose reads well in, and what divides them.
WIDE = 100

_HUES: dict[PointKind, str] = {
    "divergence": "red",
    "partial": "yellow",
    "agreement": "green",
    "only_a": "cyan",
    "only_b": "magenta",
}
_SIDE_HUES: dict[Side, str] = {"a": "cyan", "b": "magenta"}


def render_terminal(view: View, *, width: int, colour: bool) -> str:
    """Return the report as lines that fit the window.

    :param width: columns of the window; less than `NARROWEST` counts as that
    :param colour: with escape codes; without them marked words stand in brackets
    """
    console = make_console(width, colour=colour)
    page = _Page(view, wide=console.width >= WIDE, brackets=None if colour else _brackets(view))
    return drawn(console, page.parts())


def _brackets(view: View) -> tuple[str, str]:
    """Return a pair of brackets that the statements themselves don't use."""
    quotes = (quote for point in view.rows for quote in point.a + point.b)
    used = {sign for quote in quotes for segment in quote.segments for sign in segment.text}
    pairs = (("[", "]"), ("{", "}"), ("⟦", "⟧"))
    return next((pair for pair in pairs if used.isdisjoint(pair)), pairs[0])


@dataclass(frozen=True, slots=True)
class _Page:
    view: View
    wide: bool
    brackets: tuple[str, str] | None  # None: marked words are bold and underlined

    def parts(self) -> Iterator[ConsoleRenderable]:
        view = self.view
        yield Text(view.title, "bold")
        yield Text()
        gap = () if self.wide else (Text(),)
        yield self._both(Group(self._about(view.a), *gap), self._about(view.b))
        yield Text()
        for note in view.notes:
            yield Text.assemble(("Note  ", "bold yellow"), note, "\n")
        yield Text(view.headline)
        if view.doubts:
            yield Text(view.doubts)
        yield Text()
        yield self._counts()
        if view.trust:
            yield Text()
            yield Text(view.trust, "dim")
        yield from self._findings()
        yield from self._agreements()
        yield from self._reading()
        for about in (view.a, view.b):
            yield from self._alone(about)
        yield from self._decisions()
        yield from self._signature()

    def _title(self, name: str, lead: str) -> Iterator[ConsoleRenderable]:
        yield Text()
        yield Rule(Text(name.upper(), "bold"), align="left", style="dim")
        yield Text(lead, "dim")
        yield Text()

    def _both(self, a: ConsoleRenderable, b: ConsoleRenderable) -> ConsoleRenderable:
        if not self.wide:
            return Group(a, b)
        table = two_columns()
        table.add_row(a, b)
        return table

    def _about(self, side: SideView) -> ConsoleRenderable:
        rows = [
            ("Title", side.title),
            ("Date", side.date),
            ("Source", side.source),
            ("Language", side.language),
            ("Length", side.length),
        ]
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, text in rows:
            if text:
                grid.add_row(name, Text(text))
        return Group(self._heading(side), grid)

    def _heading(self, side: SideView) -> Text:
        return Text(side.heading, f"bold {_SIDE_HUES[side.side]}", overflow="fold")

    def _counts(self) -> ConsoleRenderable:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(justify="right", style="bold")
        grid.add_column(no_wrap=True)
        grid.add_column(style="dim")
        for kind, number in self.view.counts:
            words = self.view.kinds[kind]
            label = Text(f"{words.mark} {words.tally(number)}", _HUES[kind])
            grid.add_row(f"{number:,}", label, words.meaning)
        return grid

    def _findings(self) -> Iterator[ConsoleRenderable]:
        marked = f"Words in {'…'.join(self.brackets)}" if self.brackets else "Underlined words"
        lead = f"What deserves a look, most severe first. {marked} are where the sides part."
        if not self.view.findings:
            lead = "None: each sentence says what its match says."
        yield from self._title("Findings", lead)
        for point in self.view.findings:
            head = Text.assemble(
                (f"{point.rank:>2}  ", "bold"),
                self._badge(point),
                f"  {', '.join(point.topics)}" if point.topics else "",
            )
            weights = self._weights(point)
            if self.wide:
                grid = Table.grid(expand=True)
                grid.add_column(ratio=1)
                grid.add_column(justify="right")
                grid.add_row(head, weights)
                yield grid
            else:
                yield head
                yield Padding(weights, (0, 0, 0, 4))
            yield Padding(self._pair(point), (0, 0, 0, 4))
            if decision := self.view.decision(point):
                yield Padding(Text(f"Review  {decision.sentence}", "bold"), (0, 0, 0, 4))
            if point.reasons:
                yield Padding(self._reasons(point.strongest), (0, 0, 0, 4))
            yield Text()

    def _badge(self, point: Point) -> Text:
        words = self.view.kinds[point.kind]
        return Text(f"{words.mark} {words.label}", f"bold {_HUES[point.kind]}")

    def _weights(self, point: Point) -> Text:
        sure = f"  {point.sureness}" if point.sureness else ""
        return Text.assemble(
            (DOTS[point.level], _HUES[point.kind]), f" severity {point.level}", sure
        )

    def _pair(self, point: Point) -> ConsoleRenderable:
        a = Group(self._heading(self.view.a), self._or_near(point, point.a))
        b = Group(self._heading(self.view.b), self._or_near(point, point.b))
        return self._both(a, b)

    def _or_near(self, point: Point, quotes: tuple[Quote, ...]) -> ConsoleRenderable:
        """Return what a side says, else what comes nearest to it there."""
        near = point.perhaps
        if quotes or near is None:
            return self._quotes(quotes, "no matching sentence")
        lead = Padding(Text(near.lead, "dim italic"), (0, 0, 0, 4))
        return Group(lead, self._quotes(near.quotes, "", dim=True)) if near.quotes else lead

    def _quotes(
        self, quotes: Iterable[Quote], nothing: str, *, again: bool = False, dim: bool = False
    ) -> ConsoleRenderable:
        lines = [
            (
                Text(f"{quote.label:<3}", f"bold {_SIDE_HUES[quote.side]}"),
                self._words(quote, again=again and quote.repeated, dim=dim),
            )
            for quote in quotes
        ]
        if not lines:
            return Padding(Text(nothing, "dim italic"), (0, 0, 0, 4))
        width = max(label.cell_len for label, _ in lines)
        return Group(*(Labelled(label, text, width) for label, text in lines))

    def _words(self, quote: Quote, *, again: bool, dim: bool = False) -> Text:
        text = Text(overflow="fold")
        start, end = self.brackets or ("", "")
        for words, marked in quote.runs:
            if marked:
                text.append(f"{start}{one_line(words)}{end}", "bold underline")
            else:
                text.append(one_line(words), "dim" if again or dim else "")
        if again:
            text.append(" (repeated)", "dim italic")
        return text

    def _reasons(self, reasons: Iterable[Reason]) -> ConsoleRenderable:
        grid = Table.grid(expand=True, padding=(0, 2))
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        for reason in reasons:
            note = Text(one_line(reason.note))
            if reason.quoted:
                grid.add_row(Text(reason.kind, "bold"), note)
                continue
            a, b = self._said(self.view.a, reason.a), self._said(self.view.b, reason.b)
            words: ConsoleRenderable = Group(a, b)
            if self.wide:
                words = Table.grid(Column(ratio=1), Column(ratio=1), expand=True, padding=(0, 2))
                words.add_row(a, b)
            grid.add_row(Text(reason.kind, "bold"), Group(note, words))
        return Padding(grid, (1, 0, 0, 0))

    def _said(self, about: SideView, words: str | None) -> Text:
        said = ("not here", "dim italic") if words is None else f"“{one_line(words)}”"
        letter = (f"{about.letter} ", f"bold {_SIDE_HUES[about.side]}")
        return Text.assemble(letter, said, overflow="fold")

    def _row(self, point: Point) -> Iterator[ConsoleRenderable]:
        for about, quotes in ((self.view.a, point.a), (self.view.b, point.b)):
            nothing = f"no match in {about.letter}{point.or_closest}"
            yield self._quotes(quotes, nothing, again=True)

    def _reading(self) -> Iterator[ConsoleRenderable]:
        lead = self.view.order
        if self.wide:
            lead += " Left: the sign above, and the number of the finding."
        yield from self._title("Side by side", lead)
        if not self.wide:
            for point in self.view.rows:
                finding = f"  finding {point.rank}" if point.rank else ""
                yield Text.assemble(self._badge(point), finding)
                yield from self._row(point)
                yield Text()
            return
        table = Table(box=DIVIDED, show_edge=False, expand=True, leading=1, header_style="")
        table.add_column(min_width=4, no_wrap=True)
        table.add_column(self._heading(self.view.a), ratio=1)
        table.add_column(self._heading(self.view.b), ratio=1)
        for point in self.view.rows:
            sign = Text(f"{self.view.kinds[point.kind].mark} {point.rank or ''}", _HUES[point.kind])
            table.add_row(sign, *self._row(point))
        yield table

    def _alone(self, about: SideView) -> Iterator[ConsoleRenderable]:
        points = self.view.alone(about.side)
        other = self.view.b if about.side == "a" else self.view.a
        lead = "No match in" if points else "None: every sentence has a match in"
        yield from self._title(f"Only in {about.letter}", f"{lead} {other.heading}.")
        for point in points:
            yield self._quotes(point.a + point.b, "")
            weights = self._weights(point)
            if point.perhaps:
                weights.append(f"  {point.perhaps.brief}", "dim")
            yield Padding(weights, (0, 0, 0, 4))

    def _agreements(self) -> Iterator[ConsoleRenderable]:
        points = self.view.agreements
        lead = "No sentence makes the same claim."
        if points:
            lead = "The same claim on both sides, the least sure first."
        yield from self._title("Agreements", lead)
        for point in points:
            yield Text.assemble(self._badge(point), f"  {point.sureness}")
            yield self._both(self._quotes(point.a, ""), self._quotes(point.b, ""))
            yield Text()

    def _decisions(self) -> Iterator[ConsoleRenderable]:
        if not self.view.decisions:
            return
        yield from self._title("Reviews", DECISIONS_LEAD)
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        for item in self.view.decisions:
            lines = [Text(f"{item.said}: {item.sentence}")]
            lines += [Text(f"before: {line}", "dim") for line in item.earlier]
            grid.add_row(item.places, Group(*lines))
        yield grid

    def _signature(self) -> Iterator[ConsoleRenderable]:
        lead = "The same statements and signature give the same report. Hashes are whole in JSON."
        yield from self._title("How it was made", lead)
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        for name, value in self.view.made():
            grid.add_row(Text(one_line(name)), Text(one_line(brief_hash(value))))
        yield grid
