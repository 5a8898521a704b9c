"""The main page: what matters, the findings with their reviews, and both statements in full."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from compare.dashboard import cards, exports, filters, finding_cards, session, standing, work
from compare.dashboard.acts import Act
from compare.dashboard.address import Address
from compare.dashboard.author import author_field
from compare.dashboard.component import show
from compare.dashboard.faults import said
from compare.dashboard.library import Shown, keep, load, store
from compare.dashboard.order import Order, apart, arranged, leading, passing
from compare.dashboard.reading import places, reading, starts, within
from compare.dashboard.reviewing import Desk, Step, apply, take_back
from compare.dashboard.selection import Filter
from compare.dashboard.waiting import show_progress
from compare.errors import ConflictError, InputError
from compare.report.markup import Markup
from compare.report.points import Point
from compare.report.words import LETTERS
from compare.settings import Settings

_FEW = 3
_LISTED = 10  # findings listed at first, and added by each wish for more
_TOP = 3  # that stand above all others
_KEPT = 100  # acts of a session that can be taken back
_STEPS, _TURN, _REFUSED = "steps", "turn", "refused"


def draw(shown: Shown, address: Address, settings: Settings, place: DeltaGenerator) -> Address:
    """Draw the page and return its address, filters included."""
    event = shown.event
    if len(event.statements) < 2:
        count = "one statement" if event.statements else "no statement"
        text = f"{event.title} holds {count}; two make a comparison. Add one on the left."
        st.html(str(cards.message(text, "note")))
        return address
    show_progress(work.job(shown, address.pair, settings), "Comparing the two statements")
    desk = work.desk(shown, address.pair, settings)
    key = _key(shown, address)
    order = standing.order_of(key, desk)
    desk = arranged(desk, order)
    st.html(str(cards.head(event, desk.view, address.pair)))
    filters.tiles(event.id, desk)
    with place:
        wanted = filters.fields(event.id, desk.view)
        author_field()
    at = _Where(shown, address, settings, desk, key)
    points = passing(desk, wanted)
    if first := leading(desk, order, _TOP):
        at.show(cards.top(first), f"top-{event.id}")
    _findings(at, order, wanted)
    _reading(at, points if wanted.active else None)
    exports.draw(shown, address, settings, desk, wanted, points)
    _made(desk)
    return replace(address, wanted=wanted)


def _key(shown: Shown, address: Address) -> str:
    """Return the name of the event and pair, for keys of widgets."""
    letters = "".join(LETTERS[place] for place in address.pair)
    return f"{shown.event.id}-{letters}"


class _Where:
    """What an act on this page is about."""

    def __init__(
        self, shown: Shown, address: Address, settings: Settings, desk: Desk, key: str
    ) -> None:
        """Hold what was drawn, as it was drawn."""
        self.shown, self.address, self.settings, self.desk = shown, address, settings, desk
        self.key = key

    def answer(self, act: Act) -> None:
        """Do what a reader asked for, before the page is drawn anew.

        :raises CompareError: it can't be done
        """
        self._do(act)
        _turned()

    def refuse(self, text: str) -> None:
        """Say why something wasn't done; the parts keep in focus what it was about."""
        session.say(text)
        st.session_state[_REFUSED] = _turned()

    def _do(self, act: Act) -> None:
        if session.answered(act):
            return
        if act.do == "goto" and act.sentence is not None:
            side, index = act.sentence
            st.session_state[f"window_{self.key}_{side}"] = index
        elif act.do == "undo":
            undo(self.key, self.desk)
        else:
            event = self.shown.event.id
            keep(event)
            # Reviewed against what is there now: others may have been at work meanwhile.
            history = load(event).history
            author = st.session_state.get("author", "")
            try:
                step = apply(store(), event, self.desk, history, act, author)
            except ConflictError as error:  # the reader knows it by its number
                name = standing.name_of(self.key, act.finding, self.desk)
                raise ConflictError(str(error).replace(f"finding {act.finding}", name)) from None
            session.tell(f"{standing.name_of(self.key, step.finding, self.desk)}: {step.what}.")
            if not step.reviews:
                return
            steps: list[Step] = st.session_state.setdefault(_STEPS, [])
            steps.append(step)
            del steps[:-_KEPT]

    def show(self, markup: Markup, key: str, **data: object) -> None:
        """Show a part that can ask for something."""
        turn, refused = (st.session_state.get(name, 0) for name in (_TURN, _REFUSED))
        given = {"turn": turn, "refused": refused, **data}
        show(markup, key, answer=self.answer, refused=self.refuse, data=given)


