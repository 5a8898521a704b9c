"""States of affairs that exclude each other, told in different words: "in custody", "at large".

Each family has two poles. A pole lists three ways of telling it, by lemma, each phrase one entry:

- `does`: what the thing itself does ("go ahead", "break down"); the words after the verb hang on it
- `done`: what is done to it, in the passive or as an object ("call off", "release")
- `stands`: what it is or stays ("open", "in custody")

The words are ordinary English, written for this project, not taken from any marked text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.language.state_nouns import BONDS, EVENTS, TALKS

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pole:
    """The ways of telling one pole of a family."""

    does: frozenset[Phrase]
    done: frozenset[Phrase]
    stands: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Family:
    """Two states that a thing can't be in at once."""

    name: str
    poles: tuple[Pole, Pole]
    flips: bool = True  # who denies one pole says the other
    # What came of an outcome isn't undone by what comes later; conduct may change with time.
    kind: Literal["lasting", "outcome", "conduct"] = "lasting"
    ahead: bool = False  # what will be excludes what is settled now
    lasts_ahead: bool = False  # what will go on excludes that it "is over", but of talks in rounds
    things: frozenset[str] = frozenset()  # nouns it is said of; none: of any


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(part.split()) for part in text.split(",") if part.strip())


def _pole(does: str = "", done: str = "", stands: str = "") -> Pole:
    return Pole(_phrases(does), _phrases(done), _phrases(stands))


_FAILURE = "failure, fruitless, unsuccessful, in vain, for nothing"
_CAME_TO_NOTHING = (
    "fail, break down, collapse, fall through, founder, break off, end in failure, "
    "come to nothing, lead nowhere, go nowhere, lead to nothing, yield nothing, produce nothing, "
    "bring nothing, run aground, fall apart, end with nothing"
)
_NO_DEAL = (
    "end in deadlock, end in stalemate, end without agreement, end without deal, "
    "end without result, end without breakthrough, end inconclusively, "
    "conclude without agreement, close without agreement, reach deadlock"
)

