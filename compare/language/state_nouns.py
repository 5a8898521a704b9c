"""Nouns that some states are told of: what takes place, talks, and what binds."""

from __future__ import annotations

from compare.language.facts.wordlist import words

EVENTS = words(
    "strike walkout stoppage talk negotiation meeting summit vote ballot referendum election poll "
    "exercise drill manoeuvre maneuver parade march rally protest demonstration visit trip tour "
    "match game concert festival conference hearing trial launch test flight session ceremony "
    "event operation auction sale congress inauguration consultation round call debate dialogue "
    "evacuation exchange handover transfer withdrawal deployment show race final reception "
    "procession boycott blockade plan project deal merger takeover "
    "encounter contact gathering forum mission convoy delivery shipment"
)
TALKS = words(
    "talk negotiation meeting summit dialogue consultation discussion mediation conversation "
    "round conference bargaining session mission effort process"
)
BONDS = words(
    "ceasefire cease-fire truce armistice agreement treaty accord pact deal sanction ban "
    "embargo curfew blockade tariff restriction law order decree rule measure permit "
    "licence license contract moratorium protocol memorandum lockdown duty quota "
    "requirement arrangement offer"
)
