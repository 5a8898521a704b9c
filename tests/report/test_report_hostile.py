"""Text that would like to act: in every field and format it shows, and does nothing."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from compare.model import (
    EVIDENCE_KINDS,
    RELATIONS,
    Comparison,
    Evidence,
    Link,
    Omission,
    Signature,
    Span,
    Statement,
)
from compare.report import render
from compare.report.markdown import escape
from compare.report.safe import one_line

from .pages import Page, squeeze
from .sample import pair, statement

CORPUS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>' onclick='x",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "<!-- --> <![CDATA[ x ]]> <?php x ?>",
    "{{7*7}} {% raw %} ${x}",
    "[x](javascript:alert(1)) ![x](http://x.example/y.png)",
    "[x]: javascript:alert(1)",
    "https://evil.example/a_b www.evil.example <https://evil.example>",
    "| a | b |\n|---|---|\n| c | d |",
    "# Title\n## Other",
    "- item\n* item\n+ item\n1. item\n2) item",
    "> quoted\n\n    code\n\n```\ncode\n```",
    "Title\n=====\n-----\n***\n___",
    "**bold** __bold__ *it* _it_ ~~gone~~ `code` ``x",
    "back\\slash \\* \\",
    "$5 and $6 cost $x^2$",
    ": colon",
    "\x1b[31mred\x1b[0m \x1b]8;;http://x.example\x07link\x1b]8;;\x07 \x1b[2J",
    "\x9b31m \x90 \x85 \x00 \x07 \x08 \x7f \r over",
    "\u202egnp.exe \u2066isolate \u2069 end",
    "lone \ud800 and \udfff \uffff",
    "line\u2028para\u2029end\vtab\tfeed\f",
    "[bold]markup[/bold] [link=http://x.example]x[/link] :smile:",
    "彼ら 👩‍👩‍👧 e\u0301 \u200b zero",
]
TAGS = """html head meta title style body a header p h1 h2 h3 div section span bdi dl dt dd b ul li
    nav main ol article blockquote mark code footer script table colgroup col thead tbody tr th td
    meter"""
ATTRIBUTES = """lang charset http-equiv content name class href aria-hidden aria-label
    aria-labelledby id dir data-name data-with data-side scope title role tabindex colspan min max
    value"""
MARKDOWN_TAGS = "h1 h2 h3 p table thead tbody tr th td strong em b br blockquote ul li code"
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def everywhere(text: str) -> Comparison:
    """Put the text in every field that a report shows."""
    about = dict.fromkeys(("title", "speaker", "date", "language", "source"), text)
    a = statement([f"{text} in A", text], **about)
    return pair(a, statement([text, f"{text} in B"], **about), note=text)


def sentences(comparison: Comparison) -> list[str]:
    return [
        one_line(side.sentence(index))
        for side in (comparison.a, comparison.b)
        for index in range(len(side.sentences))
    ]


def check_html(comparison: Comparison) -> None:
    page = Page(render(comparison, "html"))
    assert page.faults == []
    assert page.tags <= set(TAGS.split())
    assert {name for _, name, _ in page.attributes} <= set(ATTRIBUTES.split())
    assert all(target.startswith("#") for target in page.values("href"))
    shown = {one_line(words) for _, words in page.sentences}  # a cut in a run of blanks leaves two
    assert shown >= set(sentences(comparison))


def check_markdown(comparison: Comparison) -> None:
    text = render(comparison, "markdown")
    page = Page(re.sub(r"<(br|hr) />", r"<\1>", GITHUB.render(text)))
    assert page.faults == []
    assert page.tags <= set(MARKDOWN_TAGS.split())
    shown = squeeze("".join(page.shown))
    assert [words for words in sentences(comparison) if squeeze(words) not in shown] == []


def check_terminal(comparison: Comparison, width: int) -> None:
    text = render(comparison, "text", width=width)
    assert CONTROLS.search(text) is None
    assert max(map(cell_len, text.splitlines())) <= max(width, 40)
    coloured = render(comparison, "text", width=width, colour=True)
    assert CONTROLS.search(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) is None
    if width < 100:
        shown = squeeze(re.sub(r"[\[\]{}⟦⟧]", "", text))
        for words in sentences(comparison):
            assert squeeze(re.sub(r"[\[\]{}⟦⟧]", "", words)) in shown


@pytest.mark.parametrize("text", CORPUS)
def test_it_shows_in_every_field_and_does_nothing(text: str) -> None:
    comparison = everywhere(text)
    check_html(comparison)
    check_markdown(comparison)
    for width in (60, 120):
        check_terminal(comparison, width)
    for format in ("html", "markdown", "text"):
        render(comparison, format).encode("utf-8")


@pytest.mark.parametrize("text", CORPUS)
def test_escaped_markdown_shows_the_text_itself(text: str) -> None:
    shown = GITHUB.render(escape(text)).removeprefix("<p>").removesuffix("</p>\n")
    assert squeeze(html.unescape(shown)) == squeeze(one_line(text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("*a* _b_ `c` ~~d~~ [e] {f} $g$ h\\", r"\*a\* \_b\_ \`c\` \~\~d\~\~ \[e\] \{f\} \$g\$ h\\"),
        ("<b> & &lt;", "&lt;b&gt; & &amp;lt;"),
        ("# a", r"\# a"),
        ("- a - b", r"\- a - b"),
        ("1. a 2. b", r"1\. a 2. b"),
        ("12) a", r"12\) a"),
        ("a\n\n# b", r"a \# b"),
        ("plain, 2.5 km; it's (so)!", "plain, 2.5 km; it's (so)!"),
    ],
)
def test_markdown_is_escaped_literally(text: str, written: str) -> None:
    assert escape(text) == written


def test_markdown_makes_no_link_where_github_would() -> None:
    assert escape("see https://x.example/a_b, www.x.example") == (
        r"see https\://x.example/a\_b, www\.x.example"
    )


def test_acting_characters_become_signs() -> None:
    assert one_line("a\x1b[0m\x00\x7f\x9b\u202e\ud800\r\n\tb  c") == (
        "a␛[0m␀␡[U+009B][U+202E][U+D800] b c"
    )
    assert one_line("l\N{ZERO WIDTH NON-JOINER}m\N{NO-BREAK SPACE}é") == (
        "l\N{ZERO WIDTH NON-JOINER}m\N{NO-BREAK SPACE}é"
    )


TEXT = st.text(st.characters(exclude_categories=()), max_size=24)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    texts = draw(st.lists(TEXT.filter(bool), min_size=1, max_size=4))
    return statement(
        texts, **{name: draw(TEXT) for name in ("title", "speaker", "date", "language", "source")}
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    a, b = draw(statements()), draw(statements())
    unit = st.floats(0, 1)

    def span(side: Statement) -> Span | None:
        start = draw(st.integers(0, len(side.text) - 1))
        end = draw(st.integers(start + 1, len(side.text)))
        return draw(st.sampled_from([None, Span(start, end)]))

    def some(side: Statement) -> tuple[int, ...]:
        indices = st.sets(st.sampled_from(range(len(side.sentences))), min_size=1)
        return tuple(sorted(draw(indices)))

    links = tuple(
        Link(
            some(a),
            some(b),
            draw(st.floats(-1, 1)),
            draw(unit),
            draw(st.sampled_from(RELATIONS)),
            draw(unit),
            draw(unit),
            tuple(
                Evidence(draw(st.sampled_from(EVIDENCE_KINDS)), span(a), span(b), draw(TEXT))
                for _ in range(draw(st.integers(0, 2)))
            ),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    alone = [
        tuple(
            Omission(index, draw(unit))
            for index in range(len(side.sentences))
            if all(index not in getattr(link, name) for link in links)
        )
        for name, side in (("a", a), ("b", b))
    ]
    signature = Signature(draw(TEXT), {draw(TEXT): draw(TEXT)}, {draw(TEXT): draw(TEXT)})
    return Comparison(signature, a, b, links, alone[0], alone[1])


@settings(deadline=None, max_examples=150)
@given(comparisons(), st.integers(1, 180))
def test_any_text_is_shown_whole_and_harmless(comparison: Comparison, width: int) -> None:
    check_html(comparison)
    check_markdown(comparison)
    check_terminal(comparison, width)
