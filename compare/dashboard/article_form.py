"""The form for one news article: whom it quotes, which two are compared, and their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from compare.dashboard import cards, previews, work
from compare.dashboard.caching import shared
from compare.dashboard.draft_form import draw_source, left_out
from compare.dashboard.intake import Draft, source_of, unreliable
from compare.errors import CompareError, InputError
from compare.model import Statement
from compare.sources.article import (
    Article,
    ArticleSide,
    attribution,
    nobodys_note,
    pick_sides,
    reads_as_statement,
)

_CALLED = 4  # other names of a voice that are shown


def draw_article() -> tuple[Statement, Statement] | None:
    """Draw the form; return both sides once there are two, else say what is missing."""
    with st.container(border=True):
        draft = draw_source("article", "the article", "Paste the whole article here.")
        if draft.empty:
            text = "Whoever it quotes or reports is found; you choose the two to compare."
            st.html(str(cards.line(text, "preview")))
            return None
        try:
            with st.spinner("Reading who says what …", show_time=True):
                article = _article(draft)
            return _sides(article)
        except CompareError as error:
            st.html(str(cards.line(str(error), "error")))
            return None


def _sides(article: Article) -> tuple[Statement, Statement] | None:
    names = [voice.name for voice in article.voices]
    if reads_as_statement(article):
        raise InputError(
            f"{attribution(article)}; paste both accounts under “Two statements” instead"
        )
    st.html(str(previews.voices(article.voices, _CALLED)))
    if len(names) < 2:
        found = f"only {names[0]}" if names else "nobody"
        raise InputError(
            f"the article quotes or reports {found}; expected two voices or more; paste both "
            "accounts under “Two statements” instead"
        )
    left, right = st.columns(2)
    with left:
        a = st.multiselect(
            "Side A speaks with", names, default=names[:1], key=_key("voices_a", names)
        )
    with right:
        b = st.multiselect(
            "Side B speaks with", names, default=names[1:2], key=_key("voices_b", names)
        )
    left_out(article.source.dropped, "the article")
    nobodys = nobodys_note(article)
    if nobodys:
        st.html(str(cards.line(nobodys, "preview")))
    if not a or not b:
        raise InputError("a side has no voice; expected at least one on each; choose it above")
    sides = pick_sides(article, ",".join(a), ",".join(b))
    for side, column, letter in zip(sides, (left, right), "AB", strict=True):
        with column:
            if warning := unreliable(side.statement, letter):
                st.html(str(cards.message(warning, "note")))
            st.html(str(previews.sentences(side.statement, letter, manners=_manners(side))))
    return sides[0].statement, sides[1].statement


def _manners(side: ArticleSide) -> list[str]:
    return ["quoted" if origin.manner == "direct" else "reported" for origin in side.origins]


def _key(name: str, voices: list[str]) -> str:
    # Another article has other voices, and a choice among them of its own.
    return f"{name}_{'|'.join(voices)}"


@shared(kept=8)
def _article(draft: Draft) -> Article:
    from compare.sources.article import read_article

    source = source_of(draft, "The article")
    day = draft.date
    dated = replace(source, date=day.isoformat()) if isinstance(day, date) else source
    with work.turn():
        return read_article(dated)
