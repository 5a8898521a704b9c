"""What a reader sees while a comparison is made: how far it is, and what is being done."""

from __future__ import annotations

import time

import streamlit as st

from compare.dashboard import cards
from compare.dashboard.jobs import Job

_FIRST = 0.4  # seconds before anything is shown; most are done by then
_EVERY = 0.4  # seconds between two looks; each lets the reader go elsewhere meanwhile
_SHOWN = "progress_shown"
_LONG = 5.0  # seconds from which a reader may want to do something else


def show_progress(job: Job, what: str) -> None:
    """Show how far a job is until it is done; what went wrong is for `Job.result` to say.

    What the page showed before is hidden by the key (page.css): Streamlit takes it away at the end.

    :param what: what is being done: `Comparing the two statements`
    """
    if job.wait(_FIRST):
        return
    place = st.empty()
    began = time.monotonic()
    number: int = st.session_state.get(_SHOWN, 0) + 1  # one page may wait for several jobs
    st.session_state[_SHOWN] = number
    with place.container(key=f"working-{number}"):
        bar, hint = st.empty(), st.empty()
        while not job.wait(_EVERY):
            bar.progress(job.gauge.share, text=f"{what}: {job.gauge.text}")
            if time.monotonic() - began > _LONG:
                text = "It goes on if you leave this page, and is here when you come back."
                hint.html(str(cards.line(text, "preview")))
    place.empty()