FAMILIES: tuple[Family, ...] = (
    Family(
        "goes ahead",
        (
            _pole(
                "go ahead, go forward, proceed, move ahead, take place as plan, "
                "take place as schedule, take place on schedule, go on as plan, stand",
                "",
                "on schedule, on track, still on, on",
            ),
            _pole(
                "",
                "suspend, cancel, call off, postpone, shelve, scrap, put off, defer, put on hold, "
                "put on ice, abandon, drop, axe",
                "off, on hold, on ice",
            ),
        ),
        ahead=True,
        things=EVENTS,
    ),
    Family(
        "takes place",
        (
            _pole("take place, happen, go ahead, proceed", "hold", ""),
            _pole("", "cancel, call off, scrap, axe, abandon", "off"),
        ),
        kind="outcome",
        ahead=True,
        things=EVENTS,
    ),
    Family(
        "at liberty",
        (
            _pole(
                "walk free, go free, return home, come home, go home",
                "free, release, set free, let go, liberate, return to family",
                "free, at large, at liberty, at home, back home, home, out of prison, out of jail, "
                "out of custody, back with family, on the loose, on the run, safely home",
            ),
            _pole(
                "languish in, sit in jail, sit in prison",
                "detain, jail, imprison, hold captive, hold hostage, hold prisoner, "
                "hold in custody, hold in detention, hold in jail, hold in prison, "
                "hold in captivity, hold in cell, "
                "hold behind bar, incarcerate, lock up, intern",
                "in custody, in detention, behind bar, in jail, in prison, in captivity, captive, "
                "under arrest, under house arrest, in cell, prisoner, hostage",
            ),
        ),
    ),
    Family(
        "alive",
        (
            _pole("survive, live", "", "alive, alive and well"),
            _pole(
                "die, perish, lose life",
                "kill, murder, execute, shoot dead, beat to death, slay",
                "dead, no more",
            ),
        ),
        kind="outcome",
    ),
    Family(
        "open",
        (
            _pole(
                "open, reopen, open door, reopen door",
                "open, reopen, unblock",
                "open, back open",
            ),
            _pole(
                "close, shut, close door, shut door, shut down",
                "close, shut, shut down, seal, seal off, block, close down",
                "closed, shut, shuttered, off limit, out of bound, impassable",
            ),
        ),
    ),
    Family(
        "comes to a result",
        (
            _pole(
                "produce result, produce agreement, produce deal, produce breakthrough, "
                "yield result, yield agreement, yield deal, bring result, bring agreement, "
                "bring breakthrough, end in agreement, end in deal, end with agreement, "
                "lead to agreement, lead to deal, lead to result, result in agreement, "
                "result in deal, reach agreement, conclude with agreement"
            ),
            _pole(f"{_CAME_TO_NOTHING}, {_NO_DEAL}", "break off", _FAILURE),
        ),
        flips=False,
        kind="outcome",
        things=TALKS,
    ),
    Family(
        "succeeds",
        (
            _pole(
                "succeed, bear fruit, pay off, end in success, end successfully, "
                "conclude successfully",
                "",
                "success, successful, fruitful",
            ),
            _pole(_CAME_TO_NOTHING, "break off", _FAILURE),
        ),
        flips=False,
        kind="outcome",
        things=TALKS,
    ),
    Family(
        "intact",
        (
            _pole(
                "survive intact, survive undamaged, escape damage, escape unscathed",
                "",
                "intact, undamaged, unscathed, untouched, whole, in one piece, standing, "
                "still standing, in working order, in good order",
            ),
            _pole(
                "collapse, burn down, lie in ruin, lie in rubble",
                "destroy, demolish, wreck, flatten, level, raze, gut, damage, obliterate, "
                "blow up, reduce to rubble, reduce to ash",
                "in ruin, in rubble, destroyed, damaged, wrecked",
            ),
        ),
        flips=False,
        kind="outcome",
    ),
    Family(
        "unharmed",
        (
            _pole(
                "escape unharmed, escape unhurt, escape injury, escape unscathed",
                "",
                "unharmed, unhurt, uninjured, unscathed",
            ),
            _pole(
                "suffer injury, suffer wound, sustain injury",
                "hurt, injure, wound, maim, beat, kill",
                "hurt, injured, wounded",
            ),
        ),
        flips=False,
        kind="outcome",
    ),
    Family(
        "in health",
        (
            _pole(stands="in good health, well, healthy, in good condition, in good shape"),
            _pole(stands="ill, gravely ill, unwell, in poor health, in bad health, sick, wounded"),
        ),
        flips=False,
    ),
    Family(
        "treated well",
        (
            _pole(
                "enjoy good treatment, receive good treatment, receive good care",
                "treat well, treat humanely, treat decently, treat properly, treat with respect, "
                "treat with dignity, treat correctly, treat kindly, treat fairly, look after well, "
                "treat in accordance, care for well",
                "in good hand, well treated",
            ),
            _pole(
                "suffer beating, suffer abuse, suffer torture, suffer ill-treatment, "
                "endure beating, endure torture, endure abuse, suffer mistreatment",
                "beat, torture, abuse, mistreat, ill-treat, maltreat, treat badly, treat cruelly, "
                "treat inhumanely, subject to beating, subject to torture, subject to abuse, "
                "subject to ill-treatment, subject to mistreatment, subject to violence, starve, "
                "humiliate, treat like animal, treat brutally, deny food",
                "",
            ),
        ),
        kind="conduct",
    ),
    Family(
        "in force",
        (
            _pole(
                "hold, remain in force, stay in force, stand, remain in effect, stay in effect, "
                "apply, hold firm, still hold, remain in place, stay in place",
                "keep in force, extend, prolong, renew",
                "in force, in effect, valid, in place, alive, binding, operative",
            ),
            _pole(
                "lapse, expire, collapse, break down, run out",
                "lift, revoke, rescind, repeal, abolish, scrap, annul, void, cancel, withdraw, "
                "terminate, tear up",
                "void, dead, null, over, defunct, in tatter, at end",
            ),
        ),
        things=BONDS,
    ),
    Family(
        "works",
        (
            _pole(
                "work, function, run normally, operate normally, work normally, run, operate",
                "restore, repair",
                "in operation, operational, up and running, running, working, "
                "back in service, back in operation, in service, back online, online, in use",
            ),
            _pole(
                "",
                "cut, cut off, disconnect, knock out, shut down, put out of action, disable",
                "out of action, out of order, out of service, offline, down, at standstill, "
                "idle, out of operation, out of use",
            ),
        ),
    ),
    Family(
        "on",
        (
            _pole(
                "continue, go on, carry on, rage on",
                "continue",
                "under way, underway, ongoing, in progress, in full swing",
            ),
            _pole(
                "cease, stop, end, come to halt, come to end, finish",
                "halt, stop, suspend, break off, discontinue",
                "over, finished, at end, at standstill, suspended, on hold",
            ),
        ),
        lasts_ahead=True,
    ),
)  # fmt: skip

# The verbs that tell a pole by themselves, alone or with what hangs on them.
VERBS = frozenset(
    phrase[0] for family in FAMILIES for pole in family.poles for phrase in (*pole.does, *pole.done)
)
