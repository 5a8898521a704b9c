"""What a reader sees while a comparison is made: how far it is, and what is being done."""

from __future__ import annotations

import streamlit as st

from compare.dashboard.jobs import Job

_FIRST = 0.4  # seconds before anything is shown; most are done by then
_EVERY = 0.4  # seconds between two looks; each lets the reader go elsewhere meanwhile


def show_progress(job: Job, what: str) -> None:
    """Show how far a job is until it is done; what went wrong is for `Job.result` to say.

    :param what: what is being done: `Comparing the two statements`
    """
    if job.wait(_FIRST):
        return
    place = st.empty()
    while not job.wait(_EVERY):
        place.progress(job.gauge.share, text=f"{what}: {job.gauge.text}")
    place.empty()
