"""What is shown while comparisons are made."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _two_jobs() -> None:
    from types import SimpleNamespace
    from typing import Any

    import streamlit as st

    from compare.dashboard.waiting import show_progress

    class Slow:
        """A job that is done when it is looked at the third time."""

        gauge = SimpleNamespace(share=0.5, text="half of it")

        def __init__(self) -> None:
            self.looks = 0

        def wait(self, seconds: float) -> bool:
            self.looks += 1
            return self.looks > 2

    for number in (1, 2):
        job: Any = Slow()
        show_progress(job, f"Comparing pair {number} of 2")
    st.write("Both are there.")


def test_one_page_waits_for_several_jobs_one_after_the_other() -> None:
    page = AppTest.from_function(_two_jobs).run()
    assert not page.exception
    assert page.markdown[-1].value == "Both are there."
    assert not page.run().exception
