"""One verb with opposite particles, said of one thing by two sides."""

from __future__ import annotations

import pytest

from compare.relation.comparers.denials import compare_negations
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.particles import compare_particles
from tests.relation.links_help import context_of

APART: list[tuple[str, str, tuple[str, str]]] = [
    ("The vessel had switched off her transponder.",
     "The ship's transponder was switched on throughout the voyage.",
     ("switched off", "switched on")),
    ("The second blast furnace remains switched on.",
     "The second furnace was switched off last Friday.", ("switched on", "switched off")),
    ("The nurse turned the alarm off.", "The alarm was always on.",
     ("turned the alarm off", "was always on")),
    ("The guards left the cameras on.", "The cameras had been switched off.",
     ("left the cameras on", "switched off")),
    ("The heating was not switched off.", "The heating was not turned on.",
     ("not switched off", "not turned on")),
    ("The crew powered down the reactor.", "The reactor was powered up.",
     ("powered down", "powered up")),
    ("The bank is phasing in the fee.", "The fee is being phased out.",
     ("phasing in", "phased out")),
    ("The owner locked the workers out.", "The workers were locked in by the owner.",
     ("locked the workers out", "locked in")),
    ("The army will scale up its patrols.", "The patrols will be scaled down.",
     ("scale up", "scaled down")),
    ("The siren stayed off.", "The siren had been left switched on.",
     ("stayed off", "switched on")),
]  # fmt: skip
TOGETHER: list[tuple[str, str]] = [
    ("The vessel had switched off her transponder.", "The transponder was not switched on."),
    ("The heating was not switched off.", "The heating was switched on."),
    ("The alarm was never turned off.", "The alarm stayed on."),
    ("The cameras weren't left on.", "The cameras were switched off."),
    ("The spectators sat on the bench.", "The coach fell off the bench."),
    ("The minister turned up at the meeting.", "The minister turned down the meeting."),
    ("The union called off the strike.", "The union called on the firm to end the strike."),
    ("The band put on the concert.", "The band put off the concert."),
    ("The crew switched off the radar.", "The crew switched on the lights."),
    ("The front pump was switched off.", "The rear pump was switched on."),
    ("The tanker switched off its lights.", "The hotel's lights were switched on."),
    ("The radar was switched off at noon.", "The radar was then switched on again."),
    ("The radar should be switched off.", "The radar was switched on."),
    ("The radar will be switched off.", "The radar was switched on."),
    ("If the radar is switched off, the ship is lost.", "The radar was switched on."),
    ("The captain refused to switch off the radar.", "The radar was switched on."),
    ("Some lights were switched off.", "The lights were switched on."),
    ("The fee was not phased in.", "The fee was not phased out."),
    ("The fee was not scaled up.", "The fee was scaled down."),
    ("The meeting is on Monday.", "The meeting is off the record."),
    (
        "The crew switched the radar off and then switched the radar on.",
        "The radar was switched on throughout.",
    ),
    ("The police locked in the price.", "The police locked out the workers."),
]


@pytest.mark.parametrize(("a", "b", "quoted"), APART)
def test_opposite_particles_are_set_against_each_other(
    a: str, b: str, quoted: tuple[str, str]
) -> None:
    for context, own in ((context_of(a, b), quoted), (context_of(b, a), quoted[::-1])):
        found = [
            (context.a.slice(item.a), context.b.slice(item.b))
            for item in compare_opposites(context)
            if item.a and item.b
        ]
        assert own in found


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_particles_that_go_together(a: str, b: str) -> None:
    assert compare_particles(context_of(a, b)) == []
    assert compare_particles(context_of(b, a)) == []


@pytest.mark.parametrize(("a", "b"), TOGETHER[:4])
def test_what_is_denied_with_the_opposite_particle_is_said_by_both(a: str, b: str) -> None:
    assert compare_negations(context_of(a, b)) == []
    assert compare_negations(context_of(b, a)) == []
