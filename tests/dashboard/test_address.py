"""A link to the page: what it says comes back, and what makes no sense does no harm."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.dashboard.address import Address, parse, query
from compare.dashboard.selection import STATES, Filter
from compare.model import EVIDENCE_KINDS
from compare.report.words import KINDS
from compare.sources.samples import BUILT_IN

FILTERS = st.builds(
    Filter,
    kinds=st.sets(st.sampled_from(list(KINDS))).map(lambda s: tuple(k for k in KINDS if k in s)),
    evidence=st.sets(st.sampled_from(EVIDENCE_KINDS)).map(
        lambda s: tuple(k for k in EVIDENCE_KINDS if k in s)
    ),
    confidence=st.integers(0, 20).map(lambda n: round(n * 0.05, 2)),
    search=st.text(st.characters(exclude_categories=["Cs"]), max_size=150).map(str.strip),
    unsure=st.booleans(),
    states=st.sets(st.sampled_from(STATES)).map(lambda s: tuple(k for k in STATES if k in s)),
)


@given(
    wanted=FILTERS,
    pair=st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda p: p[0] != p[1]),
    finding=st.sampled_from(["", "0123456789abcdef"]),
)
def test_a_link_says_everything(wanted: Filter, pair: tuple[int, int], finding: str) -> None:
    here = Address("compare", "talks-2026", pair, wanted, finding)
    assert parse(dict(parse_qsl(query(here)))) == here


def test_what_is_as_usual_is_left_out() -> None:
    assert query(Address()) == f"event={BUILT_IN}"
    assert query(Address("events", "x", (0, 2), Filter(search="y"))) == "page=events"
    assert query(Address("overview", "x", (0, 2))) == "page=overview&event=x&pair=A-C"


@pytest.mark.parametrize(
    "params",
    [
        {"page": "../admin"},
        {"event": "../../etc/passwd"},
        {"event": "<script>"},
        {"pair": "A-A"},
        {"pair": "A-Z"},
        {"pair": "AB"},
        {"show": "everything,<b>"},
        {"evidence": "magic"},
        {"confidence": "nan"},
        {"confidence": "7"},
        {"confidence": "x"},
        {"review": "maybe"},
        {"finding": "x" * 16},
        {"finding": "abc"},
        {"unknown": "1"},
    ],
)
def test_nonsense_is_as_if_it_were_not_there(params: dict[str, str]) -> None:
    assert parse(params) == Address()