def _turned() -> int:
    """Count an answer, whatever it is, and return its number: the page waits for the next one."""
    turn: int = st.session_state.get(_TURN, 0) + 1
    st.session_state[_TURN] = turn
    return turn


def undo(key: str, desk: Desk) -> None:
    """Take back what this session did last.

    :raises CompareError: there is nothing, or someone has reviewed it since
    """
    steps: list[Step] = st.session_state.get(_STEPS, [])
    if not steps:
        raise InputError("there is nothing to undo; expected a review of yours before it")
    step = steps.pop()
    take_back(store(), step, st.session_state.get("author", ""))
    session.tell(f"{standing.name_of(key, step.finding, desk)}: taken back ({step.what}).")


def _undo(key: str, desk: Desk) -> None:
    with said(session.say):
        undo(key, desk)


def _linked() -> str | None:
    """Return the finding that this session linked by hand in its last act; None for other acts."""
    steps: list[Step] = st.session_state.get(_STEPS, [])
    made = [review for review, _ in steps[-1].reviews[-1:]] if steps else []
    return steps[-1].finding if made and made[0].verdict == "link" else None


def _findings(at: _Where, order: Order, wanted: Filter) -> None:
    event, desk = at.shown.event, at.desk
    states = standing.listed(at.key, desk, order, wanted)
    gone = apart(desk, order, wanted)
    lead = cards.counted_findings((*states, *gone), desk, wanted.active)
    with st.container(horizontal=True, vertical_alignment="bottom", key="findings-head"):
        st.html(str(cards.section("Findings", lead, "findings")), width="stretch")
        st.html(str(cards.done(desk)), width="content")
        st.button(
            "Undo",
            key="undo",
            icon=":material/undo:",
            help="Takes back your last review (key U).",
            disabled=not st.session_state.get(_STEPS),
            on_click=_undo,
            args=(at.key, desk),
        )
        if standing.out_of_order(order, desk):
            st.button(
                "Rank again",
                key="rank",
                icon=":material/sort:",
                help="Reviews move nothing. This sorts and numbers the findings anew.",
                on_click=standing.rank_again,
                args=(at.key,),
            )
        if wanted.active:
            st.button("Clear filters", key="clear", on_click=filters.clear, args=(event.id,))
    limit_key = f"limit_{at.key}"
    limit: int = st.session_state.get(limit_key, _LISTED)
    if len(states) <= limit + _FEW:
        limit = len(states)  # nobody should have to ask for the last few
    focus = at.address.finding
    place = next((n for n, state in enumerate(states) if state.finding.id == focus), None)
    if place is not None and place >= limit:
        limit = place + 1
    gone = gone if limit >= len(states) else ()
    if states or gone or wanted.active:
        st.html(str(cards.keys()))
        at.show(
            finding_cards.findings(desk.view, states[:limit], gone),
            f"findings-{at.key}",
            rows=finding_cards.bars((*states[:limit], *gone)),
            focus=focus,
            linked=_linked(),
        )

    def more() -> None:
        st.session_state[limit_key] = limit + _LISTED

    if rest := len(states[limit:]):
        st.button(f"Show more ({rest:,} left)", key="more", on_click=more)


def _reading(at: _Where, points: tuple[Point, ...] | None) -> None:
    lead = "Both statements whole, each in its own order. Underlined words are where they part."
    if points is not None:
        lead += " What the filters leave out is faint."
    st.html(str(cards.section("Side by side", lead, "reading")))
    view, made = at.desk.view, at.desk.made
    sides = places(view, made.a, "a"), places(view, made.b, "b")
    first, second = (st.session_state.get(f"window_{at.key}_{side}", 0) for side in "ab")
    here = within(*sides, (first, second))
    at.show(
        reading(view, *sides, (first, second)),
        f"reading-{at.key}",
        rows=finding_cards.bars([at.desk.rows[point.row] for point in here]),
        muted=None if points is None else [point.row for point in points],
        starts=starts(view),
    )


def _made(desk: Desk) -> None:
    lead = "The same statements with the same signature give the same result."
    st.html(str(cards.section("How it was made", lead, "made")))
    st.code(desk.view.signature.short(), language=None, wrap_lines=True)
    with st.expander("Sources, models, settings and hashes"):
        st.html(str(cards.made(desk.view)))
